package org.jcompose.scenario;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.List;
import java.util.stream.Stream;
import org.jcompose.testing.TestEngine;
import org.jcompose.testing.TestedEngines;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a scenario once in each world. */
final class ScenarioExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Scenario scenario = context.getRequiredTestMethod().getAnnotation(Scenario.class);
    return Stream.of(World.values()).map(world -> new InWorld(scenario, world));
  }

  private record InWorld(Scenario scenario, World world) implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int index) {
      return scenario.value() + " (" + world + ")";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      ExecutionCondition condition = context -> condition();
      return List.of(condition, new SceneSetter(world));
    }

    private ConditionEvaluationResult condition() {
      return Stream.of(scenario.exempt())
          .filter(exempt -> exempt.world() == world)
          .map(exempt -> disabled(exempt.because()))
          .findFirst()
          .or(() -> world.needed().map(TestEngine::condition))
          .orElseGet(() -> enabled("needs nothing"));
    }
  }

  /** Gives the method its scene and strikes it afterwards. */
  private static final class SceneSetter implements ParameterResolver, AfterEachCallback {

    private final World world;
    private Scene scene;

    SceneSetter(World world) {
      this.world = world;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      if (world == World.PROCESS) {
        TestedEngines.record("process");
      }
      scene = Scene.in(world);
      return scene;
    }

    @Override
    public void afterEach(ExtensionContext context) {
      if (scene != null) {
        scene.close();
      }
    }
  }
}

package org.jcompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jcompose.EngineChoice.Chosen;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineProvider;
import org.jcompose.engine.EngineSettings;
import org.jcompose.engine.EngineUnavailableException;
import org.jcompose.engine.memory.MemoryEngine;
import org.junit.jupiter.api.Test;

class EngineChoiceTests {

  private final List<EngineProvider> providers = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();

  private record Provider(String name, boolean isAutomatic, List<Endpoint> places)
      implements EngineProvider {
    @Override
    public List<Endpoint> endpoints(EngineSettings settings) {
      return places;
    }
  }

  private record Place(String description, List<String> opened, String reason)
      implements EngineProvider.Endpoint {
    @Override
    public Engine open() {
      if (!reason.isEmpty()) {
        throw new EngineUnavailableException(reason, null, null);
      }
      opened.add(description);
      return MemoryEngine.create();
    }
  }

  private void provider(String name, boolean automatic, EngineProvider.Endpoint... places) {
    providers.add(new Provider(name, automatic, List.of(places)));
  }

  private Place answers(String place) {
    return new Place(place, opened, "");
  }

  private Place fails(String place, String reason) {
    return new Place(place, opened, reason);
  }

  private EngineChoice choice() {
    return new EngineChoice(providers, new EngineSettings(Map.of(), Path.of("/home"), Map.of()));
  }

  @Test
  void theFirstPlaceThatAnswersIsTakenDockerFirst() {
    provider("another", true, answers("another"));
    provider("process", false, answers("this machine"));
    provider("docker", true, fails("a", "refused"), answers("b"), answers("c"));
    Chosen chosen = choice().automatic(engine -> true);
    assertThat(opened).containsExactly("b");
    assertThat(chosen.notices()).isEmpty();
  }

  @Test
  void aDockerHostThatDoesNotAnswerIsSaid() {
    provider("docker", true, fails("tcp://a (DOCKER_HOST)", "refused"), answers("b"));
    assertThat(choice().automatic(engine -> true).notices())
        .containsExactly("tcp://a (DOCKER_HOST) does not answer: refused; using in process");
  }

  @Test
  void processesAreTheLastResortAndItIsSaid() {
    provider("process", false, answers("this machine"));
    provider("docker", true, fails("a", "refused"));
    assertThat(choice().automatic(engine -> true).notices())
        .containsExactly(
            "no container engine answers: running services as host processes (x-process)");
    assertThat(opened).containsExactly("this machine");
  }

  @Test
  void everythingThatWasTriedIsListedWithItsReason() {
    provider("process", false, answers("this machine"));
    provider("docker", true, fails("a (DOCKER_HOST)", "refused"), fails("b", "no such file"));
    assertThatThrownBy(() -> choice().automatic(engine -> false))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessage(
            """
            no container engine answers; tried
              a (DOCKER_HOST): refused
              b: no such file""");
  }

  @Test
  void settingsThatCannotBeReadAreAReasonToo() {
    providers.add(
        new EngineProvider() {
          @Override
          public String name() {
            return "docker";
          }

          @Override
          public List<Endpoint> endpoints(EngineSettings settings) {
            throw new EngineException("'config.json' is no JSON");
          }
        });
    assertThatThrownBy(() -> choice().automatic(engine -> false))
        .hasMessageContaining("docker: 'config.json' is no JSON");
  }

  @Test
  void aNamedEngineIsTakenThoughOthersAnswer() {
    provider("docker", true, answers("a"));
    provider("memory", false, answers("b"));
    choice().named("memory");
    assertThat(opened).containsExactly("b");
  }

  @Test
  void aNamedEngineThatDoesNotAnswerIsNotReplaced() {
    provider("docker", true, fails("a", "refused"));
    provider("memory", false, answers("b"));
    assertThatThrownBy(() -> choice().named("docker"))
        .hasMessage("engine 'docker' does not answer; tried\n  a: refused");
    assertThatThrownBy(() -> choice().named("podman"))
        .hasMessage("there is no engine 'podman'")
        .extracting(e -> ((EngineException) e).fix())
        .isEqualTo("use one of 'docker', 'memory'");
  }
}

package org.jcompose.testing;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides by asking the engine. */
final class RequiresEngineCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), RequiresEngine.class)
        .map(need -> evaluate(need.value(), context))
        .orElseGet(() -> enabled("needs no engine"));
  }

  private static ConditionEvaluationResult evaluate(TestEngine engine, ExtensionContext context) {
    if (!context.getTags().contains(engine.tag())) {
      throw new ExtensionConfigurationException(
          "@RequiresEngine(" + engine + ") without @Tag(\"" + engine.tag() + "\")");
    }
    return engine.condition();
  }
}

package org.jcompose.testing;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides by looking for the folder. */
final class RequiresSharedCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return SharedFolder.find()
        .map(folder -> enabled("cases in " + folder))
        .orElseGet(() -> disabled(new MissingNeed("shared", SharedFolder.MISSING).reason()));
  }
}

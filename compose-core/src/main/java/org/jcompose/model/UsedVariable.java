package org.jcompose.model;

/**
 * A variable that a project's files use.
 *
 * @param required whether some use of it is an error while it is not set
 * @param defaultValue what stands in for it while it is not set, variables in it not replaced; may
 *     be empty
 * @param alternateValue what stands in for it while it is set; may be empty
 */
public record UsedVariable(
    String name, boolean required, String defaultValue, String alternateValue) {

  /** What this use and another one of the same variable say together. */
  public UsedVariable and(UsedVariable other) {
    return new UsedVariable(
        name,
        required || other.required,
        defaultValue.isEmpty() ? other.defaultValue : defaultValue,
        alternateValue.isEmpty() ? other.alternateValue : alternateValue);
  }
}

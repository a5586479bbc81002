package org.jcompose.model;

/**
 * One entry of {@code depends_on} (Compose Specification, "depends_on").
 *
 * @param condition what must hold of the other service before this one starts
 * @param required whether its absence is an error rather than a warning
 * @param restart whether this service restarts after the other was updated
 */
public record Dependency(Condition condition, boolean required, boolean restart) {

  /** What must hold of a service that another one depends on. */
  public enum Condition {
    SERVICE_STARTED("service_started"),
    SERVICE_HEALTHY("service_healthy"),
    SERVICE_COMPLETED_SUCCESSFULLY("service_completed_successfully");

    private final String key;

    Condition(String key) {
      this.key = key;
    }

    /** The word for it in a Compose file. */
    public String key() {
      return key;
    }
  }

  /** The short form: the other service is started first. */
  public static Dependency started() {
    return on(Condition.SERVICE_STARTED);
  }

  /** A required dependency on the given condition. */
  public static Dependency on(Condition condition) {
    return new Dependency(condition, true, false);
  }
}

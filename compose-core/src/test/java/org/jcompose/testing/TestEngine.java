package org.jcompose.testing;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.Locale;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/**
 * A real engine that tests may talk to. Where it is stands in an environment variable whose value
 * is what {@code DOCKER_HOST} would be; without the variable its tests are skipped, visibly.
 */
public enum TestEngine {
  /** A Docker Engine of today. */
  DOCKER,
  /** A Docker Engine whose API lacks what newer ones have. */
  DOCKER_OLD,
  /** Podman, by its Docker-compatible socket. */
  PODMAN;

  /**
   * The name in reports, which is also the JUnit tag of the tests that need it: {@code docker-old}.
   */
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The environment variable that says where the engine is. */
  public String variable() {
    return "JCOMPOSE_TEST_" + name();
  }

  /**
   * Where the engine is, as a {@code DOCKER_HOST} value.
   *
   * @throws IllegalStateException when there is none; a test that is annotated by its need never
   *     sees this
   */
  public String host() {
    return answered().host();
  }

  /** The version that the engine reports, such as {@code 28.5.2}. */
  public String version() {
    return answered().version();
  }

  /** The highest API version that the engine speaks, such as {@code 1.51}. */
  public String apiVersion() {
    return answered().apiVersion();
  }

  /** Whether it answers, as JUnit's conditions say it; if so, the report counts it as used. */
  public ConditionEvaluationResult condition() {
    EngineAnswer answer = answer();
    if (!answer.isPresent()) {
      return disabled(new MissingNeed(tag(), answer.problem()).reason());
    }
    TestedEngines.record(tag() + " " + answer.version() + " (API " + answer.apiVersion() + ")");
    return enabled(tag() + " at " + answer.host());
  }

  EngineAnswer answer() {
    String host = System.getenv(variable());
    return host == null || host.isBlank()
        ? EngineAnswer.none("", variable() + " is not set")
        : EngineAnswer.from(host);
  }

  private EngineAnswer answered() {
    EngineAnswer known = answer();
    if (!known.isPresent()) {
      throw new IllegalStateException("no engine '" + tag() + "': " + known.problem());
    }
    return known;
  }
}

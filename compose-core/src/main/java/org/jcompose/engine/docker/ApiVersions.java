package org.jcompose.engine.docker;

import org.jcompose.engine.EngineUnavailableException;
import org.jspecify.annotations.Nullable;

/** Settles on a version of the API that both sides know. */
final class ApiVersions {

  /** That of Docker Engine 28.3 and later; nothing newer is used here. */
  private static final ApiVersion NEWEST = new ApiVersion(1, 51);

  private static final ApiVersion ANCIENT = new ApiVersion(1, 12);

  private ApiVersions() {}

  /**
   * Chooses the version to speak.
   *
   * @param answer what the daemon says of itself
   * @param wanted by {@code DOCKER_API_VERSION}, or null
   */
  static ApiVersion choose(Json answer, @Nullable String wanted) {
    ApiVersion newest = ApiVersion.parse(answer.text("ApiVersion"));
    String least = answer.text("MinAPIVersion");
    ApiVersion oldest = least.isEmpty() ? ANCIENT : ApiVersion.parse(least);
    if (wanted != null) {
      return wanted(
          ApiVersion.parse(wanted.startsWith("v") ? wanted.substring(1) : wanted), oldest, newest);
    }
    if (!NEWEST.isAtLeast(oldest)) {
      throw new EngineUnavailableException(
          "the engine speaks Docker API "
              + oldest
              + " and newer, which this version of jcompose does not know",
          "use a newer jcompose, or try DOCKER_API_VERSION=" + oldest,
          null);
    }
    return newest.isAtLeast(NEWEST) ? NEWEST : newest;
  }

  private static ApiVersion wanted(ApiVersion wanted, ApiVersion oldest, ApiVersion newest) {
    if (!newest.isAtLeast(wanted) || !wanted.isAtLeast(oldest)) {
      throw new EngineUnavailableException(
          "DOCKER_API_VERSION is '"
              + wanted
              + "', but the engine speaks "
              + oldest
              + " to "
              + newest,
          "choose one of these, or unset it",
          null);
    }
    return wanted;
  }
}

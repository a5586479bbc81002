package org.jcompose.engine.docker;

import com.github.dockerjava.core.RemoteApiVersion;
import org.jcompose.engine.EngineUnavailableException;
import org.jspecify.annotations.Nullable;

/** Settles on a version of the API that both sides know. */
final class ApiVersions {

  /** That of Docker Engine 28.3 and later; nothing newer is used here. */
  private static final RemoteApiVersion NEWEST = RemoteApiVersion.create(1, 51);

  private ApiVersions() {}

  /**
   * Chooses the version to speak.
   *
   * @param answer what the daemon says of itself
   * @param wanted by {@code DOCKER_API_VERSION}, or null
   */
  static RemoteApiVersion choose(Json answer, @Nullable String wanted) {
    RemoteApiVersion newest = parse(answer.text("ApiVersion"));
    String least = answer.text("MinAPIVersion");
    RemoteApiVersion oldest = least.isEmpty() ? RemoteApiVersion.VERSION_1_16 : parse(least);
    if (wanted != null) {
      return wanted(parse(wanted.startsWith("v") ? wanted.substring(1) : wanted), oldest, newest);
    }
    if (!NEWEST.isGreaterOrEqual(oldest)) {
      throw new EngineUnavailableException(
          "the engine speaks Docker API "
              + oldest.getVersion()
              + " and newer, which this version of jcompose does not know",
          "use a newer jcompose, or try DOCKER_API_VERSION=" + oldest.getVersion(),
          null);
    }
    return newest.isGreater(NEWEST) ? NEWEST : newest;
  }

  private static RemoteApiVersion wanted(
      RemoteApiVersion wanted, RemoteApiVersion oldest, RemoteApiVersion newest) {
    if (wanted.isGreater(newest) || oldest.isGreater(wanted)) {
      throw new EngineUnavailableException(
          "DOCKER_API_VERSION is '"
              + wanted.getVersion()
              + "', but the engine speaks "
              + oldest.getVersion()
              + " to "
              + newest.getVersion(),
          "choose one of these, or unset it",
          null);
    }
    return wanted;
  }

  private static RemoteApiVersion parse(String text) {
    if (!text.matches("\\d+\\.\\d+")) {
      throw new EngineUnavailableException(
          "'" + text + "' is no version of the Docker API", "write one such as '1.44'", null);
    }
    int dot = text.indexOf('.');
    return RemoteApiVersion.create(
        Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }
}

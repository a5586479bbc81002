package org.jcompose.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user's Docker configuration knows of registries: from its file, or from its helpers. */
final class RegistryCredentials {

  /** With this name a helper gives a token instead of a password. */
  private static final String TOKEN = "<token>";

  private final Map<String, String> environment;

  RegistryCredentials(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * A user's name with a password, or with a token for further tokens.
   *
   * @param isToken whether the secret is such a token
   */
  record Credentials(String user, String secret, boolean isToken) {
    String basic() {
      byte[] both = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
      return user;
    }
  }

  /** The credentials for a registry, under the name by which the configuration calls it. */
  Optional<Credentials> of(String registry) {
    Path file = file().orElse(null);
    if (file == null || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    JsonNode configuration;
    try {
      configuration = new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new RemoteException("cannot read '" + file + "': " + e.getMessage());
    }
    String helper = configuration.path("credHelpers").path(registry).asText("");
    if (helper.isEmpty()) {
      helper = configuration.path("credsStore").asText("");
    }
    return helper.isEmpty()
        ? written(configuration.path("auths"), registry)
        : helped(helper, registry);
  }

  private Optional<Path> file() {
    String folder = environment.getOrDefault("DOCKER_CONFIG", "");
    String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
    if (!folder.isEmpty()) {
      return Optional.of(Path.of(folder, "config.json"));
    }
    return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".docker", "config.json"));
  }

  private static Optional<Credentials> written(JsonNode auths, String registry) {
    for (String key : List.of(registry, "https://" + registry, "http://" + registry)) {
      JsonNode found = auths.path(key);
      String token = found.path("identitytoken").asText("");
      String auth = found.path("auth").asText("");
      if (!token.isEmpty()) {
        return Optional.of(new Credentials("", token, true));
      }
      if (!auth.isEmpty()) {
        return decoded(auth);
      }
    }
    return Optional.empty();
  }

  private static Optional<Credentials> decoded(String auth) {
    String text;
    try {
      text = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1), false));
  }

  private Optional<Credentials> helped(String helper, String registry) {
    if (!helper.matches("[A-Za-z0-9_-]+")) {
      throw new RemoteException("'" + helper + "' is no name of a helper for credentials");
    }
    String program = "docker-credential-" + helper;
    try {
      Command.Outcome outcome =
          new Command(environment).run(List.of(program, "get"), registry + "\n");
      // A helper that knows nothing of a registry ends with an error; the registry may be open.
      if (outcome.code() != 0) {
        return Optional.empty();
      }
      JsonNode found = new ObjectMapper().readTree(outcome.output());
      String user = found.path("Username").asText("");
      String secret = found.path("Secret").asText("");
      return Optional.of(new Credentials(user, secret, user.equals(TOKEN)));
    } catch (IOException e) {
      throw new RemoteException(
          "'" + program + "', which the Docker configuration names, cannot be used",
          "install it, or log in anew");
    }
  }
}

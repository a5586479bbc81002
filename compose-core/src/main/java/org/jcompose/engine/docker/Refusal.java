package org.jcompose.engine.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * A daemon's answer that it does not do what it was asked, in a user's words.
 *
 * @param kind which exception says so
 * @param message one sentence
 * @param fix what the user can do, or null
 */
record Refusal(Kind kind, String message, @Nullable String fix) {

  /** Which exception says so. */
  enum Kind {
    NOT_FOUND,
    CONFLICT,
    OTHER
  }

  /**
   * What daemons say, and how it is said here.
   *
   * @param sentence of the match and of what was tried
   */
  private record Saying(
      Pattern pattern,
      Kind kind,
      BiFunction<MatchResult, String, String> sentence,
      @Nullable String fix) {

    static Saying of(
        String pattern, Kind kind, Function<MatchResult, String> sentence, @Nullable String fix) {
      return new Saying(
          Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
          kind,
          (match, attempt) -> sentence.apply(match),
          fix);
    }

    static Saying about(String pattern, Kind kind, String reason, @Nullable String fix) {
      return new Saying(
          Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
          kind,
          (match, attempt) -> "cannot " + attempt + ": " + reason,
          fix);
    }

    Optional<Refusal> apply(String attempt, String said) {
      Matcher matcher = pattern.matcher(said);
      return matcher.find()
          ? Optional.of(new Refusal(kind, sentence.apply(matcher, attempt), fix))
          : Optional.empty();
    }
  }

  // docker-java puts the status before the body; daemons put runtime chatter around the reason.
  private static final Pattern STATUS = Pattern.compile("^Status \\d{3}: ");
  private static final Pattern CHATTER =
      Pattern.compile(
          "OCI runtime create failed: |failed to create task for container: "
              + "|failed to create shim task: |runc create failed: |container_linux.go:\\d+: "
              + "|starting container process caused: |unable to start container process: "
              + "|error during container init: |: unknown$|\\s*\\([0-9a-f]{64}\\)");

  private static final List<Saying> SAYINGS =
      List.of(
          Saying.of(
              "(?:[\\d.]+|\\[[0-9a-f:]*\\]|:|\\s):(\\d+).*"
                  + "(?:port is already allocated|address already in use)",
              Kind.CONFLICT,
              match -> "port " + match.group(1) + " is already in use on the host",
              "stop what uses it, or publish another port"),
          Saying.of(
              "name \"?/?([^\"\\s]+)\"? is already in use",
              Kind.CONFLICT,
              match -> "container name '" + match.group(1) + "' is already in use",
              "remove or rename that container"),
          Saying.of(
              "(?:no such image: \"?|failed to find image )([^\\s\"]+?)\"?:?(?:\\s|$)",
              Kind.NOT_FOUND,
              match -> "image '" + match.group(1) + "' is not there",
              "pull it"),
          Saying.of(
              "([^\\s\"]+): image not known",
              Kind.NOT_FOUND,
              match -> "image '" + match.group(1) + "' is not there",
              "pull it"),
          Saying.of(
              "network (\\S+) not found",
              Kind.NOT_FOUND,
              match -> "network '" + match.group(1) + "' is not there",
              null),
          Saying.of(
              "no such container: (\\S+)",
              Kind.NOT_FOUND,
              match -> "container '" + match.group(1) + "' is not there",
              null),
          Saying.of(
              "no container with name or id \"([^\"]+)\"",
              Kind.NOT_FOUND,
              match -> "container '" + match.group(1) + "' is not there",
              null),
          Saying.of(
              "bind source path does not exist: (\\S+)",
              Kind.OTHER,
              match -> "bind source '" + match.group(1) + "' does not exist",
              "create it, or let the engine do so with 'create_host_path: true'"),
          Saying.of(
              "statfs (\\S+): no such file or directory",
              Kind.OTHER,
              match -> "bind source '" + match.group(1) + "' does not exist",
              "create it, or let the engine do so with 'create_host_path: true'"),
          new Saying(
              Pattern.compile(
                  "(?:executable file |exec: )[`\"]([^`\"]+)[`\"]:? (?:executable file |stat \\S+: )?"
                      + "(?:not found|no such file)"),
              Kind.OTHER,
              (match, attempt) ->
                  "cannot " + attempt + ": its image has no program '" + match.group(1) + "'",
              "see 'command' and 'entrypoint'"),
          Saying.about(
              "UNIQUE constraint failed: ContainerConfig.Name",
              Kind.CONFLICT,
              "another container has that name",
              "remove or rename that container"),
          Saying.about("as it is running", Kind.CONFLICT, "it is running", "stop it"),
          Saying.about(
              "pool overlaps|subnet \\S+ is already used",
              Kind.CONFLICT,
              "its subnet overlaps with that of another network",
              "remove that network, or choose another subnet under 'ipam'"),
          Saying.about(
              "non-overlapping|address pools have been fully subnetted",
              Kind.OTHER,
              "the engine has no free subnet left",
              "remove networks that nobody uses, or choose a subnet under 'ipam'"),
          Saying.about(
              "has active endpoints|network is being used",
              Kind.CONFLICT,
              "containers are still connected to it",
              "remove them"),
          Saying.about(
              "volume is (?:in use|being used)",
              Kind.CONFLICT,
              "a container still uses it",
              "remove that container"),
          Saying.about(
              "manifest unknown|manifest for \\S+ not found|repository does not exist"
                  + "|pull access denied|unauthorized",
              Kind.NOT_FOUND,
              "there is no such image, or it needs a login",
              "check its name and tag, or log in to its registry"),
          Saying.about(
              "logging driver does not support reading",
              Kind.OTHER,
              "its logging driver keeps no lines to read",
              null));

  static Refusal of(String attempt, int status, String answer) {
    String said = said(answer);
    for (Saying saying : SAYINGS) {
      Optional<Refusal> refusal = saying.apply(attempt, said);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    Kind kind =
        switch (status) {
          case 404 -> Kind.NOT_FOUND;
          case 409 -> Kind.CONFLICT;
          default -> Kind.OTHER;
        };
    return new Refusal(kind, "cannot " + attempt + ": " + said, null);
  }

  EngineException exception(@Nullable Throwable cause) {
    return switch (kind) {
      case NOT_FOUND -> new NotFoundException(message, fix, cause);
      case CONFLICT -> new ConflictException(message, fix, cause);
      case OTHER -> new EngineException(message, fix, cause);
    };
  }

  /** What a daemon's answer says, without its wrapping. */
  private static String said(String answer) {
    String body = STATUS.matcher(answer).replaceFirst("").strip();
    String message = CHATTER.matcher(message(body)).replaceAll("").strip();
    String line = message.lines().findFirst().orElse("it gave no reason");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static String message(String body) {
    try {
      String message = Json.parse(body.getBytes(StandardCharsets.UTF_8)).text("message");
      return message.isEmpty() ? body : message;
    } catch (IOException notJson) {
      return body;
    }
  }
}

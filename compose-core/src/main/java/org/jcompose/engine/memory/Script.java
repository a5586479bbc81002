package org.jcompose.engine.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jcompose.engine.EngineException;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * What a service's {@code x-memory} says: what its containers do, and which calls of the engine
 * fail or take time.
 *
 * <pre>{@code
 * x-memory:
 *   script: [print starting, sleep 5s, healthy, sleep 1m, print-error out of disk, exit 3]
 *   healthy-while: db-is-up
 *   fail: {start: port 8080 is taken}
 *   delay: {create: 2s}
 *   exec: {warm up: [sleep 1s, print warm, exit 0]}
 * }</pre>
 *
 * @param statements {@code print}, {@code print-error}, {@code write} (no line feed), {@code
 *     sleep}, {@code starting}, {@code healthy}, {@code unhealthy}, {@code ignore-term}, {@code
 *     stop-code}, {@code exit}; after the last the container runs on
 * @param healthyWhile the flag whose presence the healthcheck looks for, or null
 * @param fail what a call for a container of the service fails with
 * @param delay how long it takes before it happens
 * @param exec what commands do that are run in its containers, by their words; others end at once,
 *     with 0
 */
record Script(
    List<Statement> statements,
    @Nullable String healthyWhile,
    Map<Call, String> fail,
    Map<Call, Duration> delay,
    Map<String, List<Statement>> exec) {

  static final String KEY = "x-memory";

  private static final Set<String> KEYS =
      Set.of("script", "healthy-while", "fail", "delay", "exec");
  private static final Set<String> WORDS =
      Set.of(
          "print",
          "print-error",
          "write",
          "sleep",
          "starting",
          "healthy",
          "unhealthy",
          "ignore-term",
          "stop-code",
          "exit");
  private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h)");

  /** One thing that a container does: {@code print hello}. */
  record Statement(String word, String rest) {
    int number() {
      return Integer.parseInt(rest.strip());
    }

    Duration duration() {
      return parseDuration(rest.strip());
    }

    boolean isOfHealth() {
      return word.equals("starting") || word.equals("healthy") || word.equals("unhealthy");
    }
  }

  /**
   * What the service says of itself.
   *
   * @throws EngineException if it cannot be understood
   */
  static Script of(Service service) {
    Object extension = service.extensions().get(KEY);
    if (extension == null) {
      return new Script(List.of(), null, Map.of(), Map.of(), Map.of());
    }
    try {
      return parse((Map<?, ?>) extension);
    } catch (ClassCastException | IllegalArgumentException e) {
      String message = "'x-memory' of service '" + service.name() + "' is wrong: " + e.getMessage();
      throw new EngineException(message, null, e);
    }
  }

  /** What the container of a hook does: what the hook's command does, to its end. */
  static Script ofHook(Service service) {
    Script all = of(service);
    List<String> words = service.command() == null ? List.of() : service.command();
    List<Statement> statements = new ArrayList<>();
    statements.addAll(all.exec.getOrDefault(String.join(" ", words), List.of()));
    statements.add(new Statement("exit", "0"));
    return new Script(statements, null, all.fail, all.delay, all.exec);
  }

  /** Whether the script itself says how healthy the container is. */
  boolean tellsHealth() {
    return statements.stream().anyMatch(Statement::isOfHealth);
  }

  private static Script parse(Map<?, ?> map) {
    Set<Object> unknown = new TreeSet<>(map.keySet());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("'" + unknown.iterator().next() + "' is not known");
    }
    Map<String, List<Statement>> exec = new HashMap<>();
    if (map.get("exec") instanceof Map<?, ?> commands) {
      commands.forEach((command, does) -> exec.put(String.valueOf(command), statements(does)));
    }
    return new Script(
        statements(map.get("script")),
        (String) map.get("healthy-while"),
        calls(map.get("fail"), text -> text),
        calls(map.get("delay"), Script::parseDuration),
        exec);
  }

  private static List<Statement> statements(@Nullable Object texts) {
    List<?> list = texts == null ? List.of() : (List<?>) texts;
    return list.stream().map(each -> statement(String.valueOf(each))).toList();
  }

  private static Statement statement(String text) {
    int space = text.indexOf(' ');
    String word = space < 0 ? text : text.substring(0, space);
    if (!WORDS.contains(word)) {
      throw new IllegalArgumentException("'" + word + "' is not a statement");
    }
    Statement statement = new Statement(word, space < 0 ? "" : text.substring(space + 1));
    switch (word) {
      case "sleep" -> statement.duration();
      case "exit", "stop-code" -> statement.number();
      default -> {}
    }
    return statement;
  }

  private static <V> Map<Call, V> calls(@Nullable Object map, Function<String, V> value) {
    Map<Call, V> calls = new EnumMap<>(Call.class);
    if (map != null) {
      ((Map<?, ?>) map)
          .forEach((verb, each) -> calls.put(call(verb), value.apply(String.valueOf(each))));
    }
    return calls;
  }

  private static Call call(Object verb) {
    String name = String.valueOf(verb).toUpperCase(Locale.ROOT) + "_CONTAINER";
    return Stream.of(Call.values())
        .filter(call -> call.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + verb + "' is not a call"));
  }

  private static Duration parseDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      sum = sum.plus(Duration.parse(iso(matcher.group(1), matcher.group(2))));
      end = matcher.end();
    }
    if (end == 0 || end != text.length()) {
      throw new IllegalArgumentException("'" + text + "' is not a duration such as '1m30s'");
    }
    return sum;
  }

  private static String iso(String number, String unit) {
    return unit.equals("ms")
        ? "PT" + Long.parseLong(number) / 1000.0 + "S"
        : "PT" + number + unit.toUpperCase(Locale.ROOT);
  }
}

package org.jcompose.engine.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jcompose.engine.Finding;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * How a service is run as a process: its {@code x-process} attribute.
 *
 * @param command program and arguments; null: the service's entrypoint and command
 * @param workingDir relative to the project's; null: the service's with the service's command, else
 *     the project's
 * @param environment added to the service's; a null value: the caller's
 */
record XProcess(
    @Nullable List<String> command,
    @Nullable String workingDir,
    Map<String, @Nullable String> environment) {

  static final String KEY = "x-process";

  private static final List<String> KEYS =
      List.of("command", "environment", "shell", "working_dir");

  /**
   * Reads a service's attribute.
   *
   * @return empty if the service has none, or if something is wrong with it
   */
  static Optional<XProcess> of(Service service, List<Finding> findings) {
    if (!service.extensions().containsKey(KEY)) {
      return Optional.empty();
    }
    Reader reader = new Reader(service.name(), findings);
    return reader.read(service.extensions().get(KEY));
  }

  /** Reads the attribute and keeps what is wrong with it. */
  private static final class Reader {
    private final String service;
    private final List<Finding> findings;
    private boolean isWrong;

    Reader(String service, List<Finding> findings) {
      this.service = service;
      this.findings = findings;
    }

    Optional<XProcess> read(@Nullable Object value) {
      Map<?, ?> map = Map.of();
      if (value instanceof Map<?, ?> given) {
        map = given;
      } else if (value != null) {
        refuse(KEY, "'x-process' of service '" + service + "' must be a mapping", "write '{}'");
      }
      map.keySet().forEach(this::checkKey);
      XProcess process =
          new XProcess(
              command(map.get("command"), isShell(map.get("shell"))),
              text("working_dir", map.get("working_dir")),
              environment(map.get("environment")));
      return isWrong ? Optional.empty() : Optional.of(process);
    }

    private void checkKey(Object key) {
      String name = String.valueOf(key);
      if (!KEYS.contains(name)) {
        String near =
            Spelling.nearest(name, KEYS)
                .map(it -> "did you mean '" + it + "'?")
                .orElse("its keys are " + String.join(", ", KEYS));
        refuse(
            KEY + "." + name,
            "'x-process' of service '" + service + "' has no key '" + name + "'",
            near);
      }
    }

    private boolean isShell(@Nullable Object value) {
      if (value != null && !(value instanceof Boolean)) {
        refuse(KEY + ".shell", "'shell' of service '" + service + "' must be true or false", null);
      }
      return Boolean.TRUE.equals(value);
    }

    private @Nullable List<String> command(@Nullable Object value, boolean isShell) {
      if (isShell) {
        if (value instanceof String line) {
          return List.of("/bin/sh", "-c", line);
        }
        refuse(
            KEY + ".shell",
            "'shell' of service '" + service + "' needs a 'command' that is one text",
            "write the command line as a text, or leave 'shell' out");
        return null;
      }
      if (value == null) {
        return null;
      }
      List<String> command = value instanceof String line ? words(line) : texts(value);
      if (command.isEmpty() && !isWrong) {
        refuse(KEY + ".command", "'command' of service '" + service + "' is empty", null);
      }
      return command;
    }

    private List<String> words(String line) {
      Optional<List<String>> words = Words.split(line);
      if (words.isEmpty()) {
        refuse(
            KEY + ".command",
            "'command' of service '" + service + "' has a quotation mark without its other half",
            null);
      }
      return words.orElse(List.of());
    }

    private List<String> texts(Object value) {
      List<String> texts = new ArrayList<>();
      if (value instanceof List<?> list && list.stream().allMatch(XProcess::isScalar)) {
        list.forEach(element -> texts.add(String.valueOf(element)));
      } else {
        refuse(
            KEY + ".command",
            "'command' of service '" + service + "' must be a text or a list",
            null);
      }
      return texts;
    }

    private @Nullable String text(String key, @Nullable Object value) {
      if (value != null && !(value instanceof String)) {
        refuse(KEY + "." + key, "'" + key + "' of service '" + service + "' must be a text", null);
        return null;
      }
      return (String) value;
    }

    private Map<String, @Nullable String> environment(@Nullable Object value) {
      Map<String, @Nullable String> variables = new LinkedHashMap<>();
      if (value instanceof Map<?, ?> map && map.values().stream().allMatch(XProcess::isScalar)) {
        map.forEach((name, each) -> variables.put(String.valueOf(name), textOrNull(each)));
      } else if (value instanceof List<?> list
          && list.stream().allMatch(String.class::isInstance)) {
        list.forEach(each -> putPair(variables, (String) each));
      } else if (value != null) {
        refuse(
            KEY + ".environment",
            "'environment' of service '" + service + "' must be a mapping or a list of texts",
            null);
      }
      return variables;
    }

    private static void putPair(Map<String, @Nullable String> variables, String pair) {
      int sign = pair.indexOf('=');
      if (sign < 0) {
        variables.put(pair, null);
      } else {
        variables.put(pair.substring(0, sign), pair.substring(sign + 1));
      }
    }

    private void refuse(String path, String message, @Nullable String fix) {
      isWrong = true;
      findings.add(new Finding("services." + service + "." + path, true, message, fix));
    }
  }

  private static boolean isScalar(@Nullable Object value) {
    return !(value instanceof Map) && !(value instanceof List);
  }

  private static @Nullable String textOrNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}

package org.jcompose.load;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Named;
import org.jcompose.load.Shape.Value;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** Guesses what a user meant who wrote an attribute in another way than it can be written. */
final class Slips {

  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          entry("args", "command"),
          entry("capabilities", "cap_add"),
          entry("cmd", "command"),
          entry("cpu", "cpus"),
          entry("dependencies", "depends_on"),
          entry("env", "environment"),
          entry("health_check", "healthcheck"),
          entry("memory", "mem_limit"),
          entry("mounts", "volumes"),
          entry("name", "container_name"),
          entry("replicas", "scale"),
          entry("restart_policy", "restart"),
          entry("workdir", "working_dir"));

  private static final Pattern UNSPACED =
      Pattern.compile("([A-Za-z_][\\w.-]*):(\\S.*)", Pattern.DOTALL);
  private static final String NO_BREAK_SPACE = "\u00a0";

  private Slips() {}

  /** The fix for an unknown attribute; null if nothing comes to mind. */
  static @Nullable String unknown(String path, Entry unknown, Fields shape) {
    String key = unknown.key();
    if (path.indexOf('.') < 0) {
      return top(unknown, shape);
    }
    String snake =
        key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('-', '_').toLowerCase(Locale.ROOT);
    for (String guess : List.of(snake, key + "s", OTHER_WORDS.getOrDefault(snake, snake))) {
      if (shape.attributes().containsKey(guess)) {
        return didYouMean(guess);
      }
    }
    return elsewhere(path, key, shape);
  }

  private static @Nullable String top(Entry unknown, Fields shape) {
    String key = unknown.key();
    boolean like =
        unknown.value() instanceof Mapping mapping
            && (mapping.has("image") || mapping.has("build") || mapping.has("command"));
    if (like) {
      return "indent it under 'services', as '" + key + "' looks like a service";
    }
    if (shape.attributes().containsKey(key + "s")) {
      return didYouMean(key + "s");
    }
    return Attributes.SERVICE.attributes().containsKey(key)
        ? "'" + key + "' is an attribute of a service: indent it under one"
        : null;
  }

  private static @Nullable String elsewhere(String path, String key, Fields shape) {
    for (Attribute attribute : shape.attributes().values()) {
      if (attribute.shape() instanceof Fields inner && inner.attributes().containsKey(key)) {
        return "write it under '" + attribute.name() + "'";
      }
    }
    boolean inService = path.startsWith("services.") && path.split("\\.", -1).length > 3;
    return inService && Attributes.SERVICE.attributes().containsKey(key)
        ? "'" + key + "' is an attribute of a service: indent it less"
        : null;
  }

  private static String didYouMean(String name) {
    return "did you mean '" + name + "'?";
  }

  /** The fix for a value of another kind than its attribute's; null if nothing comes to mind. */
  static @Nullable String wrongKind(String path, Shape shape, Node node) {
    String fix = misplaced(path, shape, node);
    if (fix != null) {
      return fix;
    }
    if (shape instanceof Items) {
      return list(node);
    }
    if (shape instanceof Value) {
      boolean empty = node instanceof Mapping mapping && mapping.entries().isEmpty();
      return empty ? "write '\"\"' for an empty value" : null;
    }
    return mapping(path, shape, node);
  }

  /** An attribute of a service that stands one level above or below its own. */
  private static @Nullable String misplaced(String path, Shape shape, Node node) {
    String key = path.substring(path.lastIndexOf('.') + 1);
    List<String> parts = List.of(path.split("\\.", -1));
    boolean known = Attributes.SERVICE.attributes().containsKey(key);
    if (!known || !parts.get(0).equals("services")) {
      return null;
    }
    boolean above = parts.size() == 2 && !(node instanceof Mapping);
    boolean below = parts.size() == 4 && shape instanceof Value && !(node instanceof Scalar);
    return above
        ? "'" + key + "' is an attribute of a service: indent it under one"
        : below
            ? "'" + key + "' is an attribute of a service: indent it as '" + parts.get(2) + "' is"
            : null;
  }

  private static @Nullable String list(Node node) {
    if (node instanceof Mapping) {
      return "begin each item with '- '";
    }
    String text = node instanceof Scalar scalar ? scalar.text() : "";
    if (text.startsWith("-")) {
      return "write a space after each '-'";
    }
    boolean line = !text.isEmpty() && text.indexOf('\n') < 0;
    return line ? "write '- " + Abbreviated.of(text) + "' below it, or '[...]'" : null;
  }

  private static @Nullable String mapping(String path, Shape shape, Node node) {
    if (node instanceof Sequence) {
      return "leave out the '-' of each item";
    }
    if (!(node instanceof Scalar scalar) || scalar.type() != Scalar.Type.STRING) {
      return null;
    }
    Matcher unspaced = UNSPACED.matcher(scalar.text());
    if (unspaced.matches()) {
      return "write a space after the colon: '"
          + unspaced.group(1)
          + ": "
          + Abbreviated.of(unspaced.group(2))
          + "'";
    }
    if (scalar.text().contains(":" + NO_BREAK_SPACE)) {
      return "the space after the colon is U+00A0: replace it by a plain one";
    }
    int last = path.lastIndexOf('.');
    if (path.contains(".depends_on.")) {
      return "write '" + path.substring(last + 1) + ": {condition: " + scalar.text() + "}'";
    }
    if (path.matches("services\\.[^.]*")) {
      return "write its attributes below it: 'image: " + Abbreviated.of(scalar.text()) + "'";
    }
    boolean pairs = shape instanceof Named && scalar.text().indexOf('=') > 0;
    if (pairs) {
      return "write '" + Abbreviated.of(scalar.text().replaceFirst("=", ": ")) + "'";
    }
    return shape instanceof Named ? "write '[" + Abbreviated.of(scalar.text()) + "]'" : null;
  }

  /** The fix for an attribute without a value. */
  static String empty(String path, @Nullable Shape shape) {
    if (path.contains(".depends_on.")) {
      String name = path.substring(path.lastIndexOf('.') + 1);
      return "write 'condition: service_started' under it, or a list: '- " + name + "'";
    }
    if (path.matches("services\\.[^.]*")) {
      return "write its attributes below it, indented deeper";
    }
    return shape instanceof Value
        ? "give it a value, or remove it"
        : "remove it, or write below it";
  }
}

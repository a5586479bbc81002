package org.jcompose.yaml;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists and scalars as a YAML document in block style, keys in the map's order: byte
 * for byte as the YAML writer of Docker Compose does.
 */
public final class YamlWriter {

  /** The order of keys that users chose, which is up to the caller. */
  public static final Comparator<String> KEY_ORDER = NaturalOrder.KEYS;

  private static final int INDENT = 2;
  private static final int LONGEST_SIMPLE_KEY = 128;

  private final StringBuilder text = new StringBuilder();

  private YamlWriter() {}

  /** The document, ending with a line break. */
  public static String write(@Nullable Object value) {
    YamlWriter writer = new YamlWriter();
    if (isBlock(value)) {
      writer.block(value, 0);
    } else {
      writer.text.append(YamlScalar.of(value).written(INDENT)).append('\n');
    }
    return writer.text.toString();
  }

  private static boolean isBlock(@Nullable Object value) {
    return (value instanceof Map<?, ?> map && !map.isEmpty())
        || (value instanceof List<?> list && !list.isEmpty());
  }

  /** Writes a mapping or list whose first line has been indented already. */
  private void block(@Nullable Object value, int indent) {
    String margin = "";
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text.append(margin);
        entry(String.valueOf(entry.getKey()), entry.getValue(), indent);
        margin = " ".repeat(indent);
      }
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        text.append(margin).append("- ");
        inLine(item, indent + INDENT);
        margin = " ".repeat(indent);
      }
    }
  }

  private void entry(String key, @Nullable Object value, int indent) {
    YamlScalar scalar = YamlScalar.of(key);
    if (key.length() > LONGEST_SIMPLE_KEY || scalar.isMultiline()) {
      text.append("? ").append(scalar.written(indent + INDENT)).append('\n');
      text.append(" ".repeat(indent)).append(": ");
      inLine(value, indent + INDENT);
      return;
    }
    text.append(scalar.asKey()).append(':');
    if (isBlock(value)) {
      text.append('\n').append(" ".repeat(indent + INDENT));
    } else {
      text.append(' ');
    }
    inLine(value, indent + INDENT);
  }

  private void inLine(@Nullable Object value, int indent) {
    if (isBlock(value)) {
      block(value, indent);
    } else {
      text.append(YamlScalar.of(value).written(indent)).append('\n');
    }
  }
}

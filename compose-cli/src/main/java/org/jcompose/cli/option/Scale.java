package org.jcompose.cli.option;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code --scale web=3}. */
public final class Scale {

  private Scale() {}

  /**
   * The number of replicas by service; the last one counts.
   *
   * @throws UsageException if one of them is not {@code SERVICE=NUMBER}
   */
  public static Map<String, Integer> read(List<String> texts, Options options) {
    Map<String, Integer> scale = new TreeMap<>();
    for (String text : texts) {
      int equals = text.lastIndexOf('=');
      String number = text.substring(equals + 1);
      if (equals < 1 || !number.matches("\\d{1,6}")) {
        throw options.wrong("'--scale' takes SERVICE=NUMBER, not '" + text + "'", null);
      }
      scale.put(text.substring(0, equals), Integer.valueOf(number));
    }
    return scale;
  }
}

package org.jcompose.yaml;

import java.util.Set;
import java.util.regex.Pattern;
import org.jcompose.yaml.Node.Scalar;

/** Tells which strings other YAML readers would take for something else. */
final class YamlStrings {

  private static final Set<String> SPECIAL =
      Set.of(
          "<<", "=", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO",
          "off", "Off", "OFF");
  private static final Pattern BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

  private YamlStrings() {}

  static boolean needQuotes(String text) {
    return PlainScalars.typeOf(text) != Scalar.Type.STRING
        || SPECIAL.contains(text)
        || (PlainScalars.startsLikeNumber(text) && isOldNumber(text));
  }

  private static boolean isOldNumber(String text) {
    return BASE_60.matcher(text).matches() || DATE.matcher(text).matches();
  }
}

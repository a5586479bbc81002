package org.jcompose.load;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jcompose.load.Shape.Kind;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/** Brings single values into canonical form. */
final class Values {

  private static final Pattern TRUE = Pattern.compile("true|yes|y|on");
  private static final Pattern FALSE = Pattern.compile("false|no|n|off");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");

  private Values() {}

  /** The value as a value of the given kind; null if it is none. */
  static @Nullable Scalar canonical(Kind kind, Scalar scalar, FileContext context) {
    return switch (kind) {
      case STRING -> scalar.type() == Scalar.Type.STRING ? scalar : null;
      case TEXT -> text(scalar);
      case INTEGER -> integer(scalar);
      case BOOLEAN -> bool(scalar);
      case DURATION -> duration(scalar);
      case SIZE -> size(scalar);
      case PATH -> path(scalar, context);
    };
  }

  /** A number or boolean as a string, as Docker Compose would print it. */
  static Scalar text(Scalar scalar) {
    boolean text = scalar.type() == Scalar.Type.STRING || scalar.type() == Scalar.Type.INVALID;
    return text ? scalar : scalar.withText(printed(scalar));
  }

  private static String printed(Scalar scalar) {
    Object value = scalar.value();
    return value instanceof Double number ? GoNumbers.print(number) : String.valueOf(value);
  }

  private static @Nullable Scalar integer(Scalar scalar) {
    String text = scalar.type() == Scalar.Type.INTEGER ? printed(scalar) : scalar.text();
    boolean whole = scalar.type() == Scalar.Type.INTEGER || scalar.type() == Scalar.Type.STRING;
    if (!whole || !INTEGER.matcher(text).matches()) {
      return null;
    }
    return scalar.as(Scalar.Type.INTEGER, Long.toString(Long.parseLong(text)));
  }

  private static @Nullable Scalar bool(Scalar scalar) {
    if (scalar.type() != Scalar.Type.BOOLEAN && scalar.type() != Scalar.Type.STRING) {
      return null;
    }
    String text = scalar.text().toLowerCase(Locale.ROOT);
    if (TRUE.matcher(text).matches()) {
      return scalar.as(Scalar.Type.BOOLEAN, "true");
    }
    return FALSE.matcher(text).matches() ? scalar.as(Scalar.Type.BOOLEAN, "false") : null;
  }

  private static @Nullable Scalar duration(Scalar scalar) {
    boolean string = scalar.type() == Scalar.Type.STRING;
    Duration duration = string ? Durations.parse(scalar.text()) : null;
    return duration == null ? null : scalar.withText(duration.toString());
  }

  private static @Nullable Scalar size(Scalar scalar) {
    boolean number = scalar.type() == Scalar.Type.INTEGER;
    Long bytes = ByteSizes.parse(number ? printed(scalar) : scalar.text());
    return bytes == null ? null : scalar.as(Scalar.Type.INTEGER, bytes.toString());
  }

  private static @Nullable Scalar path(Scalar scalar, FileContext context) {
    boolean string = scalar.type() == Scalar.Type.STRING && !scalar.text().isEmpty();
    return string ? scalar.withText(context.absolute(scalar.text())) : null;
  }
}

package org.jcompose.load;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jcompose.load.Shape.Kind;
import org.jcompose.yaml.GoNumbers;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/** Brings single values into canonical form. */
final class Values {

  private static final Pattern TRUE = Pattern.compile("true|yes|y|on");
  private static final Pattern FALSE = Pattern.compile("false|no|n|off");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,19}");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([0-9]{1,40}\\.?[0-9]{0,40}|\\.[0-9]{1,40})([eE][-+]?[0-9]{1,3})?");
  private static final Pattern OCTAL = Pattern.compile("[0-7]{1,10}");
  private static final int OCTAL_RADIX = 8;
  private static final Pattern REMOTE = Pattern.compile("[^/]*://|service:|github\\.com/|git@");
  private static final double MOST_WHOLE = 1e18;
  private static final long NANOS_PER_MICRO = 1_000;

  private Values() {}

  /** The value as a value of the given kind; null if it is none. */
  static @Nullable Scalar canonical(Kind kind, Scalar scalar, FileContext context) {
    return switch (kind) {
      case STRING -> scalar.type() == Scalar.Type.STRING ? scalar : null;
      case TEXT -> text(scalar);
      case INTEGER -> integer(scalar);
      case PLAIN_INTEGER -> scalar.type() == Scalar.Type.INTEGER ? integer(scalar) : null;
      case TRUNCATED -> truncated(scalar);
      case FLOAT -> decimal(scalar);
      case MICROSECONDS -> microseconds(scalar);
      case OPTION -> scalar.type() == Scalar.Type.BOOLEAN ? null : text(scalar);
      case BOOLEAN -> bool(scalar);
      case PLAIN_BOOLEAN -> scalar.type() == Scalar.Type.BOOLEAN ? bool(scalar) : null;
      case DURATION -> duration(scalar);
      case SIZE -> size(scalar, context);
      case SIZE_WITH_UNIT -> scalar.type() == Scalar.Type.STRING ? size(scalar, context) : null;
      case COUNT_OR_ALL ->
          scalar.text().equalsIgnoreCase("all") ? whole(scalar, -1) : integer(scalar);
      case MODE -> mode(scalar);
      case SWITCH_OR_STRING -> isNumber(scalar) ? null : text(scalar);
      case PATH -> path(scalar, context);
      case PATH_OR_EMPTY -> scalar.text().isEmpty() ? scalar : path(scalar, context);
      case CONTEXT -> buildContext(scalar, context);
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
    if (scalar.value() instanceof Double number) {
      return number == Math.rint(number) ? truncated(scalar) : null;
    }
    String text = scalar.type() == Scalar.Type.INTEGER ? printed(scalar) : scalar.text();
    boolean whole = scalar.type() == Scalar.Type.INTEGER || scalar.type() == Scalar.Type.STRING;
    boolean small =
        whole && INTEGER.matcher(text).matches() && new BigInteger(text).bitLength() < Long.SIZE;
    return small ? whole(scalar, Long.parseLong(text)) : null;
  }

  private static @Nullable Scalar truncated(Scalar scalar) {
    if (scalar.value() instanceof Double number) {
      return Math.abs(number) < MOST_WHOLE ? whole(scalar, number.longValue()) : null;
    }
    return integer(scalar);
  }

  private static Scalar whole(Scalar scalar, long number) {
    return scalar.as(Scalar.Type.INTEGER, Long.toString(number));
  }

  private static @Nullable Scalar decimal(Scalar scalar) {
    boolean number = scalar.value() instanceof Double || scalar.type() == Scalar.Type.INTEGER;
    String text = number ? String.valueOf(scalar.value()) : scalar.text();
    boolean known = number || scalar.type() == Scalar.Type.STRING;
    if (!known || !DECIMAL.matcher(text).matches() || !Float.isFinite(Float.parseFloat(text))) {
      return null;
    }
    return scalar.as(Scalar.Type.FLOAT, text);
  }

  /** Whole numbers are microseconds already. */
  private static @Nullable Scalar microseconds(Scalar scalar) {
    Scalar number = truncated(scalar);
    Duration duration = number == null ? Durations.parse(scalar.text()) : null;
    return duration == null ? number : whole(scalar, duration.toNanos() / NANOS_PER_MICRO);
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

  private static @Nullable Scalar size(Scalar scalar, FileContext context) {
    if (scalar.type() == Scalar.Type.INTEGER) {
      return integer(scalar);
    }
    if (scalar.type() == Scalar.Type.FLOAT) {
      // Docker Compose takes 0 for it, which limits nothing; hashes are taken of that.
      context
          .problems()
          .warning(
              scalar.place(),
              "a size of " + scalar.text() + " counts as 0",
              "write a whole number of bytes, or a unit: '512m'");
      return whole(scalar, 0);
    }
    Long bytes = scalar.type() == Scalar.Type.STRING ? ByteSizes.parse(scalar.text()) : null;
    return bytes == null ? null : whole(scalar, bytes);
  }

  private static boolean isNumber(Scalar scalar) {
    return scalar.type() == Scalar.Type.INTEGER || scalar.type() == Scalar.Type.FLOAT;
  }

  private static @Nullable Scalar mode(Scalar scalar) {
    if (scalar.type() != Scalar.Type.STRING) {
      boolean positive = scalar.type() == Scalar.Type.INTEGER && !printed(scalar).startsWith("-");
      return positive ? integer(scalar) : null;
    }
    boolean octal = OCTAL.matcher(scalar.text()).matches();
    return octal ? whole(scalar, Long.parseLong(scalar.text(), OCTAL_RADIX)) : null;
  }

  /** What has a scheme, and what BuildKit takes for an address, is none of the host's paths. */
  private static @Nullable Scalar buildContext(Scalar scalar, FileContext context) {
    if (scalar.type() != Scalar.Type.STRING) {
      return null;
    }
    boolean path = !scalar.text().isEmpty() && !REMOTE.matcher(scalar.text()).lookingAt();
    return path ? path(scalar, context) : scalar;
  }

  private static @Nullable Scalar path(Scalar scalar, FileContext context) {
    boolean string = scalar.type() == Scalar.Type.STRING && !scalar.text().isEmpty();
    return string ? scalar.withText(context.absolute(scalar.text())) : null;
  }
}

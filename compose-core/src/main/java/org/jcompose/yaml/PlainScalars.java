package org.jcompose.yaml;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * What a scalar without quotes stands for. These are the rules of the YAML reader that Docker
 * Compose uses: YAML 1.2's core schema, with octal numbers in both notations, binary numbers and
 * underscores between digits; {@code yes} and {@code on} are strings.
 */
final class PlainScalars {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSES = Set.of("false", "False", "FALSE");
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9][0-9]*)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern SPECIAL = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  /** Longer ones are no numbers that mean anything, and cost the square of their length. */
  private static final int LONGEST_NUMBER = 400;

  /** Shorter numbers fit 64 bits in every notation. */
  private static final int SAFE_LENGTH = 17;

  private PlainScalars() {}

  static Scalar.Type typeOf(String text) {
    if (NULLS.contains(text)) {
      return Scalar.Type.NULL;
    }
    if (TRUES.contains(text) || FALSES.contains(text)) {
      return Scalar.Type.BOOLEAN;
    }
    if (text.length() > LONGEST_NUMBER || !startsLikeNumber(text)) {
      return Scalar.Type.STRING;
    }
    String digits = text.replace("_", "");
    if (INTEGER.matcher(digits).matches()) {
      return digits.length() < SAFE_LENGTH || fits(digits) ? Scalar.Type.INTEGER : large(digits);
    }
    if (FLOAT.matcher(digits).matches()) {
      return large(digits);
    }
    return SPECIAL.matcher(text).matches() ? Scalar.Type.FLOAT : Scalar.Type.STRING;
  }

  /** Whether a whole number is one of Go's 64-bit numbers, with or without a sign. */
  private static boolean fits(String digits) {
    BigInteger value = wide(digits);
    return value.bitLength() < Long.SIZE || (value.signum() > 0 && value.bitLength() == Long.SIZE);
  }

  /** What is too large for a double, too, is a string. */
  private static Scalar.Type large(String digits) {
    boolean isFloat =
        FLOAT.matcher(digits).matches() && Double.isFinite(Double.parseDouble(digits));
    return isFloat ? Scalar.Type.FLOAT : Scalar.Type.STRING;
  }

  static boolean startsLikeNumber(String text) {
    return "+-.0123456789".indexOf(text.charAt(0)) >= 0;
  }

  static @Nullable Object value(Scalar.Type type, String text) {
    return switch (type) {
      case NULL -> null;
      case BOOLEAN -> TRUES.contains(text);
      case INTEGER -> integer(text.replace("_", ""));
      case FLOAT -> floating(text.replace("_", ""));
      case STRING, INVALID -> text;
    };
  }

  private static Number integer(String text) {
    BigInteger value = wide(text);
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  private static BigInteger wide(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    BigInteger value = magnitude((signed ? text.substring(1) : text).toLowerCase(Locale.ROOT));
    return text.startsWith("-") ? value.negate() : value;
  }

  private static BigInteger magnitude(String digits) {
    if (digits.startsWith("0x")) {
      return new BigInteger(digits.substring(2), 16);
    }
    if (digits.startsWith("0b")) {
      return new BigInteger(digits.substring(2), 2);
    }
    if (digits.startsWith("0o")) {
      return new BigInteger(digits.substring(2), 8);
    }
    boolean octal = digits.length() > 1 && digits.startsWith("0");
    return new BigInteger(digits, octal ? 8 : 10);
  }

  private static Double floating(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith("nan")) {
      return Double.NaN;
    }
    if (lower.endsWith("inf")) {
      return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.valueOf(text);
  }
}

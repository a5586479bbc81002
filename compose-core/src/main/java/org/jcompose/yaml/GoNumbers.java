package org.jcompose.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Prints floating-point numbers as Docker Compose does. */
public final class GoNumbers {

  private static final int FIRST_WITH_EXPONENT = 6;
  private static final int LAST_WITH_EXPONENT = -5;
  private static final int MOST_FLOAT_DIGITS = 9;
  private static final int FIRST_WITH_EXPONENT_IN_JSON = 21;
  private static final int LAST_WITH_EXPONENT_IN_JSON = -7;

  private GoNumbers() {}

  /** As a string, and in YAML. */
  public static String print(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return "0";
    }
    return print(new BigDecimal(Double.toString(value)).stripTrailingZeros());
  }

  /** A number of single precision in YAML. */
  public static String print(float value) {
    return value == 0 ? "0" : print(shortest(value));
  }

  private static String print(BigDecimal decimal) {
    int exponent = exponent(decimal);
    if (exponent < FIRST_WITH_EXPONENT && exponent > LAST_WITH_EXPONENT) {
      return decimal.toPlainString();
    }
    return mantissa(decimal) + String.format("e%+03d", exponent);
  }

  /** A number of single precision in JSON. */
  public static String printJson(float value) {
    BigDecimal decimal = shortest(value);
    int exponent = exponent(decimal);
    if (exponent < FIRST_WITH_EXPONENT_IN_JSON && exponent > LAST_WITH_EXPONENT_IN_JSON) {
      return decimal.toPlainString();
    }
    return mantissa(decimal) + String.format("e%+d", exponent);
  }

  /** With as few digits as tell the number from all others; Java's own text may have more. */
  private static BigDecimal shortest(float value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_FLOAT_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.floatValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MOST_FLOAT_DIGITS)).stripTrailingZeros();
  }

  private static int exponent(BigDecimal decimal) {
    return decimal.precision() - decimal.scale() - 1;
  }

  private static String mantissa(BigDecimal decimal) {
    String digits = decimal.unscaledValue().abs().toString();
    String sign = decimal.signum() < 0 ? "-" : "";
    String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
    return sign + digits.charAt(0) + rest;
  }
}

package org.jcompose.load;

import java.math.BigDecimal;

/** Prints floating-point numbers as Docker Compose does when they become strings. */
final class GoNumbers {

  private static final int FIRST_WITH_EXPONENT = 6;
  private static final int LAST_WITH_EXPONENT = -5;

  private GoNumbers() {}

  static String print(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent < FIRST_WITH_EXPONENT && exponent > LAST_WITH_EXPONENT) {
      return decimal.toPlainString();
    }
    return mantissa(decimal) + String.format("e%+03d", exponent);
  }

  private static String mantissa(BigDecimal decimal) {
    String digits = decimal.unscaledValue().abs().toString();
    String sign = decimal.signum() < 0 ? "-" : "";
    String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
    return sign + digits.charAt(0) + rest;
  }
}

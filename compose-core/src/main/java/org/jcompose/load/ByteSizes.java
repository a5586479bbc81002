package org.jcompose.load;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes as the Compose Specification writes them: {@code 64m}, {@code 1.5gb}; units are binary. */
final class ByteSizes {

  private static final Pattern SIZE =
      Pattern.compile(
          "((?:[0-9]{1,20}\\.?[0-9]{0,20}|\\.[0-9]{1,20})(?:e[-+]?[0-9]{1,2})?) ?(?:([kmgtp])(?:i?b)?|b)?");
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private ByteSizes() {}

  /** The size in bytes; null if the text is none. */
  static @Nullable Long parse(String text) {
    Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      return null;
    }
    int power = size.group(2) == null ? 0 : "kmgtp".indexOf(size.group(2)) + 1;
    BigDecimal bytes = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(1024).pow(power));
    return bytes.compareTo(MOST) > 0 ? null : bytes.longValue();
  }
}

package org.jcompose.testing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A need of a test that was not met, in the words by which its skip is reported and later counted.
 */
record MissingNeed(String need, String why) {

  private static final Pattern REASON = Pattern.compile("needs '([a-z-]+)': (.*)", Pattern.DOTALL);

  static Optional<MissingNeed> parse(String reason) {
    Matcher matcher = REASON.matcher(reason);
    return matcher.matches()
        ? Optional.of(new MissingNeed(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  String reason() {
    return "needs '" + need + "': " + why;
  }
}

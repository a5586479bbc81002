package org.jcompose.engine.process;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jcompose.engine.EngineException;

/** Signals by the names and numbers that {@code kill -s} takes. */
final class Signals {

  static final String TERM = "TERM";
  static final String KILL = "KILL";

  private static final Set<String> NAMES =
      Set.of(
          ("ABRT ALRM BUS CHLD CONT FPE HUP ILL INT IO KILL PIPE POLL PROF PWR QUIT SEGV STKFLT"
                  + " STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ")
              .split(" ", -1));
  private static final Pattern REAL_TIME = Pattern.compile("RTMIN(\\+\\d\\d?)?|RTMAX(-\\d\\d?)?");
  private static final Pattern NUMBER = Pattern.compile("[1-9]|[1-5]\\d|6[0-4]");

  private Signals() {}

  /**
   * The signal without {@code SIG}.
   *
   * @throws EngineException if there is none of that name
   */
  static String parse(String text) {
    String upper = text.trim().toUpperCase(Locale.ROOT);
    String name = upper.startsWith("SIG") ? upper.substring(3) : upper;
    if (!isKnown(name)) {
      throw new EngineException("no signal is called '" + text + "'");
    }
    return name;
  }

  private static boolean isKnown(String name) {
    return NAMES.contains(name)
        || REAL_TIME.matcher(name).matches()
        || NUMBER.matcher(name).matches();
  }

  /** Whether the signal ends a process whatever it does. */
  static boolean kills(String signal) {
    return signal.equals(KILL) || signal.equals("9");
  }
}

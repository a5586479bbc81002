package org.jcompose.cli.output;

/** Colours text where that is wanted. */
public record Ansi(boolean enabled) {

  private static final Colour[] SERVICES = {
    Colour.CYAN,
    Colour.YELLOW,
    Colour.GREEN,
    Colour.MAGENTA,
    Colour.BLUE,
    Colour.BRIGHT_CYAN,
    Colour.BRIGHT_YELLOW,
    Colour.BRIGHT_GREEN,
    Colour.BRIGHT_MAGENTA,
    Colour.BRIGHT_BLUE
  };

  /** A foreground colour. */
  public enum Colour {
    RED(31),
    GREEN(32),
    YELLOW(33),
    BLUE(34),
    MAGENTA(35),
    CYAN(36),
    GREY(90),
    BRIGHT_GREEN(92),
    BRIGHT_YELLOW(93),
    BRIGHT_BLUE(94),
    BRIGHT_MAGENTA(95),
    BRIGHT_CYAN(96);

    private final int code;

    Colour(int code) {
      this.code = code;
    }
  }

  /** When to colour. */
  public enum When {
    NEVER,
    ALWAYS,
    AUTO
  }

  /** Whether a stream is coloured; see no-color.org for {@code NO_COLOR}. */
  public static Ansi of(When when, boolean terminal, Surroundings around) {
    return new Ansi(
        switch (when) {
          case NEVER -> false;
          case ALWAYS -> true;
          case AUTO ->
              terminal
                  && around.variable("NO_COLOR").isEmpty()
                  && !around.variable("TERM").equals("dumb");
        });
  }

  public String paint(Colour colour, String text) {
    return enabled ? "\u001b[" + colour.code + "m" + text + "\u001b[0m" : text;
  }

  /** One of the colours that tell services apart, in turn. */
  public static Colour ofService(int index) {
    return SERVICES[index % SERVICES.length];
  }
}

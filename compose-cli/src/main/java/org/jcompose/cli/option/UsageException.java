package org.jcompose.cli.option;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line is wrong. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String fix;
  private final String usage;

  /**
   * What is wrong, what would be right, and how the command is called.
   *
   * @param message one sentence without a full stop, naming the thing in single quotes
   * @param fix what the user can do, or null
   * @param usage the command's usage line
   */
  public UsageException(String message, @Nullable String fix, String usage) {
    super(message);
    this.fix = fix;
    this.usage = usage;
  }

  public @Nullable String fix() {
    return fix;
  }

  /** How the command is called, in one line. */
  public String usage() {
    return usage;
  }

  /** The fix for a name that is not known: the nearest of those that are, if any is near. */
  static @Nullable String didYouMean(List<String> near) {
    return near.isEmpty() ? null : "did you mean '" + near.get(0) + "'?";
  }
}

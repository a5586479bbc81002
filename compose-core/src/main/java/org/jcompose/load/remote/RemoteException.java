package org.jcompose.load.remote;

import org.jspecify.annotations.Nullable;

/** A file that lies elsewhere cannot be had; the message is a sentence for the user. */
public final class RemoteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;
  private final @Nullable String fix;

  RemoteException(String sentence, @Nullable String fix) {
    super(sentence);
    this.sentence = sentence;
    this.fix = fix;
  }

  RemoteException(String sentence) {
    this(sentence, null);
  }

  @Override
  public String getMessage() {
    return sentence;
  }

  /** What the user can do about it, or null. */
  public @Nullable String fix() {
    return fix;
  }
}

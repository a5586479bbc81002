package org.jcompose.yaml;

import java.io.Reader;

/**
 * Reads a text without ever ending a read in the middle of a character: the scanner would look for
 * the other half past the end of its buffer.
 */
final class WholeCharacters extends Reader {

  private final String text;
  private int at;

  WholeCharacters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    if (at == text.length()) {
      return -1;
    }
    int end = Math.min(text.length(), at + length);
    boolean split = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    if (split && end - at > 1) {
      end--;
    }
    int read = end - at;
    text.getChars(at, end, into, offset);
    at = end;
    return read;
  }

  @Override
  public void close() {}
}

package org.jcompose.engine.docker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A tar archive of plain files in memory, in the format of POSIX.1-2001. */
final class TarArchive {

  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * Adds a file.
   *
   * @param name its path within the archive
   * @param mode its Unix mode
   */
  void add(String name, int mode, Owner owner, byte[] content) {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    if (nameBytes.length > NAME_LENGTH || nameBytes.length != name.length()) {
      byte[] record = pathRecord(name);
      block(header(new byte[] {'p', 'a', 't', 'h'}, 'x', 0644, new Owner(0, 0), record.length));
      block(record);
    }
    block(header(nameBytes, '0', mode, owner, content.length));
    block(content);
  }

  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes.toByteArray());
    whole.writeBytes(new byte[2 * BLOCK]);
    return whole.toByteArray();
  }

  /** The numbers of a user and a group. */
  record Owner(long user, long group) {}

  // Its length counts its own digits, too.
  private static byte[] pathRecord(String name) {
    String rest = " path=" + name + "\n";
    int length = rest.getBytes(StandardCharsets.UTF_8).length;
    int digits = String.valueOf(length).length();
    int whole = length + digits;
    if (String.valueOf(whole).length() != digits) {
      whole++;
    }
    return (whole + rest).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] header(byte[] name, char type, int mode, Owner owner, int size) {
    byte[] header = new byte[BLOCK];
    System.arraycopy(name, 0, header, 0, Math.min(name.length, NAME_LENGTH));
    octal(header, 100, 8, mode);
    octal(header, 108, 8, owner.user());
    octal(header, 116, 8, owner.group());
    octal(header, 124, 12, size);
    octal(header, 136, 12, 0);
    Arrays.fill(header, 148, 156, (byte) ' ');
    header[156] = (byte) type;
    ascii(header, 257, "ustar\00000");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    octal(header, 148, 7, sum);
    return header;
  }

  private static void octal(byte[] header, int at, int length, long value) {
    String digits = Long.toOctalString(value);
    ascii(header, at, "0".repeat(Math.max(0, length - 1 - digits.length())) + digits);
  }

  private static void ascii(byte[] header, int at, String text) {
    byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(letters, 0, header, at, letters.length);
  }

  private void block(byte[] content) {
    bytes.writeBytes(content);
    bytes.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }
}

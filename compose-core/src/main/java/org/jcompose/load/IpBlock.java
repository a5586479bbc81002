package org.jcompose.load;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IP address, or all addresses that begin like one.
 *
 * @param bits the address
 * @param width of addresses of this kind, in bits
 * @param prefix how many bits count, from the first on
 */
record IpBlock(BigInteger bits, int width, int prefix) {

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  /** A single address; null if the text is none. */
  static @Nullable IpBlock address(String text) {
    boolean ipv6 = text.indexOf(':') >= 0 && IPV6.matcher(text).matches();
    if (!ipv6 && !IPV4.matcher(text).matches()) {
      return null;
    }
    try {
      // Only what is an address by its form gets here, so that no name is looked up.
      byte[] bytes = InetAddress.getByName(text).getAddress();
      int width = bytes.length * Byte.SIZE;
      return new IpBlock(new BigInteger(1, bytes), width, width);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** {@code ADDRESS/BITS}; null if the text is none. */
  static @Nullable IpBlock subnet(String text) {
    int slash = text.indexOf('/');
    IpBlock address = slash < 0 ? null : address(text.substring(0, slash));
    String length = text.substring(slash + 1);
    if (address == null || !length.matches("[0-9]{1,3}")) {
      return null;
    }
    int prefix = Integer.parseInt(length);
    return prefix > address.width ? null : new IpBlock(address.bits, address.width, prefix);
  }

  /** Whether all of the other block is in this one. */
  boolean contains(IpBlock other) {
    int dropped = width - prefix;
    return width == other.width
        && prefix <= other.prefix
        && bits.shiftRight(dropped).equals(other.bits.shiftRight(dropped));
  }
}

package dev.weft.python;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** {@code base64.b85encode} and {@code b85decode}: four bytes as five digits. */
public final class Base85 {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

  private Base85() {}

  /** {@code b85encode(bytes)}. */
  public static Bytes encode(Bytes bytes) {
    byte[] source = bytes.array();
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < source.length; at += 4) {
      long group = 0;
      for (int i = 0; i < 4; i++) {
        group = group << 8 | (at + i < source.length ? source[at + i] & 0xff : 0);
      }
      char[] digits = new char[5];
      for (int i = 4; i >= 0; i--) {
        digits[i] = DIGITS.charAt((int) (group % 85));
        group /= 85;
      }
      out.append(digits, 0, Math.min(5, source.length - at + 1));
    }
    return Bytes.encode(out.toString(), "ascii");
  }

  /** {@code b85decode(text)}. */
  public static Bytes decode(@Nullable Object text) {
    byte[] source = Hash.ascii(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < source.length; at += 5) {
      long group = 0;
      for (int i = 0; i < 5; i++) {
        int digit = at + i < source.length ? DIGITS.indexOf(source[at + i]) : 84;
        if (digit < 0) {
          throw new Errors.ValueError("bad base85 character at position " + (at + i));
        }
        group = group * 85 + digit;
      }
      if (group > 0xffffffffL) {
        throw new Errors.ValueError("base85 overflow in hunk starting at byte " + at);
      }
      for (int i = 0; i < Math.min(4, source.length - at - 1); i++) {
        out.write((int) (group >> (24 - 8 * i)));
      }
    }
    return Bytes.wrap(out.toByteArray());
  }
}

package dev.weft.python;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code bytes}. */
public final class Bytes implements Repr {
  private final byte[] data;

  private Bytes(byte[] data) {
    this.data = data;
  }

  /** A literal, one char per byte. */
  public static Bytes of(String latin1) {
    return new Bytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Bytes that nobody else changes. */
  public static Bytes wrap(byte[] data) {
    return new Bytes(data);
  }

  /** {@code text.encode(encoding)}. */
  public static Bytes encode(String text, String encoding) {
    return new Bytes(text.getBytes(Charset.forName(encoding)));
  }

  /** {@code bytes.decode(encoding)}. */
  public String decode(String encoding) {
    return new String(data, Charset.forName(encoding));
  }

  /** The bytes, not copied. */
  public byte[] array() {
    return data;
  }

  /** {@code len(bytes)}. */
  public long length() {
    return data.length;
  }

  /** {@code bytes[index]}. */
  public long get(long index) {
    long at = index < 0 ? index + data.length : index;
    if (at < 0 || at >= data.length) {
      throw new Errors.IndexError("index out of range");
    }
    return data[(int) at] & 0xff;
  }

  /** {@code bytes[lower:upper]}. */
  public static Bytes slice(Bytes bytes, @Nullable Long lower, @Nullable Long upper) {
    int[] at = Lists.indices(bytes.data.length, lower, upper, null);
    byte[] part = new byte[at.length];
    for (int i = 0; i < at.length; i++) {
      part[i] = bytes.data[at[i]];
    }
    return new Bytes(part);
  }

  /** {@code a + b}. */
  public Bytes plus(Bytes other) {
    byte[] all = Arrays.copyOf(data, data.length + other.data.length);
    System.arraycopy(other.data, 0, all, data.length, other.data.length);
    return new Bytes(all);
  }

  List<Long> values() {
    List<Long> values = new ArrayList<>();
    for (byte b : data) {
      values.add(b & 0xffL);
    }
    return values;
  }

  /** {@code bytes.hex()}. */
  public String hex() {
    return java.util.HexFormat.of().formatHex(data);
  }

  @Override
  public String repr() {
    StringBuilder out = new StringBuilder("b'");
    for (byte b : data) {
      int c = b & 0xff;
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        case '\'' -> out.append("\\'");
        default ->
            out.append(c < 32 || c > 126 ? "\\x%02x".formatted(c) : String.valueOf((char) c));
      }
    }
    return out.append("'").toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes b && Arrays.equals(data, b.data);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return repr();
  }
}

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
    return new Bytes(text.getBytes(charset(encoding)));
  }

  private static Charset charset(String name) {
    String plain = name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    try {
      return switch (plain) {
        case "utf8", "utf-8" -> StandardCharsets.UTF_8;
        case "latin-1", "latin1", "iso-8859-1" -> StandardCharsets.ISO_8859_1;
        default -> Charset.forName(plain);
      };
    } catch (IllegalArgumentException e) {
      throw Errors.from(new Errors.LookupError("unknown encoding: " + name), e);
    }
  }

  /** {@code bytes.decode(encoding)}. */
  public String decode(String encoding) {
    return new String(data, charset(encoding));
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

  /** {@code bytes(count)}. */
  public static Bytes zeros(long count) {
    return new Bytes(new byte[(int) count]);
  }

  /** {@code bytes.fromhex(text)}. */
  public static Bytes ofHex(String text) {
    return new Bytes(java.util.HexFormat.of().parseHex(text.replace(" ", "")));
  }

  /** {@code bytes(values)}. */
  public static Bytes ofValues(Iterable<?> values) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (Object each : values) {
      long value = Numbers.toLong(each);
      if (value < 0 || value > 255) {
        throw new Errors.ValueError("bytes must be in range(0, 256)");
      }
      out.write((int) value);
    }
    return new Bytes(out.toByteArray());
  }

  /** {@code int.to_bytes(length, byteorder)}. */
  public static Bytes ofLong(long value, long length, String order) {
    byte[] out = new byte[(int) length];
    long left = value;
    for (int i = 0; i < out.length; i++) {
      out[order.equals("little") ? i : out.length - 1 - i] = (byte) left;
      left >>= 8;
    }
    if (left != 0) {
      throw new Errors.OverflowError("int too big to convert");
    }
    return new Bytes(out);
  }

  /** {@code int.from_bytes(bytes, byteorder)}. */
  public static long toLong(Bytes bytes, String order) {
    long value = 0;
    int n = bytes.data.length;
    for (int i = 0; i < n; i++) {
      value = (value << 8) | (bytes.data[order.equals("little") ? n - 1 - i : i] & 0xff);
    }
    return value;
  }

  /** {@code text.encode(encoding, errors)}. */
  public static Bytes encode(String text, String encoding, String errors) {
    return errors.equals("ignore")
        ? encode(text.replaceAll("[^\\x00-\\x7f]", ""), encoding)
        : encode(text, encoding);
  }

  /** {@code format % values}. */
  public static Bytes format(Bytes format, @Nullable Object values) {
    Object[] given =
        switch (values) {
          case FixedTuple t -> t.values().toArray();
          case Tuple<?> t -> t.toArray();
          case null, default -> new Object[] {values};
        };
    for (int i = 0; i < given.length; i++) {
      given[i] = given[i] instanceof Bytes b ? b.latin1() : given[i];
    }
    return of(Format.percent(format.latin1(), given));
  }

  private String latin1() {
    return new String(data, StandardCharsets.ISO_8859_1);
  }

  /** {@code strip()}. */
  public Bytes strip() {
    return of(Strs.strip(latin1(), null));
  }

  /** {@code rstrip()}. */
  public Bytes rstrip() {
    return of(Strs.rstrip(latin1(), null));
  }

  /** {@code split(separator, max)}. */
  public List<Bytes> split(@Nullable Bytes separator, long max) {
    return Lists.copy(
        Iters.map(
            Bytes::of, Strs.split(latin1(), separator == null ? null : separator.latin1(), max)));
  }

  /** {@code splitlines()}. */
  public List<Bytes> splitLines() {
    return Lists.copy(Iters.map(Bytes::of, Strs.lines(latin1())));
  }

  /** {@code startswith(prefix)}. */
  public boolean startsWith(Bytes prefix) {
    return latin1().startsWith(prefix.latin1());
  }

  /** {@code endswith(suffix)}. */
  public boolean endsWith(Bytes suffix) {
    return latin1().endsWith(suffix.latin1());
  }

  /** {@code find(part)}. */
  public long find(Bytes part) {
    return latin1().indexOf(part.latin1());
  }

  /** {@code upper()}. */
  public Bytes upper() {
    return of(latin1().toUpperCase(java.util.Locale.ROOT));
  }

  /** {@code lower()}. */
  public Bytes lower() {
    return of(latin1().toLowerCase(java.util.Locale.ROOT));
  }

  /** {@code replace(from, to)}. */
  public Bytes replace(Bytes from, Bytes to) {
    return of(latin1().replace(from.latin1(), to.latin1()));
  }

  /** {@code join(parts)}. */
  public Bytes join(Iterable<Bytes> parts) {
    return of(Strs.join(latin1(), Iters.map(Bytes::latin1, parts)));
  }

  /** {@code ljust(width, fill)}. */
  public Bytes ljust(long width, Bytes fill) {
    return of(Strs.ljust(latin1(), width, fill.latin1()));
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

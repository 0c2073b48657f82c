package dev.weft.python;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The module {@code struct}. */
public final class Struct {
  private record Field(char code, int count) {}

  private final String format;

  /** {@code Struct(format)}. */
  public Struct(String format) {
    this.format = format;
    size(format);
  }

  /** {@code format}. */
  @Property
  public String format() {
    return format;
  }

  /** {@code size}. */
  @Property
  public long size() {
    return size(format);
  }

  /** {@code pack(values)}. */
  public Bytes packed(@Nullable Object... values) {
    return pack(format, values);
  }

  /** {@code unpack(data)} and {@code unpack_from}. */
  public Tuple<Object> unpack(@Nullable Object data, long offset, boolean whole) {
    return unpack(format, data, offset, whole);
  }

  /** {@code iter_unpack(data)}. */
  public Iterable<Tuple<Object>> all(@Nullable Object data) {
    Bytes bytes = Bytes.ofAny(data);
    long size = size();
    if (size == 0 || bytes.length() % size != 0) {
      throw new Errors.StructError(
          "iterative unpacking requires a buffer of a multiple of " + size + " bytes");
    }
    List<Tuple<Object>> all = new PyList<>();
    for (long at = 0; at < bytes.length(); at += size) {
      all.add(unpack(bytes, at, false));
    }
    return all;
  }

  private static List<Field> fields(String format) {
    List<Field> fields = new ArrayList<>();
    String text = format.replaceFirst("^[<>!=@]", "").replace(" ", "");
    int i = 0;
    while (i < text.length()) {
      int digits = i;
      while (i < text.length() && Character.isDigit(text.charAt(i))) {
        i++;
      }
      int count = i == digits ? 1 : Integer.parseInt(text.substring(digits, i));
      if (i == text.length()) {
        throw new Errors.StructError("repeat count given without format specifier");
      }
      fields.add(new Field(text.charAt(i++), count));
    }
    return fields;
  }

  private static int width(char code) {
    return switch (code) {
      case 'x', 'c', 'b', 'B', '?', 's' -> 1;
      case 'h', 'H' -> 2;
      case 'i', 'I', 'l', 'L', 'f' -> 4;
      case 'q', 'Q', 'd' -> 8;
      default -> throw new Errors.StructError("bad char in struct format");
    };
  }

  private static boolean isLittle(String format) {
    return !format.startsWith(">") && !format.startsWith("!");
  }

  /** Native formats align each field to its own width. */
  private static int padding(String format, char code, int at) {
    boolean isNative = format.isEmpty() || "<>!=".indexOf(format.charAt(0)) < 0;
    int width = code == 'l' || code == 'L' ? 8 : width(code);
    return isNative ? (width - at % width) % width : 0;
  }

  private static int width(String format, char code) {
    boolean isNative = format.isEmpty() || "<>!=".indexOf(format.charAt(0)) < 0;
    return isNative && (code == 'l' || code == 'L') ? 8 : width(code);
  }

  /** {@code calcsize(format)}. */
  public static long size(String format) {
    int at = 0;
    for (Field f : fields(format)) {
      at += padding(format, f.code, at) + f.count * width(format, f.code);
    }
    return at;
  }

  /** {@code pack(format, values)}. */
  public static Bytes pack(String format, @Nullable Object... values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean little = isLittle(format);
    int at = 0;
    for (Field f : fields(format)) {
      out.writeBytes(new byte[padding(format, f.code, out.size())]);
      if (f.code == 's') {
        Object given = next(values, at++);
        if (!(given instanceof Bytes || given instanceof ByteArray)) {
          throw new Errors.StructError("argument for 's' must be a bytes object");
        }
        byte[] text = Bytes.ofAny(given).array();
        out.writeBytes(Arrays.copyOf(text, f.count));
        continue;
      }
      for (int i = 0; i < f.count; i++) {
        if (f.code == 'x') {
          out.write(0);
        } else {
          write(out, format, f.code, next(values, at++), little);
        }
      }
    }
    if (at != values.length) {
      throw new Errors.StructError(
          "pack expected " + at + " items for packing (got " + values.length + ")");
    }
    return Bytes.wrap(out.toByteArray());
  }

  private static Object next(@Nullable Object[] values, int at) {
    if (at >= values.length || values[at] == null) {
      throw new Errors.StructError("pack expected more items for packing (got " + at + ")");
    }
    return values[at];
  }

  private static void write(
      ByteArrayOutputStream out, String format, char code, Object value, boolean little) {
    int width = width(format, code);
    long bits =
        switch (code) {
          case 'd' -> Double.doubleToLongBits(Numbers.toDouble(value));
          case 'f' -> Float.floatToIntBits((float) Numbers.toDouble(value));
          case '?' -> Py.truth(value) ? 1 : 0;
          case 'c' -> ((Bytes) value).array()[0];
          default -> integer(code, width, value);
        };
    for (int i = 0; i < width; i++) {
      int shift = 8 * (little ? i : width - 1 - i);
      out.write((int) (bits >> shift) & 0xff);
    }
  }

  private static long integer(char code, int width, Object value) {
    if (!(value instanceof Long
        || value instanceof Integer
        || value instanceof java.math.BigInteger
        || value instanceof Boolean)) {
      throw new Errors.StructError("required argument is not an integer");
    }
    long n = value instanceof java.math.BigInteger b ? b.longValue() : Numbers.toLong(value);
    if (width < 8) {
      boolean unsigned = Character.isUpperCase(code);
      long low = unsigned ? 0 : -(1L << (8 * width - 1));
      long high = unsigned ? (1L << (8 * width)) - 1 : (1L << (8 * width - 1)) - 1;
      if (n < low || n > high) {
        throw new Errors.StructError(
            "'" + code + "' format requires " + low + " <= number <= " + high);
      }
    }
    return n;
  }

  /** {@code unpack(format, data)} and {@code unpack_from}. */
  public static Tuple<Object> unpack(
      String format, @Nullable Object buffer, long offset, boolean whole) {
    Bytes data = Bytes.ofAny(buffer);
    long size = size(format);
    if (whole ? data.length() != size : data.length() - offset < size) {
      throw new Errors.StructError(
          whole
              ? "unpack requires a buffer of " + size + " bytes"
              : "unpack_from requires a buffer of at least "
                  + (size + offset)
                  + " bytes for unpacking "
                  + size
                  + " bytes at offset "
                  + offset
                  + " (actual buffer size is "
                  + data.length()
                  + ")");
    }
    List<Object> values = new ArrayList<>();
    byte[] source = data.array();
    int at = (int) offset;
    boolean little = isLittle(format);
    for (Field f : fields(format)) {
      at += padding(format, f.code, at - (int) offset);
      if (f.code == 's') {
        values.add(Bytes.wrap(Arrays.copyOfRange(source, at, at + f.count)));
        at += f.count;
        continue;
      }
      for (int i = 0; i < f.count; i++) {
        int width = width(format, f.code);
        if (f.code != 'x') {
          values.add(read(source, at, f.code, width, little));
        }
        at += width;
      }
    }
    return Tuple.<Object>copyOf(values);
  }

  private static Object read(byte[] source, int at, char code, int width, boolean little) {
    long bits = 0;
    for (int i = 0; i < width; i++) {
      bits = (bits << 8) | (source[little ? at + width - 1 - i : at + i] & 0xff);
    }
    int spare = 64 - 8 * width;
    return switch (code) {
      case 'd' -> Double.longBitsToDouble(bits);
      case 'f' -> (double) Float.intBitsToFloat((int) bits);
      case '?' -> bits != 0;
      case 'c' -> Bytes.wrap(new byte[] {(byte) bits});
      case 'Q' -> bits < 0 ? new java.math.BigInteger(Long.toUnsignedString(bits)) : (Object) bits;
      default -> Character.isUpperCase(code) ? (Object) bits : (Object) (bits << spare >> spare);
    };
  }
}

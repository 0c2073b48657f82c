package dev.weft.executor.python;

import dev.weft.executor.JsonNull;
import dev.weft.executor.PipelineException;
import dev.weft.executor.Tensor;
import dev.weft.executor.TensorType;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Python's {@code marshal} wrote, version 2, as plain values: {@code None} as {@link
 * JsonNull#NULL}, integers as {@code Long} or {@code BigInteger}, tuples as lists, bytes as {@code
 * byte[]}, tensors as {@link Tensor}. What guests send is not trusted: every length is checked,
 * depth is bounded, and anything that is no plain value, code above all, is refused.
 */
final class FrameReader {
  /** Above what a sound guest writes, which stops at 1500. */
  private static final int DEPTH = 1_600;

  private static final int DIGIT_BITS = 15;

  private final byte[] bytes;
  private int at;
  private int depth;
  private @Nullable String unfit;

  FrameReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The one value that the bytes are. */
  static Object read(byte[] bytes) {
    FrameReader reader = new FrameReader(bytes);
    Object value = reader.value();
    String unfit = reader.takeUnfit();
    if (unfit != null || reader.at != bytes.length) {
      throw reader.broken(unfit == null ? "more than one value" : unfit);
    }
    return value;
  }

  /** The number of elements of a tuple or list that starts here. */
  int sequence() {
    int kind = one();
    if (kind != '(' && kind != '[') {
      throw broken("a sequence was expected");
    }
    return count();
  }

  /** What kind of value was met that does not cross, since this was last asked. */
  @Nullable String takeUnfit() {
    String met = unfit;
    unfit = null;
    return met;
  }

  /** The next value. */
  Object value() {
    int kind = one();
    return switch (kind) {
      case 'N' -> JsonNull.NULL;
      case 'T' -> true;
      case 'F' -> false;
      case 'i' -> (long) integer();
      case 'l' -> large();
      case 'g' -> Double.longBitsToDouble((integer() & 0xFFFF_FFFFL) | ((long) integer() << 32));
      case 's' -> {
        int length = count();
        yield Arrays.copyOfRange(bytes, at, skip(length));
      }
      case 'u', 't' -> wide(count());
      case 'a', 'A' -> ascii(count());
      case 'z', 'Z' -> ascii(one());
      case '(', '[' -> list(count());
      case '{' -> dict();
      case '<' -> refuse("set", count());
      case '>' -> refuse("frozenset", count());
      case 'y' -> {
        skip(16);
        unfit = "complex";
        yield JsonNull.NULL;
      }
      case '.' -> {
        unfit = "ellipsis";
        yield JsonNull.NULL;
      }
      default -> throw broken("a value of the kind '%c'".formatted(kind));
    };
  }

  private Object refuse(String kind, int count) {
    list(count);
    unfit = kind;
    return JsonNull.NULL;
  }

  private void enter() {
    if (++depth > DEPTH) {
      throw broken("values nested too deep");
    }
  }

  private List<Object> list(int count) {
    enter();
    List<Object> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(value());
    }
    depth--;
    return Collections.unmodifiableList(items);
  }

  private Object dict() {
    enter();
    Map<String, Object> fields = new LinkedHashMap<>();
    while (peek() != '0') {
      String name = name(value());
      fields.put(name, value());
    }
    at++;
    depth--;
    return fields.size() == 1 && fields.get(Tensor.KEY) instanceof List<?> parts && isTensor(parts)
        ? tensor(parts)
        : Collections.unmodifiableMap(fields);
  }

  private static boolean isTensor(List<?> parts) {
    return parts.size() == 5 && parts.get(1) instanceof List<?> && parts.get(4) instanceof byte[];
  }

  private Tensor tensor(List<?> parts) {
    List<Integer> shape = new ArrayList<>();
    for (Object length : (List<?>) parts.get(1)) {
      if (!(length instanceof Long n) || n != n.intValue()) {
        throw broken("a tensor of impossible shape");
      }
      shape.add(n.intValue());
    }
    ByteBuffer data =
        ByteBuffer.wrap((byte[]) parts.get(4))
            .order("big".equals(parts.get(3)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    Tensor.Order order = "F".equals(parts.get(2)) ? Tensor.Order.F : Tensor.Order.C;
    try {
      return Tensor.wrap(
          TensorType.of(String.valueOf(parts.getFirst()))
              .orElseThrow(() -> broken("a tensor of an unknown type")),
          shape,
          order,
          data);
    } catch (IllegalArgumentException e) {
      throw broken(String.valueOf(e.getMessage()));
    }
  }

  /** A key as Python's {@code json} writes it. */
  private String name(Object key) {
    return switch (key) {
      case String text -> text;
      case Boolean truth -> truth.toString();
      case Long number -> number.toString();
      case BigInteger number -> number.toString();
      case Double number -> number.toString();
      case JsonNull _ -> "null";
      default -> {
        unfit = "dict with keys that are no str";
        yield "";
      }
    };
  }

  private Object large() {
    int size = integer();
    int digits = Math.abs(size);
    if (size == Integer.MIN_VALUE || digits > (bytes.length - at) / 2) {
      throw broken("a number longer than the frame");
    }
    byte[] magnitude = new byte[digits * DIGIT_BITS / 8 + 2];
    for (int i = 0; i < digits; i++) {
      int digit = one() | (one() << 8);
      int bit = i * DIGIT_BITS;
      int wide = digit << (bit % 8);
      for (int k = 0; k < 3; k++) {
        int index = magnitude.length - 1 - bit / 8 - k;
        if (index >= 0) {
          magnitude[index] |= (byte) (wide >> (8 * k));
        }
      }
    }
    BigInteger value = new BigInteger(size < 0 ? -1 : 1, magnitude);
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private String ascii(int count) {
    int from = at;
    return new String(bytes, from, skip(count) - from, StandardCharsets.ISO_8859_1);
  }

  private String wide(int count) {
    int from = at;
    int to = skip(count);
    for (int i = from; i + 2 < to; i++) {
      // The first byte of half a surrogate pair, which Java's decoder would replace.
      if ((bytes[i] & 0xFF) == 0xED && (bytes[i + 1] & 0xFF) >= 0xA0) {
        return withHalves(from, to);
      }
    }
    return new String(bytes, from, count, StandardCharsets.UTF_8);
  }

  private String withHalves(int from, int to) {
    StringBuilder text = new StringBuilder();
    int start = from;
    for (int i = from; i < to; i++) {
      if (i + 2 < to && (bytes[i] & 0xFF) == 0xED && (bytes[i + 1] & 0xFF) >= 0xA0) {
        text.append(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        text.append((char) (0xD000 | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)));
        i += 2;
        start = i + 1;
      }
    }
    return text.append(new String(bytes, start, to - start, StandardCharsets.UTF_8)).toString();
  }

  private int peek() {
    if (at >= bytes.length) {
      throw broken("it ends early");
    }
    return bytes[at];
  }

  private int one() {
    int value = peek() & 0xFF;
    at++;
    return value;
  }

  private int integer() {
    return one() | (one() << 8) | (one() << 16) | (one() << 24);
  }

  /** A length; what follows has at least as many bytes. */
  private int count() {
    int count = integer();
    if (count < 0 || count > bytes.length - at) {
      throw broken("a length of " + count);
    }
    return count;
  }

  /** Moves on; where that leads. */
  private int skip(int count) {
    if (count > bytes.length - at) {
      throw broken("it ends early");
    }
    at += count;
    return at;
  }

  private PipelineException broken(String what) {
    return new PipelineException(
        "Python sent a frame that cannot be read: %s at byte %d of %d"
            .formatted(what, at, bytes.length),
        null);
  }
}

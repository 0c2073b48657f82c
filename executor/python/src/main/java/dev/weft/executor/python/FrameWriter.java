package dev.weft.executor.python;

import dev.weft.executor.JsonNull;
import dev.weft.executor.PipelineException;
import dev.weft.executor.Tensor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as Python's {@code marshal} reads them: numbers keep their kind and all their
 * digits, NaN and infinity are what they are, bytes are bytes. The format is that of CPython 3.13,
 * {@code Python/marshal.c}; nothing that could be code is ever written.
 */
final class FrameWriter {
  /** Deeper values would not be read: marshal of CPython on WASI allows 1500. */
  static final int DEPTH = 1_000;

  /** Python's integers are written by digits of so many bits. */
  private static final int DIGIT_BITS = 15;

  private static final int SHORT = 256;

  private byte[] bytes = new byte[512];
  private int size;
  private int depth;

  /** The bytes of a tuple of values. */
  static byte[] tuple(@Nullable Object... values) {
    FrameWriter writer = new FrameWriter();
    writer.tupleOf(values);
    return Arrays.copyOf(writer.bytes, writer.size);
  }

  /** The bytes of one value. */
  static byte[] of(@Nullable Object value) {
    FrameWriter writer = new FrameWriter();
    writer.value(value);
    return Arrays.copyOf(writer.bytes, writer.size);
  }

  /** A value that was written before. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Written(byte[] bytes) {}

  private void tupleOf(@Nullable Object... values) {
    put('(');
    putInt(values.length);
    for (Object value : values) {
      value(value);
    }
  }

  /** A tuple inside a frame. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Tuple(@Nullable Object... values) {}

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> put('N');
      case JsonNull _ -> put('N');
      case Boolean truth -> put(truth ? 'T' : 'F');
      case String text -> text(text, false);
      case Long n -> integer(n);
      case Integer n -> integer(n);
      case Short n -> integer(n);
      case Byte n -> integer(n);
      case BigInteger n -> large(n);
      case Double real -> real(real);
      case Float real -> real(real);
      case BigDecimal decimal -> real(decimal.doubleValue());
      case byte[] data -> {
        put('s');
        putInt(data.length);
        put(data);
      }
      case Collection<?> items -> list(items);
      case Tensor tensor -> tensor(tensor);
      case Map<?, ?> fields -> dict(fields);
      case Tuple(@Nullable Object[] values) -> tupleOf(values);
      case Written(byte[] written) -> put(written);
      default ->
          throw new PipelineException(
              "an item of the class %s cannot cross to Python; give it what JSON has, or bytes"
                  .formatted(value.getClass().getName()),
              null);
    }
  }

  /** A dict of a form that no item from JSON has: its only value is a tuple. */
  private void tensor(Tensor tensor) {
    ByteBuffer bytes = tensor.bytes();
    byte[] raw = new byte[bytes.remaining()];
    bytes.get(raw);
    put('{');
    text(Tensor.KEY, true);
    tupleOf(
        tensor.type().label(),
        tensor.shape(),
        tensor.order().name(),
        tensor.byteOrder() == ByteOrder.BIG_ENDIAN ? "big" : "little",
        raw);
    put('0');
  }

  private void enter() {
    if (++depth > DEPTH) {
      throw new PipelineException(
          "the item is nested more than %d deep, which does not cross to Python; nest it less"
              .formatted(DEPTH),
          null);
    }
  }

  private void list(Collection<?> items) {
    enter();
    put('[');
    putInt(items.size());
    items.forEach(this::value);
    depth--;
  }

  private void dict(Map<?, ?> fields) {
    enter();
    put('{');
    fields.forEach((name, value) -> {
      text(String.valueOf(name), true);
      value(value);
    });
    put('0');
    depth--;
  }

  private void integer(long n) {
    if (n == (int) n) {
      put('i');
      putInt((int) n);
    } else {
      large(BigInteger.valueOf(n));
    }
  }

  private void large(BigInteger n) {
    if (n.bitLength() < Integer.SIZE) {
      put('i');
      putInt(n.intValue());
      return;
    }
    BigInteger rest = n.abs();
    int digits = (rest.bitLength() + DIGIT_BITS - 1) / DIGIT_BITS;
    put('l');
    putInt(n.signum() * digits);
    byte[] magnitude = rest.toByteArray();
    for (int i = 0; i < digits; i++) {
      putShort(digit(magnitude, i * DIGIT_BITS));
    }
  }

  /** Fifteen bits of a number, from a bit on. */
  private static int digit(byte[] magnitude, int from) {
    int value = 0;
    for (int i = 2; i >= 0; i--) {
      int index = magnitude.length - 1 - (from / 8 + i);
      value = (value << 8) | (index < 0 ? 0 : magnitude[index] & 0xFF);
    }
    return (value >> (from % 8)) & 0x7FFF;
  }

  private void real(double real) {
    put('g');
    long bits = Double.doubleToRawLongBits(real);
    putInt((int) bits);
    putInt((int) (bits >>> 32));
  }

  private void text(String text, boolean name) {
    int length = text.length();
    boolean ascii = true;
    for (int i = 0; i < length && ascii; i++) {
      ascii = text.charAt(i) < 0x80;
    }
    if (!ascii) {
      put('u');
      wide(text);
      return;
    }
    if (length < SHORT) {
      put(name ? 'Z' : 'z');
      put(length);
    } else {
      put('a');
      putInt(length);
    }
    need(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
  }

  /** UTF-8, where half a surrogate pair has three bytes as well: Python's "surrogatepass". */
  private void wide(String text) {
    boolean whole = true;
    for (int i = 0; i < text.length() && whole; i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        whole = !Character.isSurrogate(text.charAt(i));
      }
    }
    if (whole) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      putInt(utf8.length);
      put(utf8);
      return;
    }
    int at = size;
    putInt(0);
    int start = size;
    text.codePoints()
        .forEach(letter -> {
          if (Character.isBmpCodePoint(letter) && Character.isSurrogate((char) letter)) {
            put(0xE0 | (letter >> 12));
            put(0x80 | ((letter >> 6) & 0x3F));
            put(0x80 | (letter & 0x3F));
          } else {
            put(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
          }
        });
    int end = size;
    size = at;
    putInt(end - start);
    size = end;
  }

  private void need(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, size * 2));
    }
  }

  private void put(int value) {
    need(1);
    bytes[size++] = (byte) value;
  }

  private void putShort(int value) {
    put(value);
    put(value >> 8);
  }

  private void putInt(int value) {
    need(4);
    bytes[size++] = (byte) value;
    bytes[size++] = (byte) (value >> 8);
    bytes[size++] = (byte) (value >> 16);
    bytes[size++] = (byte) (value >> 24);
  }

  private void put(byte[] data) {
    need(data.length);
    System.arraycopy(data, 0, bytes, size, data.length);
    size += data.length;
  }
}

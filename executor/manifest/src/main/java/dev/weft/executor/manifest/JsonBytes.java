package dev.weft.executor.manifest;

import dev.weft.executor.JsonNull;
import dev.weft.executor.Tensor;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON in UTF-8. Jackson's generator is not used here because of three things: an
 * unpaired surrogate must come out (as an escape) rather than fail, NaN must fail rather than come
 * out, and separators have a space after them, as in the manifest's documentation.
 */
final class JsonBytes implements Flushable {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int SIZE = 32 * 1024;
  private static final int DEPTH = 1_000;

  private final OutputStream target;
  private byte[] buffer = new byte[SIZE + SIZE / 4];
  private int end;

  JsonBytes(OutputStream target) {
    this.target = target;
  }

  void raw(char ascii) {
    room(1);
    buffer[end++] = (byte) ascii;
  }

  void raw(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      raw(ascii.charAt(i));
    }
  }

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if JSON has no form for it; a part may stand in the buffer
   */
  void value(@Nullable Object value) {
    value(value, 0);
  }

  /** Where the buffer ends now, for {@link #reset}. */
  int mark() {
    return end;
  }

  /** Takes back what was written since a mark; nothing was drained in between. */
  void reset(int mark) {
    end = mark;
  }

  void drainIfFull() {
    if (end >= SIZE) {
      drain();
    }
  }

  private void value(@Nullable Object value, int depth) {
    if (depth > DEPTH) {
      throw new IllegalArgumentException(
          "A value is nested more than " + DEPTH + " levels deep or contains itself");
    }
    switch (value) {
      case null -> raw("null");
      case JsonNull none -> raw("null");
      case Long number -> number(number);
      case Integer number -> number(number);
      case String text -> string(text);
      case Double number -> decimal(number.doubleValue());
      case Boolean flag -> raw(flag ? "true" : "false");
      case Map<?, ?> map -> object(map, depth);
      case Iterable<?> elements -> array(elements, depth);
      case Tensor tensor -> object(Map.of(Tensor.KEY, tensor.fields()), depth);
      case Short number -> number(number);
      case Byte number -> number(number);
      case Float number -> decimal(number.floatValue());
      case BigInteger number -> raw(number.toString());
      case BigDecimal number -> raw(number.toString());
      case CharSequence text -> string(text.toString());
      case Character c -> string(c.toString());
      case Enum<?> constant -> string(constant.name());
      case Object[] elements -> array(Arrays.asList(elements), depth);
      case double[] elements -> array(Arrays.stream(elements).boxed().toList(), depth);
      case int[] elements -> array(Arrays.stream(elements).boxed().toList(), depth);
      case long[] elements -> array(Arrays.stream(elements).boxed().toList(), depth);
      case float[] elements -> floats(elements);
      default ->
          throw new IllegalArgumentException(
              "JSON has no form for %s; let the node return maps, lists, strings, numbers or booleans"
                  .formatted(value.getClass().getName()));
    }
  }

  private void object(Map<?, ?> map, int depth) {
    raw('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!first) {
        raw(", ");
      }
      first = false;
      string(String.valueOf(entry.getKey()));
      raw(": ");
      value(entry.getValue(), depth + 1);
    }
    raw('}');
  }

  private void array(Iterable<?> elements, int depth) {
    raw('[');
    boolean first = true;
    for (Object element : elements) {
      if (!first) {
        raw(", ");
      }
      first = false;
      value(element, depth + 1);
    }
    raw(']');
  }

  private void floats(float[] elements) {
    raw('[');
    for (int i = 0; i < elements.length; i++) {
      if (i > 0) {
        raw(", ");
      }
      decimal(elements[i]);
    }
    raw(']');
  }

  private void decimal(double number) {
    requireFinite(Double.isFinite(number), number);
    raw(Double.toString(number));
  }

  private void decimal(float number) {
    requireFinite(Float.isFinite(number), number);
    raw(Float.toString(number));
  }

  private static void requireFinite(boolean finite, double number) {
    if (!finite) {
      throw new IllegalArgumentException(
          "JSON has no form for %s; let the node drop or replace it".formatted(number));
    }
  }

  private void number(long number) {
    if (number == Long.MIN_VALUE) {
      raw("-9223372036854775808");
      return;
    }
    room(20);
    long rest = Math.abs(number);
    int digits = 1;
    for (long power = 10; digits < 19 && rest >= power; power *= 10) {
      digits++;
    }
    if (number < 0) {
      buffer[end++] = '-';
    }
    for (int at = end + digits - 1; at >= end; at--) {
      long quotient = rest / 10;
      buffer[at] = (byte) ('0' + (rest - quotient * 10));
      rest = quotient;
    }
    end += digits;
  }

  private void string(String text) {
    raw('"');
    int length = text.length();
    for (int i = 0; i < length; i++) {
      room(6);
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        buffer[end++] = (byte) c;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        fourBytes(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        other(c);
      }
    }
    raw('"');
  }

  private void other(char c) {
    switch (c) {
      case '"', '\\' -> escape(c);
      case '\n' -> escape('n');
      case '\r' -> escape('r');
      case '\t' -> escape('t');
      case '\b' -> escape('b');
      case '\f' -> escape('f');
      default -> {
        if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
          unicode(c);
        } else if (c < 0x800) {
          buffer[end++] = (byte) (0xC0 | (c >> 6));
          buffer[end++] = (byte) (0x80 | (c & 0x3F));
        } else {
          buffer[end++] = (byte) (0xE0 | (c >> 12));
          buffer[end++] = (byte) (0x80 | ((c >> 6) & 0x3F));
          buffer[end++] = (byte) (0x80 | (c & 0x3F));
        }
      }
    }
  }

  private void escape(char c) {
    buffer[end++] = '\\';
    buffer[end++] = (byte) c;
  }

  private void unicode(char c) {
    escape('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      buffer[end++] = HEX[c >> shift & 0xF];
    }
  }

  private void fourBytes(int point) {
    buffer[end++] = (byte) (0xF0 | (point >> 18));
    buffer[end++] = (byte) (0x80 | ((point >> 12) & 0x3F));
    buffer[end++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    buffer[end++] = (byte) (0x80 | (point & 0x3F));
  }

  private void room(int bytes) {
    if (end + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, end + bytes));
    }
  }

  private void drain() {
    try {
      target.write(buffer, 0, end);
      end = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void flush() {
    drain();
    try {
      target.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

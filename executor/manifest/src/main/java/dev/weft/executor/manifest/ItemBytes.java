package dev.weft.executor.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of an input, read ahead as far as it takes to tell an array from JSON lines.
 *
 * <p>Some empty lines come first ({@link #LINES_AHEAD}), because the parser wants four bytes to
 * guess the encoding by, and an item of less that stands alone in a pipe would wait for the next
 * one.
 */
final class ItemBytes extends InputStream {
  static final int LINES_AHEAD = 4;
  private static final int LOOK_AHEAD = 64 * 1024;

  private final InputStream source;
  private byte[] buffer = new byte[8 * 1024];
  private int position;
  private int end;

  ItemBytes(InputStream source) {
    this.source = source;
    while (end < LINES_AHEAD) {
      buffer[end++] = '\n';
    }
  }

  /**
   * Whether the input is one array of items, rather than a line per item. An array it is if it
   * starts with a bracket, unless the first line is a complete array and another value follows.
   */
  boolean isArray(ItemReader.Format format) throws IOException {
    skipByteOrderMark();
    return switch (format) {
      case ARRAY -> true;
      case LINES -> false;
      case AUTO -> looksLikeArray();
    };
  }

  private boolean looksLikeArray() throws IOException {
    int at = LINES_AHEAD;
    at = skipBlank(at);
    if (!ensure(at) || buffer[at] != '[') {
      return false;
    }
    int depth = 0;
    boolean quoted = false;
    for (; at < LOOK_AHEAD && ensure(at); at++) {
      byte b = buffer[at];
      if (quoted) {
        if (b == '\\') {
          at++;
        } else if (b == '"') {
          quoted = false;
        }
      } else if (b == '"') {
        quoted = true;
      } else if (b == '[' || b == '{') {
        depth++;
      } else if (b == ']' || b == '}') {
        depth--;
        if (depth == 0) {
          return !ensure(skipBlank(at + 1));
        }
      } else if (b == '\n' || b == '\r') {
        return true;
      }
    }
    return true;
  }

  private void skipByteOrderMark() throws IOException {
    int at = LINES_AHEAD;
    if (ensure(at) && buffer[at] == (byte) 0xEF && ensure(at + 2)) {
      if (buffer[at + 1] == (byte) 0xBB && buffer[at + 2] == (byte) 0xBF) {
        System.arraycopy(buffer, at + 3, buffer, at, end - at - 3);
        end -= 3;
      }
    }
  }

  private int skipBlank(int from) throws IOException {
    int at = from;
    while (at < LOOK_AHEAD && ensure(at) && isBlank(buffer[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Reads until the byte at an index is there; false if the input ends before it. */
  private boolean ensure(int index) throws IOException {
    while (index >= end) {
      if (end == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      int count = source.read(buffer, end, buffer.length - end);
      if (count < 0) {
        return false;
      }
      end += count;
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    return position < end ? buffer[position++] & 0xFF : source.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position < end) {
      int count = Math.min(length, end - position);
      System.arraycopy(buffer, position, target, offset, count);
      position += count;
      return count;
    }
    return source.read(target, offset, length);
  }

  @Override
  public int available() throws IOException {
    return end - position + source.available();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}

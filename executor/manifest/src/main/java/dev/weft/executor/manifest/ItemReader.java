package dev.weft.executor.manifest;

import java.io.InputStream;
import java.util.Iterator;

/**
 * Reads items from JSON as they are asked for, in bounded memory.
 *
 * <p>Objects come as {@code Map}, arrays as {@code List}, integers as {@code Long} or, beyond its
 * range, {@code BigInteger}, other numbers as {@code Double}, null as {@link
 * dev.weft.executor.JsonNull}.
 *
 * <p>{@link #hasNext} and {@link #next} block while the source does, and throw {@link
 * ItemFormatException} where the input is broken, after all items before that place. Not
 * thread-safe.
 */
public interface ItemReader extends Iterator<Object>, AutoCloseable {

  /** How items stand in a text. */
  enum Format {
    /**
     * Seen from the data: an array if it starts with a bracket, unless the first line is a complete
     * array and another value follows.
     */
    AUTO,
    /** One JSON array; its elements are the items. */
    ARRAY,
    /** One JSON value after another, usually one per line. */
    LINES
  }

  /** A reader that sees the format from the data. */
  static ItemReader of(InputStream source) {
    return of(source, Format.AUTO);
  }

  /** A reader of a known format. Nothing is read before the first item is asked for. */
  static ItemReader of(InputStream source, Format format) {
    return new JsonItemReader(source, format);
  }

  /** Closes the source. */
  @Override
  void close();
}

package dev.weft.executor.manifest;

import java.io.OutputStream;

/**
 * Writes items as JSON, in UTF-8. What was written may stand in a buffer until {@link #flush}. Not
 * thread-safe.
 *
 * <p>JSON has no form for some values, as NaN: they are refused with {@link ItemFormatException},
 * and nothing of such an item is written.
 */
public interface ItemWriter extends AutoCloseable {

  /** A writer of one item per line. */
  static ItemWriter lines(OutputStream target) {
    return new JsonItemWriter(target, false);
  }

  /** A writer of one array, which is ended by {@link #close}. */
  static ItemWriter array(OutputStream target) {
    return new JsonItemWriter(target, true);
  }

  /**
   * Writes an item: a map, a list, a string, a number, a boolean, or an array of them.
   *
   * @throws ItemFormatException if JSON has no form for it
   * @throws java.io.UncheckedIOException if the target fails
   */
  void write(Object item);

  /** How many items were written. */
  long count();

  /** Hands on to the target what stands in the buffer, and flushes the target. */
  void flush();

  /** Ends the text and flushes it; the target stays open. */
  @Override
  void close();
}

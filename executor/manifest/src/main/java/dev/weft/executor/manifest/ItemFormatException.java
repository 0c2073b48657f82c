package dev.weft.executor.manifest;

import org.jspecify.annotations.Nullable;

/** An input that is not JSON, or an item that JSON has no form for. */
public final class ItemFormatException extends JsonException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  /**
   * An exception about a place in an input; line and column are 0 if it is about an item that was
   * to be written.
   */
  public ItemFormatException(String message, int line, int column, @Nullable Throwable cause) {
    super(message, cause);
    this.line = line;
    this.column = column;
  }

  /** The line of the input, from 1; 0 if there is none. */
  public int line() {
    return line;
  }

  /** The column of the input, in bytes, from 1; 0 if there is none. */
  public int column() {
    return column;
  }
}

package dev.weft.translator.parser;

/** The source is not Python. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String file;
  private final transient Position position;

  SyntaxException(String kind, String file, Position position, String message) {
    super(message);
    this.kind = kind;
    this.file = file;
    this.position = position;
  }

  /** CPython's name for it: {@code SyntaxError}, {@code IndentationError} or {@code TabError}. */
  public String kind() {
    return kind;
  }

  /** The name of the source file. */
  public String file() {
    return file;
  }

  /** Where the mistake is. */
  public Position position() {
    return position;
  }
}

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

  /** What CPython prints: the place, the line with carets, and the message. */
  public String text(String source) {
    StringBuilder out = new StringBuilder();
    out.append("  File \"").append(file).append("\", line ").append(position.line()).append('\n');
    String line = source.lines().skip(Math.max(0, position.line() - 1L)).findFirst().orElse("");
    String shown = line.strip();
    if (!shown.isEmpty()) {
      int indent = line.indexOf(shown);
      int start = Math.min(Math.max(0, position.column() - indent), shown.length());
      int end =
          position.endLine() == position.line()
              ? Math.min(position.endColumn() - indent, shown.length())
              : shown.length();
      out.append("    ").append(shown).append('\n');
      out.append("    ").append(" ".repeat(start)).append("^".repeat(Math.max(1, end - start)));
      out.append('\n');
    }
    return out.append(kind).append(": ").append(getMessage()).toString();
  }
}

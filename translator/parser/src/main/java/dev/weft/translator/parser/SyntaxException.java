package dev.weft.translator.parser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The source is not Python. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String file;
  private final transient Position position;

  /** Whether it is of CPython's compiler, whose carets count bytes, and not of its parser. */
  private final boolean isOfCompiler;

  private final transient List<SyntaxException> others = new ArrayList<>();

  SyntaxException(String kind, String file, Position position, String message) {
    this(kind, file, position, message, false);
  }

  private SyntaxException(
      String kind, String file, Position position, String message, boolean isOfCompiler) {
    super(message);
    this.kind = kind;
    this.file = file;
    this.position = position;
    this.isOfCompiler = isOfCompiler;
  }

  static SyntaxException ofCompiler(String file, Position position, String message) {
    return new SyntaxException("SyntaxError", file, position, message, true);
  }

  void add(SyntaxException other) {
    others.add(other);
  }

  /** What else is wrong, of which CPython does not speak, since it stops at the first. */
  public List<SyntaxException> others() {
    return Collections.unmodifiableList(others);
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

  /** What CPython prints: the place, the line with carets, and the message; then the others. */
  public String text(String source) {
    List<String> texts = new ArrayList<>();
    texts.add(own(source));
    others.forEach(other -> texts.add(other.own(source)));
    return String.join("\n", texts);
  }

  private String own(String source) {
    StringBuilder out = new StringBuilder();
    out.append("  File \"").append(file).append("\", line ").append(position.line()).append('\n');
    String line = source.lines().skip(Math.max(0, position.line() - 1L)).findFirst().orElse("");
    String shown = line.replaceFirst("^[ \t\f]+", "");
    if (!shown.isEmpty()) {
      int indent = line.length() - shown.length();
      int length = width(shown, shown.length());
      int start = Math.min(Math.max(0, width(line, position.column()) - indent), length);
      int end =
          position.endLine() == position.line()
              ? width(line, position.endColumn()) - indent
              : length;
      out.append("    ").append(shown).append('\n');
      out.append("    ").append(" ".repeat(start)).append("^".repeat(Math.max(1, end - start)));
      out.append('\n');
    }
    return out.append(kind).append(": ").append(getMessage()).toString();
  }

  /** How many columns the first code points of a line take, as CPython counts them. */
  private int width(String line, int codePoints) {
    if (!isOfCompiler) {
      return codePoints;
    }
    int within = Math.min(codePoints, line.codePointCount(0, line.length()));
    int chars = line.offsetByCodePoints(0, within);
    int bytes = line.substring(0, chars).getBytes(StandardCharsets.UTF_8).length;
    return bytes + codePoints - within;
  }
}

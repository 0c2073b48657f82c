package dev.weft.translator;

import dev.weft.translator.parser.Position;

/**
 * Something that cannot be translated, or is no Python.
 *
 * @param file the source file
 * @param at where
 * @param reason what cannot be done
 * @param wayOut what to do
 * @param sourceLine the line as written
 */
public record Diagnostic(
    String file, Position at, String reason, String wayOut, String sourceLine) {

  /** All parts: file, line, column, reason, the line with a caret, the way out. */
  public String text() {
    int width = at.endLine() == at.line() ? Math.max(1, at.endColumn() - at.column()) : 1;
    return "%s:%d:%d: %s%n    %s%n    %s%s%n  %s"
        .formatted(
            file,
            at.line(),
            at.column() + 1,
            reason,
            sourceLine,
            " ".repeat(at.column()),
            "^".repeat(Math.min(width, Math.max(1, sourceLine.length() - at.column()))),
            wayOut);
  }
}

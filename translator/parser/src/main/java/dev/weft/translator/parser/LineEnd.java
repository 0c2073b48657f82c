package dev.weft.translator.parser;

import java.util.List;

/**
 * Where the statement ends behind which the parser missed a colon. It has read one token more than
 * CPython by then, and names that one, which has no width.
 */
final class LineEnd {
  private LineEnd() {}

  /**
   * The end of the last line with code before a place, as CPython gives it: a comment belongs to
   * the end of its line.
   *
   * @param column negative at the end of the source
   */
  static Position before(String source, int line, int column) {
    List<String> lines = source.lines().toList();
    int number = Math.min(column < 0 ? line : line - 1, lines.size());
    while (number > 1 && isEmpty(lines.get(number - 1))) {
      number--;
    }
    String text = number < 1 ? "" : lines.get(number - 1);
    int end = codeEnd(text);
    int start = text.codePointCount(0, end);
    int length = text.codePointCount(0, text.length());
    return new Position(number, start, number, length + 1);
  }

  private static boolean isEmpty(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("#");
  }

  /** The index of the comment of a line, or its length. */
  private static int codeEnd(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#') {
        return i;
      }
    }
    return line.length();
  }
}

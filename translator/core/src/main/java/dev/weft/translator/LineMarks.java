package dev.weft.translator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Marks in Java text that tell of which line of the source it was made, until the text is done.
 * Java text may go anywhere meanwhile; the marks go with it. Others enclose what only keeps lines
 * as Python has them, and is left out of Java that is to be read.
 */
final class LineMarks {
  private static final char OPEN = '\u0001';
  private static final char CLOSE = '\u0002';
  private static final String BEGIN = "\u0003";
  private static final String END = "\u0004";
  private static final Pattern ONLY = Pattern.compile(BEGIN + "[^" + END + "]*" + END);

  /** A mark for what has no line in the source. */
  static final String NOWHERE = "" + OPEN + 0 + CLOSE;

  private LineMarks() {}

  /** A mark for a line; nothing for none. */
  static String of(int line) {
    return line == 0 ? "" : "" + OPEN + line + CLOSE;
  }

  /** Java text that is only there where lines are traced. */
  static String only(String text) {
    return BEGIN + text + END;
  }

  /** The text without what is only there where lines are traced. */
  static String untraced(String text) {
    return text.indexOf(BEGIN) < 0 ? text : ONLY.matcher(text).replaceAll("");
  }

  /** The text without marks of lines. */
  static String strip(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int mark = text.indexOf(OPEN); mark >= 0; mark = text.indexOf(OPEN, from)) {
      out.append(text, from, mark);
      from = text.indexOf(CLOSE, mark) + 1;
    }
    return out.append(text, from, text.length()).toString();
  }

  /**
   * The text without marks, broken where the source's line changes inside of a line.
   *
   * @param unit whose lines they are
   */
  static Translation.Traced trace(String text, Unit unit) {
    StringBuilder out = new StringBuilder(text.length());
    List<Integer> lines = new ArrayList<>();
    lines.add(0);
    int now = 0;
    boolean begun = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == OPEN) {
        int marked = 0;
        for (i++; text.charAt(i) != CLOSE; i++) {
          marked = marked * 10 + text.charAt(i) - '0';
        }
        int next = unit.lineOf(marked);
        if (next != now && begun) {
          out.append('\n');
          lines.add(next);
          begun = false;
        }
        now = next;
        lines.set(lines.size() - 1, now);
        continue;
      }
      if (c == BEGIN.charAt(0) || c == END.charAt(0)) {
        continue;
      }
      out.append(c);
      begun |= !Character.isWhitespace(c);
      if (c == '\n') {
        lines.add(now);
        begun = false;
      }
    }
    return new Translation.Traced(out.toString(), List.copyOf(lines));
  }
}

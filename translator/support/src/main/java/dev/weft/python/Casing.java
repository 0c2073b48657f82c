package dev.weft.python;

import java.util.Locale;

/** Upper and lower case as Python has them, where that is more than a letter for a letter. */
final class Casing {
  /** Its lower case depends on its neighbours: another at the end of a word. */
  private static final char CAPITAL_SIGMA = 'Σ';

  private static final int CAPITAL_IOTA = 0x399;
  private static final int IOTA_SUBSCRIPT = 0x345;

  private Casing() {}

  /** Each letter after one without case in title case, the others in lower case. */
  static String title(String text) {
    StringBuilder out = new StringBuilder();
    boolean afterCased = false;
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      int next = i + Character.charCount(letter);
      if (afterCased) {
        out.append(lower(text, i, next));
      } else {
        appendTitle(letter, out);
      }
      afterCased = isCased(letter);
      i = next;
    }
    return out.toString();
  }

  private static String lower(String text, int start, int end) {
    if (text.charAt(start) != CAPITAL_SIGMA) {
      return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
    int before = text.substring(0, start).toLowerCase(Locale.ROOT).length();
    return text.toLowerCase(Locale.ROOT).substring(before, before + 1);
  }

  private static boolean isCased(int letter) {
    return Character.isLowerCase(letter)
        || Character.isUpperCase(letter)
        || Character.isTitleCase(letter);
  }

  private static void appendTitle(int letter, StringBuilder out) {
    int simple = Character.toTitleCase(letter);
    String upper = Character.toString(letter).toUpperCase(Locale.ROOT);
    if (simple != letter
        || Character.isTitleCase(letter)
        || upper.codePointCount(0, upper.length()) == 1) {
      out.appendCodePoint(simple);
      return;
    }
    // A letter that becomes several, such as ß: only the first that has case stays upper.
    boolean afterCased = false;
    for (int each : upper.codePoints().toArray()) {
      if (!afterCased) {
        out.appendCodePoint(each);
      } else {
        out.appendCodePoint(each == CAPITAL_IOTA ? IOTA_SUBSCRIPT : Character.toLowerCase(each));
      }
      afterCased |= isCased(each);
    }
  }
}

package dev.weft.executor.nodes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What can be done with a text. The results are those of Python's {@code str}, so that the same
 * node written in Python gives the same: letters are code points, {@code title_case} is {@code
 * str.title()}, words are what {@code str.split()} finds.
 */
final class TextOperations {
  private static final Map<String, Function<String, Object>> OPERATIONS = new LinkedHashMap<>();

  /** Its lower case depends on its neighbours: another at the end of a word. */
  private static final char CAPITAL_SIGMA = 'Σ';

  private static final int CAPITAL_IOTA = 0x399;
  private static final int IOTA_SUBSCRIPT = 0x345;

  static {
    OPERATIONS.put("uppercase", text -> text.toUpperCase(Locale.ROOT));
    OPERATIONS.put("lowercase", text -> text.toLowerCase(Locale.ROOT));
    OPERATIONS.put("title_case", TextOperations::title);
    OPERATIONS.put("reverse", text -> new StringBuilder(text).reverse().toString());
    OPERATIONS.put("word_count", text -> (long) words(text).size());
    OPERATIONS.put("char_count", text -> (long) text.codePointCount(0, text.length()));
    OPERATIONS.put("remove_spaces", text -> text.replace(" ", ""));
    OPERATIONS.put("first_word", text -> words(text).isEmpty() ? "" : words(text).getFirst());
    OPERATIONS.put("last_word", text -> words(text).isEmpty() ? "" : words(text).getLast());
  }

  private TextOperations() {}

  static Set<String> names() {
    return OPERATIONS.keySet();
  }

  /** The result of an operation, or a sentence that there is no such one. */
  static Object apply(String operation, String text) {
    Function<String, Object> known = OPERATIONS.get(operation);
    return known == null ? "Unknown operation: " + operation : known.apply(text);
  }

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inWord = i < text.length() && !isSpace(text.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  /** What {@code str.isspace()} accepts: more than Java's whitespace, as with U+0085 and U+00A0. */
  private static boolean isSpace(char c) {
    return (c >= 0x09 && c <= 0x0D)
        || (c >= 0x1C && c <= 0x20)
        || c == 0x85
        || c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

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
    int[] letters = upper.codePoints().toArray();
    for (int each : letters) {
      if (!afterCased) {
        out.appendCodePoint(each);
      } else {
        out.appendCodePoint(each == CAPITAL_IOTA ? IOTA_SUBSCRIPT : Character.toLowerCase(each));
      }
      afterCased |= isCased(each);
    }
  }
}

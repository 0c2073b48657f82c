package dev.weft.python;

import java.util.Locale;
import java.util.function.IntPredicate;

/** What Python says of the characters of a text, which are code points of Unicode. */
final class Letters {
  /** Characters that are digits and not decimal, as first and last of a range. */
  private static final int[] DIGITS = {
    0xb2, 0xb3, 0xb9, 0xb9, 0x1369, 0x1371, 0x19da, 0x19da, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080,
    0x2089, 0x2460, 0x2468, 0x2474, 0x247c, 0x2488, 0x2490, 0x24ea, 0x24ea, 0x24f5, 0x24fd, 0x24ff,
    0x24ff, 0x2776, 0x277e, 0x2780, 0x2788, 0x278a, 0x2792, 0x10a40, 0x10a43, 0x10e60, 0x10e68,
    0x11052, 0x1105a, 0x1f100, 0x1f10a
  };

  private Letters() {}

  /** Whether a text has characters, and all pass a test. */
  static boolean all(String text, IntPredicate test) {
    if (text.length() == 1) {
      return test.test(text.charAt(0));
    }
    return !text.isEmpty() && text.codePoints().allMatch(test);
  }

  static boolean isSpace(int c) {
    return c <= ' '
        ? c == ' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f)
        : c == 0x85 || c == 0xa0 || (c > 0xff && (Character.isSpaceChar(c) && c != 0x200b));
  }

  /** Whether {@code splitlines} ends a line here. */
  static boolean endsLine(int c) {
    return (c >= 0x0a && c <= 0x0d)
        || (c >= 0x1c && c <= 0x1e)
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  static boolean isDigit(int c) {
    if (c < 0xb2) {
      return c >= '0' && c <= '9';
    }
    if (Character.isDigit(c)) {
      return true;
    }
    for (int i = 0; i < DIGITS.length; i += 2) {
      if (c >= DIGITS[i] && c <= DIGITS[i + 1]) {
        return true;
      }
    }
    return false;
  }

  static boolean isNumeric(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER
        || (type == Character.OTHER_LETTER && isNumeral(c));
  }

  /** The ideographs that are numbers, by far not all of them letters that anybody writes. */
  private static boolean isNumeral(int c) {
    return c > 0x3400 && "一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零".indexOf(c) >= 0;
  }

  static boolean isAlnum(int c) {
    return Character.isLetter(c) || isNumeric(c);
  }

  /** {@code casefold()}: what stands for several letters in upper case becomes those. */
  static String folded(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          String one = Character.toString(c);
          String upper = one.toUpperCase(Locale.ROOT);
          if (c == 0x130 || c == 0x131) {
            out.append(one.toLowerCase(Locale.ROOT));
          } else if (upper.codePointCount(0, upper.length()) > 1) {
            upper.codePoints().map(Character::toLowerCase).forEach(out::appendCodePoint);
          } else {
            out.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
          }
        });
    return out.toString();
  }

  static boolean isUpper(String text) {
    return isCased(text, Character::isLowerCase, Character::isUpperCase);
  }

  static boolean isLower(String text) {
    return isCased(text, Character::isUpperCase, Character::isLowerCase);
  }

  private static boolean isCased(String text, IntPredicate not, IntPredicate wanted) {
    return text.codePoints().noneMatch(c -> not.test(c) || Character.isTitleCase(c))
        && text.codePoints().anyMatch(wanted);
  }

  /** Upper and title case only behind what has no case, lower case only behind what has one. */
  static boolean isTitle(String text) {
    boolean found = false;
    boolean afterCased = false;
    for (int c : text.codePoints().toArray()) {
      if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
        if (afterCased) {
          return false;
        }
        afterCased = true;
        found = true;
      } else if (Character.isLowerCase(c)) {
        if (!afterCased) {
          return false;
        }
        found = true;
      } else {
        afterCased = false;
      }
    }
    return found;
  }

  static boolean isIdentifier(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int first = text.codePointAt(0);
    return (first == '_' || Character.isUnicodeIdentifierStart(first))
        && text.codePoints()
            .allMatch(c ->
                c == '_'
                    || (Character.isUnicodeIdentifierPart(c)
                        && !Character.isIdentifierIgnorable(c)));
  }
}

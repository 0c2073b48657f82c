package dev.weft.python;

import java.util.regex.Pattern;

/**
 * Sets of characters in patterns for text of ASCII, with their members one by one: Java looks those
 * up in a table, where it asks ranges and classes one after the other.
 */
final class RegexSets {
  private RegexSets() {}

  /** The same pattern, in Java's syntax, with its sets spelled out. */
  static String spelledOut(String pattern, int flags) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      int end = c == '[' ? end(pattern, i) : i;
      if (end > i) {
        out.append(members(pattern.substring(i, end), flags));
        i = end - 1;
      } else {
        out.append(c);
        if (c == '\\' && i + 1 < pattern.length()) {
          out.append(pattern.charAt(++i));
        }
      }
    }
    return out.toString();
  }

  private static int end(String pattern, int at) {
    for (int i = at + 1; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '\\') {
        i++;
      } else if (pattern.charAt(i) == ']') {
        return i + 1;
      }
    }
    return at;
  }

  private static String members(String set, int flags) {
    Pattern member = Pattern.compile(set, flags);
    StringBuilder out = new StringBuilder("[");
    for (int c = 0; c < 128; c++) {
      if (member.matcher(Character.toString(c)).matches()) {
        out.append("\\x%02x".formatted(c));
      }
    }
    return out.length() == 1 ? set : out.append(']').toString();
  }
}

package dev.weft.translator;

import java.util.ArrayList;
import java.util.List;

/** Text as a Java literal. */
final class Strings {
  private Strings() {}

  /** A constant of a class file has at most 65,535 bytes. */
  private static final int LONGEST = 20_000;

  /** A Java expression for a text: a literal, unless it is too long for one. */
  static String expression(String text) {
    if (text.length() <= LONGEST) {
      return literal(text);
    }
    List<String> parts = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = Math.min(text.length(), start + LONGEST);
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      parts.add(literal(text.substring(start, end)));
      start = end;
    }
    return "String.join(\"\", " + String.join(", ", parts) + ")";
  }

  static String literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 32
              || c == 127
              || (Character.isSurrogate(c) && !isPaired(text, i))
              || c == '\u00a7') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}

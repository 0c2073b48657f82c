package dev.weft.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.PatternSyntaxException;

/** What is wrong with a pattern, in Python's words where Java's tell enough. */
final class RegexErrors {
  private RegexErrors() {}

  static String text(String pattern, PatternSyntaxException e) {
    String java = e.getDescription();
    int at = Math.max(0, e.getIndex());
    if (java.startsWith("Unclosed group")) {
      int open = unclosed(pattern);
      return open < 0
          ? "missing ), unterminated subpattern at position " + at
          : "missing ), unterminated subpattern at position " + open;
    }
    if (java.startsWith("Dangling meta character")) {
      return "nothing to repeat at position " + at;
    }
    if (java.startsWith("Unclosed character class")) {
      return "unterminated character set at position " + Math.max(0, pattern.lastIndexOf('['));
    }
    if (java.startsWith("Unmatched closing ')'")) {
      return "unbalanced parenthesis at position " + stray(pattern);
    }
    if (java.startsWith("Illegal/unsupported escape sequence")) {
      return "bad escape \\"
          + (at < pattern.length() ? pattern.charAt(at) : "")
          + " at position "
          + Math.max(0, at - 1);
    }
    return java + " at position " + at;
  }

  /** Where the first group begins that does not end. */
  private static int unclosed(String pattern) {
    Deque<Integer> open = parentheses(pattern);
    return open.isEmpty() ? -1 : open.peekLast();
  }

  /** Where the first parenthesis ends a group that did not begin. */
  private static int stray(String pattern) {
    for (int end = 1; end <= pattern.length(); end++) {
      Deque<Integer> open = parentheses(pattern.substring(0, end));
      if (!open.isEmpty() && open.peek() < 0) {
        return end - 1;
      }
    }
    return 0;
  }

  /** Where the groups begin that are open at the end, the innermost first; -1 ends too many. */
  private static Deque<Integer> parentheses(String pattern) {
    Deque<Integer> open = new ArrayDeque<>();
    boolean inSet = false;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> inSet = true;
        case ']' -> inSet = false;
        case '(' -> {
          if (!inSet) {
            open.push(i);
          }
        }
        case ')' -> {
          if (!inSet && (open.isEmpty() || open.poll() < 0)) {
            open.push(-1);
            return open;
          }
        }
        default -> {}
      }
    }
    return open;
  }
}

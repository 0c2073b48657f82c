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
      boolean isSecond = at > 0 && "*+?}".indexOf(pattern.charAt(at - 1)) >= 0;
      return (isSecond ? "multiple repeat" : "nothing to repeat") + " at position " + at;
    }
    if (java.startsWith("Illegal repetition range")) {
      return "min repeat greater than max repeat at position " + (pattern.lastIndexOf('{', at) + 1);
    }
    if (java.startsWith("Illegal character range") && at > 1 && at < pattern.length()) {
      return "bad character range "
          + pattern.substring(at - 2, at + 1)
          + " at position "
          + (at - 2);
    }
    if (java.startsWith("Unescaped trailing backslash")) {
      return "bad escape (end of pattern) at position " + (pattern.length() - 1);
    }
    if (java.startsWith("Unknown inline modifier") || java.startsWith("Unknown group type")) {
      return inGroup(pattern, at);
    }
    if (java.startsWith("Look-behind group")) {
      return "look-behind requires fixed-width pattern";
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

  /** What is wrong behind the question mark of a group. */
  private static String inGroup(String pattern, int near) {
    int open = pattern.lastIndexOf("(?", near);
    if (open + 2 >= pattern.length()) {
      return "unexpected end of pattern at position " + pattern.length();
    }
    return pattern.startsWith("(?(", open)
        ? "a group that depends on another is not supported at position " + open
        : "unknown extension ?" + pattern.charAt(open + 2) + " at position " + (open + 1);
  }

  static Errors.RegexError at(String what, int position) {
    return new Errors.RegexError(what + " at position " + position);
  }

  /** The name of a group that begins at a place. */
  static String name(String pattern, int from, char end) {
    int to = pattern.indexOf(end, from);
    if (to < 0) {
      throw at(
          from == pattern.length()
              ? "missing group name"
              : "missing " + end + ", unterminated name",
          from);
    }
    String name = pattern.substring(from, to);
    if (name.isEmpty()) {
      throw at("missing group name", from);
    }
    if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
      throw at("bad character in group name " + Strs.repr(name), from);
    }
    return name;
  }

  /** A group is called as one before it. */
  static Errors.RegexError redefined(String pattern, String name, int open) {
    String before = pattern.substring(0, pattern.indexOf("(?P<" + name + ">") + 1);
    return at(
        "redefinition of group name "
            + Strs.repr(name)
            + " as group "
            + groups(pattern.substring(0, open + 1))
            + "; was group "
            + groups(before),
        open + 4);
  }

  /** How many groups begin in a part of a pattern, its last character included. */
  private static int groups(String part) {
    int count = 1;
    for (int i = 0; i < part.length() - 1; i++) {
      if (part.charAt(i) == '\\') {
        i++;
      } else if (part.charAt(i) == '('
          && (part.charAt(i + 1) != '?' || part.startsWith("(?P<", i))) {
        count++;
      }
    }
    return count;
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

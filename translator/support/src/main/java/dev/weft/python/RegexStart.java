package dev.weft.python;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * With which characters of ASCII a pattern begins, so that a search tries it at few places only.
 * For patterns that begin with a class of characters, in Java's syntax.
 */
final class RegexStart {
  private static final int ASCII = 128;

  private final boolean[] first;

  /**
   * Whether the class is repeated at the very beginning: what fails at the first of a run of such
   * characters fails at the others, where it could only match a part of that.
   */
  private final boolean isRun;

  private RegexStart(boolean[] first, boolean isRun) {
    this.first = first;
    this.isRun = isRun;
  }

  /** How a pattern begins; null if not with a class that has to be there. */
  static @Nullable RegexStart of(String pattern, int flags) {
    boolean plain = (flags & Pattern.COMMENTS) == 0 && !hasChoice(pattern);
    int at = pattern.startsWith("\\b") ? 2 : 0;
    boolean inGroup = false;
    while (plain && pattern.startsWith("(?:", at) && isTakenOnce(pattern, at)) {
      inGroup = true;
      at += 3;
    }
    int end = plain ? endOfClass(pattern, at) : at;
    if (end == at || mayBeLeftOut(pattern, end)) {
      return null;
    }
    Pattern member = Pattern.compile(pattern.substring(at, end), flags);
    boolean[] first = new boolean[ASCII];
    for (int c = 0; c < ASCII; c++) {
      first[c] = member.matcher(Character.toString(c)).matches();
    }
    // What was matched may be asked for again only if it is a group, which this is not.
    return new RegexStart(first, !inGroup && pattern.startsWith("+", end));
  }

  /** Whether what ends there may match nothing, by what stands behind it. */
  private static boolean mayBeLeftOut(String pattern, int end) {
    return pattern.startsWith("?", end)
        || pattern.startsWith("*", end)
        || pattern.startsWith("{0", end);
  }

  private static boolean hasChoice(String pattern) {
    boolean inSet = false;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> inSet = true;
        case ']' -> inSet = false;
        case '|' -> {
          if (!inSet) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** Whether the group that opens there has to match at least once. */
  private static boolean isTakenOnce(String pattern, int at) {
    boolean inSet = false;
    int depth = 0;
    for (int i = at; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> inSet = true;
        case ']' -> inSet = false;
        case '(' -> depth += inSet ? 0 : 1;
        case ')' -> {
          depth -= inSet ? 0 : 1;
          if (depth == 0) {
            return !mayBeLeftOut(pattern, i + 1);
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** Where a set or a class such as {@code \w} ends; where it began if there is none. */
  private static int endOfClass(String pattern, int at) {
    if (pattern.startsWith("\\", at) && at + 1 < pattern.length()) {
      return "wdsWDS".indexOf(pattern.charAt(at + 1)) >= 0 ? at + 2 : at;
    }
    if (!pattern.startsWith("[", at)) {
      return at;
    }
    for (int i = at + 1; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '\\') {
        i++;
      } else if (pattern.charAt(i) == ']') {
        return i + 1;
      }
    }
    return at;
  }

  /** {@link Matcher#find()} from a place on, in text of ASCII. */
  boolean find(Matcher matcher, String text, int from) {
    int length = text.length();
    for (int i = from; i < length; i++) {
      if (first[text.charAt(i)]) {
        matcher.region(i, length);
        if (matcher.lookingAt()) {
          return true;
        }
        while (isRun && i + 1 < length && first[text.charAt(i + 1)]) {
          i++;
        }
      }
    }
    return false;
  }
}

package dev.weft.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flags of a pattern, as Java has them and as Python shows them, and how its groups nest. */
final class RegexFlags {
  /** What {@code {m,n}} looks like. */
  private static final Pattern REPETITION = Pattern.compile("\\{(?=[\\d,])(\\d*)(?:,\\d*)?\\}");

  /** Of a pattern of bytes, whose text has a char for each of them. */
  static final long BYTES = 1L << 40;

  private static final String[] NAMES = {
    "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII"
  };

  private RegexFlags() {}

  static int java(long flags) {
    boolean isAscii = (flags & (Regex.ASCII | BYTES)) != 0;
    return ((flags & Regex.IGNORECASE) != 0
            ? Pattern.CASE_INSENSITIVE | (isAscii ? 0 : Pattern.UNICODE_CASE)
            : 0)
        | ((flags & Regex.MULTILINE) != 0 ? Pattern.MULTILINE : 0)
        | ((flags & Regex.DOTALL) != 0 ? Pattern.DOTALL : 0)
        | ((flags & Regex.VERBOSE) != 0 ? Pattern.COMMENTS : 0)
        | (isAscii ? 0 : Pattern.UNICODE_CHARACTER_CLASS)
        | Pattern.UNIX_LINES;
  }

  /** The flags that were given and those that the pattern itself begins with. */
  static long all(String source, long flags) {
    long all = flags & ~BYTES;
    if (source.startsWith("(?")) {
      for (int i = 2; i < source.length() && Character.isLetter(source.charAt(i)); i++) {
        all |=
            switch (source.charAt(i)) {
              case 'i' -> Regex.IGNORECASE;
              case 'm' -> Regex.MULTILINE;
              case 's' -> Regex.DOTALL;
              case 'x' -> Regex.VERBOSE;
              case 'a' -> Regex.ASCII;
              default -> 0;
            };
        if (i + 1 < source.length() && ":-".indexOf(source.charAt(i + 1)) >= 0) {
          all = flags & ~BYTES;
          break;
        }
      }
    }
    return (flags & BYTES) != 0 || (all & Regex.ASCII) != 0 ? all : all | 32;
  }

  static String repr(String source, long flags) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < NAMES.length; i++) {
      if ((flags & 2L << i) != 0 && i != 4) {
        names.append("|re.").append(NAMES[i]);
      }
    }
    return "re.compile("
        + source.substring(0, Math.min(200, source.length()))
        + (names.isEmpty() ? "" : ", " + names.substring(1))
        + ")";
  }

  /** The group around each group, by number; zero where there is none. */
  static int[] outerGroups(String source, int count) {
    int[] outer = new int[count];
    Deque<Integer> open = new ArrayDeque<>();
    open.push(0);
    boolean inSet = false;
    int number = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inSet) {
        inSet = c != ']';
      } else if (c == '[') {
        inSet = true;
        i += source.startsWith("^]", i + 1) ? 2 : source.startsWith("]", i + 1) ? 1 : 0;
      } else if (c == '(') {
        boolean counts = !source.startsWith("?", i + 1) || source.startsWith("?P<", i + 1);
        if (counts && ++number < count) {
          outer[number] = open.element();
        }
        open.push(counts ? number : open.element());
      } else if (c == ')' && open.size() > 1) {
        open.pop();
      }
    }
    return outer;
  }

  /** What a brace is in Java: one that counts nothing stands for itself. */
  static String brace(String source, int at) {
    Matcher times = REPETITION.matcher(source).region(at, source.length());
    return !times.lookingAt() ? "\\{" : times.group(1).isEmpty() ? "{0" : "{";
  }
}

package dev.weft.python;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The module {@code fnmatch}: names by the patterns of a shell. */
public final class Fnmatch {
  private Fnmatch() {}

  /** {@code fnmatchcase(name, pattern)}. */
  public static boolean matches(String name, String pattern) {
    return compiled(pattern).matcher(name).matches();
  }

  /** {@code filter(names, pattern)}. */
  public static List<String> filter(Iterable<String> names, String pattern) {
    Pattern compiled = compiled(pattern);
    List<String> kept = Lists.of();
    for (String name : names) {
      if (compiled.matcher(name).matches()) {
        kept.add(name);
      }
    }
    return kept;
  }

  private static Pattern compiled(String pattern) {
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      int end = c == '[' ? endOfSet(pattern, at) : -1;
      if (end >= 0) {
        String set = pattern.substring(at, end).replace("\\", "\\\\").replace("[", "\\[");
        boolean negated = set.startsWith("!");
        String members = negated ? set.substring(1) : set.startsWith("^") ? "\\" + set : set;
        regex.append(negated ? "[^" : "[").append(members.replace("&&", "&\\&")).append(']');
        at = end + 1;
      } else {
        regex.append(c == '*' ? ".*" : c == '?' ? "." : quoted(c));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** Where a set ends whose first member may be a bracket; -1 if it does not. */
  private static int endOfSet(String pattern, int from) {
    int first = pattern.startsWith("!", from) ? from + 1 : from;
    return first >= pattern.length() ? -1 : pattern.indexOf(']', first + 1);
  }

  private static String quoted(char c) {
    return Character.isLetterOrDigit(c)
        ? String.valueOf(c)
        : String.format(Locale.ROOT, "\\x{%x}", (int) c);
  }
}

package dev.weft.executor;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** "Did you mean": names that are close to a mistyped one. */
final class Suggestions {
  private static final int MOST = 3;
  private static final int LONGEST = 200;

  private Suggestions() {}

  private record Candidate(String name, int distance) {}

  /** Up to three close names, best first, ties in the order given. */
  static List<String> close(String name, Collection<String> known) {
    String wanted = name.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return List.of();
    }
    int limit = (wanted.length() + 2) / 3;
    return known.stream()
        .map(it -> new Candidate(it, rank(wanted, it.toLowerCase(Locale.ROOT), limit)))
        .filter(it -> it.distance <= limit)
        .sorted(Comparator.comparingInt(Candidate::distance))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /** "did you mean …?", or what to say where nothing is close. */
  static String hint(String name, Collection<String> known, String otherwise) {
    List<String> close = close(name, known);
    return close.isEmpty()
        ? otherwise
        : "did you mean "
            + String.join(" or ", close.stream().map(it -> "'" + it + "'").toList())
            + "?";
  }

  private static int rank(String wanted, String known, int limit) {
    // People leave the suffix of a type out: "Multiply" for "MultiplyNode".
    if (wanted.length() >= 3 && (known.startsWith(wanted) || known.endsWith(wanted))) {
      return 1;
    }
    return Math.abs(wanted.length() - known.length()) > limit
        ? Integer.MAX_VALUE
        : distance(wanted, known);
  }

  /** Edits between two words: insert, delete, replace, swap of neighbours. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + replace);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}

package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code difflib.Differ} and {@code ndiff}: lines that differ, and where similar ones do. */
@SuppressWarnings("NullAway") // None is null.
public final class LineDiffer {
  private static final double SIMILAR = 0.75;

  private final @Nullable Object lineJunk;
  private final @Nullable Object charJunk;

  /** {@code Differ(linejunk, charjunk)}. */
  public LineDiffer(@Nullable Object lineJunk, @Nullable Object charJunk) {
    this.lineJunk = lineJunk;
    this.charJunk = charJunk;
  }

  /** {@code ndiff(a, b)} with its own idea of what is junk in a line. */
  public static LineDiffer plain() {
    return new LineDiffer(
        null,
        Function.of("IS_CHARACTER_JUNK", "ch, ws=", v -> Difflib.isSpace((String) v[0]), " \t"));
  }

  /** {@code compare(a, b)}. */
  public Iterable<String> compare(Iterable<String> before, Iterable<String> after) {
    Work work = new Work(Lists.copy(before), Lists.copy(after));
    for (SequenceMatcher.Step s : new SequenceMatcher(lineJunk, work.a, work.b, true).steps()) {
      switch (s.tag()) {
        case "equal" -> work.dump("  ", work.a, s.fromA(), s.toA());
        case "delete" -> work.dump("- ", work.a, s.fromA(), s.toA());
        case "insert" -> work.dump("+ ", work.b, s.fromB(), s.toB());
        default -> work.replace(s.fromA(), s.toA(), s.fromB(), s.toB());
      }
    }
    return Iters.iter(work.out);
  }

  private final class Work {
    final List<String> a;
    final List<String> b;
    final List<String> out = new PyList<>();

    Work(List<String> a, List<String> b) {
      this.a = a;
      this.b = b;
    }

    void dump(String mark, List<String> lines, int from, int to) {
      lines.subList(from, to).forEach(line -> out.add(mark + line));
    }

    /** Looks for the most similar lines, and goes on before and behind them. */
    void replace(int fromA, int toA, int fromB, int toB) {
      double best = SIMILAR - 0.01;
      int[] pair = {-1, -1};
      int[] equal = {-1, -1};
      SequenceMatcher matcher = new SequenceMatcher(charJunk, "", "", true);
      for (int j = fromB; j < toB; j++) {
        matcher.setSeq2(b.get(j));
        for (int i = fromA; i < toA; i++) {
          if (a.get(i).equals(b.get(j))) {
            equal = equal[0] < 0 ? new int[] {i, j} : equal;
            continue;
          }
          matcher.setSeq1(a.get(i));
          if (matcher.realQuickRatio() > best
              && matcher.quickRatio() > best
              && matcher.ratio() > best) {
            best = matcher.ratio();
            pair = new int[] {i, j};
          }
        }
      }
      boolean isEqual = best < SIMILAR;
      if (isEqual && equal[0] < 0) {
        if (toB - fromB < toA - fromA) {
          dump("+ ", b, fromB, toB);
          dump("- ", a, fromA, toA);
        } else {
          dump("- ", a, fromA, toA);
          dump("+ ", b, fromB, toB);
        }
        return;
      }
      int[] at = isEqual ? equal : pair;
      beside(fromA, at[0], fromB, at[1]);
      if (isEqual) {
        out.add("  " + a.get(at[0]));
      } else {
        similar(matcher, a.get(at[0]), b.get(at[1]));
      }
      beside(at[0] + 1, toA, at[1] + 1, toB);
    }

    private void beside(int fromA, int toA, int fromB, int toB) {
      if (fromA < toA && fromB < toB) {
        replace(fromA, toA, fromB, toB);
      } else {
        dump("- ", a, fromA, toA);
        dump("+ ", b, fromB, toB);
      }
    }

    private void similar(SequenceMatcher matcher, String first, String second) {
      StringBuilder marksA = new StringBuilder();
      StringBuilder marksB = new StringBuilder();
      matcher.setSeqs(first, second);
      for (SequenceMatcher.Step s : matcher.steps()) {
        boolean isEqual = s.tag().equals("equal");
        boolean isReplaced = s.tag().equals("replace");
        marksA.repeat(isEqual ? ' ' : isReplaced ? '^' : '-', s.toA() - s.fromA());
        marksB.repeat(isEqual ? ' ' : isReplaced ? '^' : '+', s.toB() - s.fromB());
      }
      out.add("- " + first);
      hint(first, marksA);
      out.add("+ " + second);
      hint(second, marksB);
    }

    /** Marks under a line, which keep its tabs. */
    private void hint(String line, CharSequence marks) {
      StringBuilder under = new StringBuilder();
      int[] points = line.codePoints().toArray();
      for (int i = 0; i < Math.min(points.length, marks.length()); i++) {
        boolean keeps = marks.charAt(i) == ' ' && Character.isWhitespace(points[i]);
        under.appendCodePoint(keeps ? points[i] : marks.charAt(i));
      }
      String text = under.toString().stripTrailing();
      if (!text.isEmpty()) {
        out.add("? " + text + "\n");
      }
    }
  }
}

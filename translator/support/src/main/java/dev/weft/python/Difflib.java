package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of {@code difflib}. */
@SuppressWarnings("NullAway") // None is null.
public final class Difflib {
  private Difflib() {}

  /** {@code get_close_matches(word, possibilities, n, cutoff)}. */
  public static <T> List<T> close(T word, Iterable<? extends T> choices, Number n, Number least) {
    long count = n.longValue();
    double cutoff = Numbers.toDouble(least);
    if (count <= 0) {
      throw new Errors.ValueError("n must be > 0: " + Py.repr(n));
    }
    if (!(cutoff >= 0 && cutoff <= 1)) {
      throw new Errors.ValueError("cutoff must be in [0.0, 1.0]: " + Py.repr(least));
    }
    SequenceMatcher matcher = new SequenceMatcher(null, "", word, true);
    List<Tuple2<Double, T>> found = new ArrayList<>();
    for (T choice : choices) {
      matcher.setSeq1(choice);
      if (matcher.realQuickRatio() >= cutoff
          && matcher.quickRatio() >= cutoff
          && matcher.ratio() >= cutoff) {
        found.add(new Tuple2<>(matcher.ratio(), choice));
      }
    }
    List<T> best = new PyList<>();
    for (Tuple2<Double, T> each : Lists.sorted(found, true)) {
      if (best.size() < count) {
        best.add(each.second());
      }
    }
    return best;
  }

  private static List<String> lines(Iterable<?> lines) {
    List<String> all = new ArrayList<>();
    for (Object line : lines) {
      if (!(line instanceof String text)) {
        throw new Errors.TypeError(
            "lines to compare must be str, not " + Py.typeName(line) + " (" + Py.repr(line) + ")");
      }
      all.add(text);
    }
    return all;
  }

  private static String header(String mark, String file, String date, String end) {
    return mark + " " + file + (date.isEmpty() ? "" : "\t" + date) + end;
  }

  /** {@code unified_diff(…)}. */
  public static Iterable<String> unified(
      Iterable<?> before,
      Iterable<?> after,
      String fromFile,
      String toFile,
      String fromDate,
      String toDate,
      long around,
      String end) {
    List<String> a = lines(before);
    List<String> b = lines(after);
    List<String> out = new PyList<>();
    var groups = new SequenceMatcher(null, a, b, true).groups((int) around);
    for (List<SequenceMatcher.Step> group : groups) {
      if (out.isEmpty()) {
        out.add(header("---", fromFile, fromDate, end));
        out.add(header("+++", toFile, toDate, end));
      }
      SequenceMatcher.Step first = group.getFirst();
      SequenceMatcher.Step last = group.getLast();
      out.add(
          "@@ -"
              + counted(first.fromA(), last.toA())
              + " +"
              + counted(first.fromB(), last.toB())
              + " @@"
              + end);
      for (SequenceMatcher.Step s : group) {
        if (s.tag().equals("equal")) {
          a.subList(s.fromA(), s.toA()).forEach(line -> out.add(" " + line));
        } else {
          a.subList(s.fromA(), s.toA()).forEach(line -> out.add("-" + line));
          b.subList(s.fromB(), s.toB()).forEach(line -> out.add("+" + line));
        }
      }
    }
    return Iters.iter(out);
  }

  private static String counted(int from, int to) {
    return to - from == 1
        ? String.valueOf(from + 1)
        : (to == from ? from : from + 1) + "," + (to - from);
  }

  private static String between(int from, int to) {
    return to - from <= 1 ? String.valueOf(to == from ? from : from + 1) : (from + 1) + "," + to;
  }

  /** {@code context_diff(…)}. */
  public static Iterable<String> context(
      Iterable<?> before,
      Iterable<?> after,
      String fromFile,
      String toFile,
      String fromDate,
      String toDate,
      long around,
      String end) {
    List<String> a = lines(before);
    List<String> b = lines(after);
    List<String> out = new PyList<>();
    var groups = new SequenceMatcher(null, a, b, true).groups((int) around);
    for (List<SequenceMatcher.Step> group : groups) {
      if (out.isEmpty()) {
        out.add(header("***", fromFile, fromDate, end));
        out.add(header("---", toFile, toDate, end));
      }
      SequenceMatcher.Step first = group.getFirst();
      SequenceMatcher.Step last = group.getLast();
      out.add("***************" + end);
      out.add("*** " + between(first.fromA(), last.toA()) + " ****" + end);
      side(group, a, true, out);
      out.add("--- " + between(first.fromB(), last.toB()) + " ----" + end);
      side(group, b, false, out);
    }
    return Iters.iter(out);
  }

  private static void side(
      List<SequenceMatcher.Step> group, List<String> lines, boolean isFirst, List<String> out) {
    String own = isFirst ? "delete" : "insert";
    if (group.stream().noneMatch(s -> s.tag().equals("replace") || s.tag().equals(own))) {
      return;
    }
    for (SequenceMatcher.Step s : group) {
      String mark =
          s.tag().equals("equal") ? "  " : s.tag().equals("replace") ? "! " : isFirst ? "- " : "+ ";
      if (s.tag().equals("equal") || s.tag().equals("replace") || s.tag().equals(own)) {
        int from = isFirst ? s.fromA() : s.fromB();
        int to = isFirst ? s.toA() : s.toB();
        lines.subList(from, to).forEach(line -> out.add(mark + line));
      }
    }
  }

  /** {@code restore(delta, which)}. */
  public static Iterable<String> restore(Iterable<String> delta, @Nullable Object which) {
    long side = which instanceof Long n ? n : 0;
    if (side != 1 && side != 2) {
      throw new Errors.ValueError("unknown delta choice (must be 1 or 2): " + Py.repr(which));
    }
    List<String> out = new PyList<>();
    for (String line : delta) {
      if (line.startsWith("  ") || line.startsWith(side == 1 ? "- " : "+ ")) {
        out.add(line.substring(2));
      }
    }
    return Iters.iter(out);
  }

  /** {@code IS_CHARACTER_JUNK(c)}. */
  public static boolean isSpace(String c) {
    return c.equals(" ") || c.equals("\t");
  }

  /** {@code IS_LINE_JUNK(line)}. */
  public static boolean isBlank(String line) {
    return line.strip().isEmpty() || line.strip().equals("#");
  }
}

package dev.weft.python;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code difflib.SequenceMatcher}: what two sequences have in common, the longest run first. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class SequenceMatcher {
  /** A run of equal elements, {@code difflib.Match}. */
  @PythonName("Match")
  public record Run(long a, long b, long size) implements NamedTuple {
    @Override
    public List<Object> values() {
      return List.of(a, b, size);
    }

    @Override
    public String repr() {
      return "Match(a=" + a + ", b=" + b + ", size=" + size + ")";
    }

    @Override
    public String toString() {
      return repr();
    }
  }

  private static final int POPULAR_FROM = 200;

  private final @Nullable Object isJunk;
  private final boolean autoJunk;
  private List<Object> a = List.of();
  private List<Object> b = List.of();

  /** Where each element of the second sequence is, but for junk and what is found everywhere. */
  private Map<Object, List<Integer>> places = new PyDict<>();

  private Set<Object> junk = new PySet<>();
  private Set<Object> popular = new PySet<>();
  private @Nullable Map<Object, Long> counts;
  private @Nullable List<Run> runs;

  /** {@code SequenceMatcher(isjunk, a, b, autojunk)}. */
  public SequenceMatcher(
      @Nullable Object isJunk, @Nullable Object a, @Nullable Object b, boolean autoJunk) {
    this.isJunk = isJunk;
    this.autoJunk = autoJunk;
    first(a);
    second(b);
  }

  /** {@code set_seqs(a, b)}. */
  public void setSeqs(@Nullable Object first, @Nullable Object second) {
    first(first);
    second(second);
  }

  /** {@code set_seq1(a)}. */
  public void setSeq1(@Nullable Object sequence) {
    first(sequence);
  }

  /** {@code set_seq2(b)}. */
  public void setSeq2(@Nullable Object sequence) {
    second(sequence);
  }

  private void first(@Nullable Object sequence) {
    a = elements(sequence);
    runs = null;
  }

  private void second(@Nullable Object sequence) {
    b = elements(sequence);
    runs = null;
    counts = null;
    places = new PyDict<>();
    junk = new PySet<>();
    popular = new PySet<>();
    for (int i = 0; i < b.size(); i++) {
      places.computeIfAbsent(b.get(i), e -> new ArrayList<>()).add(i);
    }
    if (isJunk != null) {
      for (Object element : List.copyOf(places.keySet())) {
        if (Py.truth(Dyn.call(isJunk, element))) {
          junk.add(element);
        }
      }
      places.keySet().removeAll(junk);
    }
    if (autoJunk && b.size() >= POPULAR_FROM) {
      int most = b.size() / 100 + 1;
      places.forEach((element, where) -> {
        if (where.size() > most) {
          popular.add(element);
        }
      });
      places.keySet().removeAll(popular);
    }
  }

  private static List<Object> elements(@Nullable Object sequence) {
    List<Object> all = new ArrayList<>();
    for (Object each : Iters.of(sequence)) {
      all.add(each);
    }
    return all;
  }

  /** {@code bjunk}. */
  public Set<Object> bjunk() {
    return junk;
  }

  /** {@code bpopular}. */
  public Set<Object> bpopular() {
    return popular;
  }

  /** {@code find_longest_match(alo, ahi, blo, bhi)}. */
  public Run findLongestMatch(long fromA, @Nullable Long toA, long fromB, @Nullable Long toB) {
    return longest(
        (int) fromA,
        toA == null ? a.size() : toA.intValue(),
        (int) fromB,
        toB == null ? b.size() : toB.intValue());
  }

  private Run longest(int fromA, int toA, int fromB, int toB) {
    int bestA = fromA;
    int bestB = fromB;
    int best = 0;
    int[] lengths = new int[b.size() + 1];
    int[] next = new int[b.size() + 1];
    List<Integer> touched = List.of();
    for (int i = fromA; i < toA; i++) {
      List<Integer> where = places.getOrDefault(a.get(i), List.of());
      for (int j : where) {
        if (j >= fromB && j < toB) {
          int length = (j == 0 ? 0 : lengths[j]) + 1;
          next[j + 1] = length;
          if (length > best) {
            bestA = i - length + 1;
            bestB = j - length + 1;
            best = length;
          }
        }
      }
      for (int j : touched) {
        lengths[j + 1] = 0;
      }
      int[] swapped = lengths;
      lengths = next;
      next = swapped;
      touched = where;
    }
    int[] run = {bestA, bestB, best};
    grow(run, false, fromA, toA, fromB, toB);
    grow(run, true, fromA, toA, fromB, toB);
    return new Run(run[0], run[1], run[2]);
  }

  /** Makes a run longer at both ends by equal elements that are junk, or that are not. */
  private void grow(int[] run, boolean byJunk, int fromA, int toA, int fromB, int toB) {
    while (run[0] > fromA && run[1] > fromB && joins(run[0] - 1, run[1] - 1, byJunk)) {
      run[0]--;
      run[1]--;
      run[2]++;
    }
    while (run[0] + run[2] < toA
        && run[1] + run[2] < toB
        && joins(run[0] + run[2], run[1] + run[2], byJunk)) {
      run[2]++;
    }
  }

  private boolean joins(int i, int j, boolean byJunk) {
    return junk.contains(b.get(j)) == byJunk && Py.eq(a.get(i), b.get(j));
  }

  private record Part(int fromA, int toA, int fromB, int toB) {}

  /** {@code get_matching_blocks()}; the last has no elements. */
  public List<Run> getMatchingBlocks() {
    if (runs == null) {
      List<Part> open = new ArrayList<>(List.of(new Part(0, a.size(), 0, b.size())));
      List<Run> found = new ArrayList<>();
      while (!open.isEmpty()) {
        Part p = open.removeLast();
        Run run = longest(p.fromA, p.toA, p.fromB, p.toB);
        if (run.size > 0) {
          found.add(run);
          int i = (int) run.a;
          int j = (int) run.b;
          int size = (int) run.size;
          if (p.fromA < i && p.fromB < j) {
            open.add(new Part(p.fromA, i, p.fromB, j));
          }
          if (i + size < p.toA && j + size < p.toB) {
            open.add(new Part(i + size, p.toA, j + size, p.toB));
          }
        }
      }
      found.sort(Comparator.comparingLong(Run::a).thenComparingLong(Run::b));
      runs = joined(found);
      runs.add(new Run(a.size(), b.size(), 0));
    }
    return Lists.copy(runs);
  }

  /** Runs that touch are one. */
  private static List<Run> joined(List<Run> found) {
    List<Run> all = new ArrayList<>();
    for (Run run : found) {
      Run last = all.isEmpty() ? null : all.getLast();
      if (last != null && last.a + last.size == run.a && last.b + last.size == run.b) {
        all.set(all.size() - 1, new Run(last.a, last.b, last.size + run.size));
      } else {
        all.add(run);
      }
    }
    return all;
  }

  /** What is done to a part of the first sequence to have one of the second. */
  record Step(String tag, int fromA, int toA, int fromB, int toB) {
    Object tuple() {
      return new Tuple5<>(tag, (long) fromA, (long) toA, (long) fromB, (long) toB);
    }
  }

  List<Step> steps() {
    List<Step> all = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (Run run : getMatchingBlocks()) {
      int nextA = (int) run.a;
      int nextB = (int) run.b;
      if (i < nextA || j < nextB) {
        String tag = i == nextA ? "insert" : j == nextB ? "delete" : "replace";
        all.add(new Step(tag, i, nextA, j, nextB));
      }
      i = nextA + (int) run.size;
      j = nextB + (int) run.size;
      if (run.size > 0) {
        all.add(new Step("equal", nextA, i, nextB, j));
      }
    }
    return all;
  }

  /** {@code get_opcodes()}. */
  public List<Object> getOpcodes() {
    return Lists.copy(steps().stream().map(Step::tuple).toList());
  }

  /** Steps that are near to each other, with so many equal elements around them. */
  List<List<Step>> groups(int around) {
    List<Step> all = new ArrayList<>(steps());
    if (all.isEmpty()) {
      all.add(new Step("equal", 0, 1, 0, 1));
    }
    Step s = all.getFirst();
    if (s.tag.equals("equal")) {
      all.set(
          0,
          new Step(
              s.tag,
              Math.max(s.fromA, s.toA - around),
              s.toA,
              Math.max(s.fromB, s.toB - around),
              s.toB));
    }
    s = all.getLast();
    if (s.tag.equals("equal")) {
      all.set(all.size() - 1, begin(s, around));
    }
    List<List<Step>> groups = new ArrayList<>();
    List<Step> group = new ArrayList<>();
    for (Step step : all) {
      Step next = step;
      if (step.tag.equals("equal") && step.toA - step.fromA > 2 * around) {
        group.add(begin(step, around));
        groups.add(group);
        group = new ArrayList<>();
        next =
            new Step(
                step.tag,
                Math.max(step.fromA, step.toA - around),
                step.toA,
                Math.max(step.fromB, step.toB - around),
                step.toB);
      }
      group.add(next);
    }
    if (!group.isEmpty() && !(group.size() == 1 && group.get(0).tag.equals("equal"))) {
      groups.add(group);
    }
    return groups;
  }

  private static Step begin(Step s, int around) {
    return new Step(
        s.tag,
        s.fromA,
        Math.min(s.toA, s.fromA + around),
        s.fromB,
        Math.min(s.toB, s.fromB + around));
  }

  /** {@code get_grouped_opcodes(n)}. */
  public Iterable<List<Object>> getGroupedOpcodes(long around) {
    List<List<Object>> all = new PyList<>();
    for (List<Step> group : groups((int) around)) {
      all.add(Lists.copy(group.stream().map(Step::tuple).toList()));
    }
    return Iters.iter(all);
  }

  private double share(long matches) {
    int length = a.size() + b.size();
    return length == 0 ? 1.0 : 2.0 * matches / length;
  }

  /** {@code ratio()}. */
  public double ratio() {
    return share(getMatchingBlocks().stream().mapToLong(Run::size).sum());
  }

  /** {@code quick_ratio()}. */
  public double quickRatio() {
    if (counts == null) {
      counts = new PyDict<>();
      b.forEach(element -> counts.merge(element, 1L, Long::sum));
    }
    Map<Object, Long> left = new PyDict<>();
    left.putAll(counts);
    long matches = 0;
    for (Object element : a) {
      long rest = left.getOrDefault(element, 0L);
      if (rest > 0) {
        matches++;
        left.put(element, rest - 1);
      }
    }
    return share(matches);
  }

  /** {@code real_quick_ratio()}. */
  public double realQuickRatio() {
    return share(Math.min(a.size(), b.size()));
  }
}

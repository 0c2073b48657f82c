package dev.weft.executor.test;

import dev.weft.executor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where two values of JSON differ. */
final class Differences {
  private static final int MOST = 20;
  private static final int SHOWN = 200;

  /** In seconds. */
  private static final double TOLERANCE = 0.005;

  private final List<String> lines = new ArrayList<>();
  private int more;

  private Differences() {}

  /** A line for each place where what came out is not what was to come out. */
  static List<String> between(Map<String, Object> expected, Map<String, Object> seen) {
    Differences differences = new Differences();
    boolean ran = !seen.containsKey(Observation.PROBLEMS);
    for (String field : Observation.FIELDS) {
      if (field.equals(Observation.TIMES)) {
        differences.compareTimes(field, expected, seen);
      } else if (ran || field.equals(Observation.PROBLEMS)) {
        // A node that was not run gives nothing, and it need not be said of each item.
        differences.compare(
            field, expected.getOrDefault(field, List.of()), seen.getOrDefault(field, List.of()));
      }
    }
    if (differences.more > 0) {
      differences.lines.add("… and %d more differences".formatted(differences.more));
    }
    return differences.lines;
  }

  private void add(String at, String text) {
    if (lines.size() < MOST) {
      lines.add(at + ": " + text);
    } else {
      more++;
    }
  }

  private void compare(String at, @Nullable Object expected, @Nullable Object seen) {
    if (expected instanceof Map<?, ?> one && seen instanceof Map<?, ?> other) {
      compareObjects(at, one, other);
    } else if (expected instanceof List<?> one && seen instanceof List<?> other) {
      compareLists(at, one, other);
    } else if (expected instanceof Tensor || seen instanceof Tensor) {
      if (expected == null || !expected.equals(seen)) {
        add(at, "expected %s, got %s".formatted(show(expected), show(seen)));
      }
    } else if (expected == null || seen == null || !isSame(expected, seen)) {
      add(at, "expected %s, got %s".formatted(show(expected), show(seen)));
    }
  }

  /**
   * Times are the same to a few milliseconds: the executor may wait for one to send more at once.
   */
  private void compareTimes(String field, Map<String, Object> expected, Map<String, Object> seen) {
    List<?> one = (List<?>) expected.getOrDefault(field, List.of());
    List<?> other = (List<?>) seen.getOrDefault(field, List.of());
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      boolean near =
          one.get(i) instanceof Number a
              && other.get(i) instanceof Number b
              && Math.abs(a.doubleValue() - b.doubleValue()) <= TOLERANCE;
      if (!near) {
        compare(field + "[" + i + "]", one.get(i), other.get(i));
      }
    }
  }

  private void compareObjects(String at, Map<?, ?> expected, Map<?, ?> seen) {
    Set<Object> keys = new LinkedHashSet<>(expected.keySet());
    keys.addAll(seen.keySet());
    int before = lines.size();
    for (Object key : keys) {
      String place = at + "." + key;
      if (!seen.containsKey(key)) {
        add(place, "expected %s, got nothing".formatted(show(expected.get(key))));
      } else if (!expected.containsKey(key)) {
        add(place, "expected nothing, got %s".formatted(show(seen.get(key))));
      } else {
        compare(place, expected.get(key), seen.get(key));
      }
    }
    if (lines.size() == before && !inOrder(expected.keySet(), seen.keySet())) {
      add(
          at,
          "expected the keys in the order %s, got %s".formatted(expected.keySet(), seen.keySet()));
    }
  }

  private static boolean inOrder(Collection<?> one, Collection<?> other) {
    return List.copyOf(one).equals(List.copyOf(other));
  }

  private void compareLists(String at, List<?> expected, List<?> seen) {
    int both = Math.min(expected.size(), seen.size());
    for (int i = 0; i < both; i++) {
      compare(at + "[" + i + "]", expected.get(i), seen.get(i));
    }
    for (int i = both; i < expected.size(); i++) {
      add(at + "[" + i + "]", "expected %s, got nothing".formatted(show(expected.get(i))));
    }
    for (int i = both; i < seen.size(); i++) {
      add(at + "[" + i + "]", "expected nothing, got %s".formatted(show(seen.get(i))));
    }
  }

  /** An int is no float, though they be equal; and -0.0 is not 0.0. */
  private static boolean isSame(Object one, Object other) {
    return one.equals(other);
  }

  private static String show(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    String text = CaseJson.line(value);
    return text.length() <= SHOWN
        ? text
        : text.substring(0, SHOWN) + "… (%d characters)".formatted(text.length());
  }
}

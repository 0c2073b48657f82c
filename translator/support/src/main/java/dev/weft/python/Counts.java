package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only {@code collections.Counter} can do among dicts. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class Counts {
  private Counts() {}

  /** {@code Counter(mapping)}. */
  public static <K extends @Nullable Object> Map<K, Long> of(Map<? extends K, ?> counts) {
    Map<K, Long> counter = PyDict.counter(List.of());
    counter.putAll(Py.<Map<K, Long>>cast(counts));
    return counter;
  }

  /** {@code Counter(x)}, of a mapping or of what is counted. */
  public static Map<Object, Long> ofAny(@Nullable Object x) {
    return x instanceof Map<?, ?> m
        ? of(Py.<Map<Object, Long>>cast(m))
        : PyDict.counter(Iters.<Object>of(x));
  }

  /** {@code sum(counters, start)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> sum(
      Iterable<? extends Map<K, V>> counters, Map<K, V> start) {
    Map<K, V> all = start;
    for (Map<K, V> each : counters) {
      all = plus(all, each);
    }
    return all;
  }

  /** {@code a + b}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> plus(
      Map<K, V> a, Map<K, V> b) {
    return Py.cast(combine(counter(a, "+"), b, '+'));
  }

  /** {@code a - b}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> minus(
      Map<K, V> a, Map<K, V> b) {
    return Py.cast(combine(counter(a, "-"), b, '-'));
  }

  /** {@code a & b}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> both(
      Map<K, V> a, Map<K, V> b) {
    return Py.cast(combine(counter(a, "&"), b, '&'));
  }

  private static Map<?, ?> counter(Map<?, ?> a, String op) {
    if (!(a instanceof PyDict<?, ?> d && d.isCounter())) {
      throw new Errors.TypeError("unsupported operand type(s) for " + op + ": 'dict' and 'dict'");
    }
    return a;
  }

  /** {@code elements()}. */
  public static <K extends @Nullable Object> Iterable<K> elements(Map<K, ?> counter) {
    List<K> all = new PyList<>();
    counter.forEach((k, n) -> {
      for (long i = 0; i < Numbers.toLong(n); i++) {
        all.add(k);
      }
    });
    return Iters.iter(all);
  }

  /** {@code subtract(mapping)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> void subtract(
      Map<K, V> counter, Map<K, ? extends V> other) {
    other.forEach((k, n) ->
        counter.put(
            k,
            Py.<V>cast(
                Numbers.toLong(Dicts.getOr(Py.<Map<K, Object>>cast(counter), k, 0L))
                    - Numbers.toLong(n))));
  }

  /** {@code subtract(elements)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> void subtract(
      Map<K, V> counter, Iterable<? extends K> elements) {
    Map<K, Long> other = PyDict.counter(elements);
    subtract(counter, Py.<Map<K, V>>cast(other));
  }

  /** The same with what only run time knows. */
  public static void subtractAny(Map<?, ?> counter, @Nullable Object other) {
    subtract(Py.<Map<Object, Long>>cast(counter), ofAny(other));
  }

  /** {@code a + b}, {@code a - b}, {@code a & b} and {@code a | b}: what is above zero. */
  static Map<Object, Object> combine(Map<?, ?> a, Map<?, ?> b, char op) {
    Map<Object, Long> result = PyDict.counter(List.of());
    Map<Object, Object> all = new PyDict<>();
    all.putAll(a);
    all.putAll(b);
    for (Object key : all.keySet()) {
      long x = Numbers.toLong(a.containsKey(key) ? a.get(key) : (Object) 0L);
      long y = Numbers.toLong(b.containsKey(key) ? b.get(key) : (Object) 0L);
      long n =
          switch (op) {
            case '+' -> x + y;
            case '-' -> x - y;
            case '&' -> Math.min(x, y);
            default -> Math.max(x, y);
          };
      if (n > 0) {
        result.put(key, n);
      }
    }
    return Py.cast(result);
  }
}

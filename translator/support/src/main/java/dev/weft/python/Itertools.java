package dev.weft.python;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The module {@code itertools}. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class Itertools {
  private Itertools() {}

  static <T extends @Nullable Object> Iterable<T> once(Iterator<T> iterator) {
    return () -> iterator;
  }

  /** {@code count(start, step)}. */
  public static Iterable<Long> count(long start, long step) {
    long[] at = {start - step};
    return once(Iters.fromNext(() -> at[0] += step));
  }

  /** {@code count(start, step)} of floats. */
  public static Iterable<Double> countFloats(double start, double step) {
    long[] at = {0};
    return once(Iters.fromNext(() -> start + at[0]++ * step));
  }

  /** {@code count(start, step)} of numbers of any kind. */
  public static Iterable<Object> countAny(@Nullable Object start, @Nullable Object step) {
    Object[] next = {Ops.add(start, 0L)};
    return once(
        Iters.<Object>fromNext(() -> {
          Object now = next[0];
          next[0] = Ops.add(now, step);
          return now;
        }));
  }

  /** {@code repeat(value)}. */
  public static <T extends @Nullable Object> Iterable<T> repeat(T value) {
    return once(Iters.<T>fromNext(() -> value));
  }

  /** {@code islice(values, start, stop, step)}. */
  public static <T extends @Nullable Object> Iterable<T> islice(
      Iterable<? extends T> values, long start, @Nullable Long stop, long step) {
    if (stop != null && stop < 0) {
      throw new Errors.ValueError(
          "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    }
    if (start < 0 || step < 1) {
      throw new Errors.ValueError(
          start < 0
              ? "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
              : "Step for islice() must be a positive integer or None.");
    }
    Iterator<? extends T> iterator = values.iterator();
    return once(
        new Iters.Ahead<T>() {
          private long at;
          private long next = start;

          @Override
          boolean advance() {
            if (stop != null && next >= stop) {
              return false;
            }
            while (iterator.hasNext()) {
              item = iterator.next();
              if (at++ == next) {
                next += step;
                return true;
              }
            }
            return false;
          }
        });
  }

  /** {@code chain(iterables)}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static <T extends @Nullable Object> Iterable<T> chain(Iterable<? extends T>... parts) {
    return chain(List.of(parts));
  }

  /** {@code chain.from_iterable(iterables)}. */
  public static <T extends @Nullable Object> Iterable<T> flatten(
      Iterable<? extends @Nullable Object> parts) {
    Iterator<? extends @Nullable Object> outer = parts.iterator();
    Ref<Iterator<T>> now = new Ref<>(List.<T>of().iterator());
    return once(
        Iters.<T>fromNext(() -> {
          while (!now.value.hasNext()) {
            if (!outer.hasNext()) {
              throw new Errors.StopIteration();
            }
            now.value = Iters.<T>of(outer.next()).iterator();
          }
          return now.value.next();
        }));
  }

  /** {@code chain(*iterables)}. */
  public static <T extends @Nullable Object> Iterable<T> chain(List<Iterable<? extends T>> all) {
    int[] at = {0};
    Ref<@Nullable Iterator<? extends T>> now = new Ref<>(null);
    return once(
        Iters.<T>fromNext(() -> {
          while (now.value == null || !now.value.hasNext()) {
            if (at[0] == all.size()) {
              throw new Errors.StopIteration();
            }
            now.value = all.get(at[0]++).iterator();
          }
          return now.value.next();
        }));
  }

  /** {@code cycle(values)}. */
  public static <T extends @Nullable Object> Iterable<T> cycle(Iterable<? extends T> values) {
    List<T> all = Lists.<T>copy(values);
    int[] at = {0};
    return once(
        Iters.<T>fromNext(() -> {
          if (all.isEmpty()) {
            throw new Errors.StopIteration();
          }
          return all.get(at[0]++ % all.size());
        }));
  }
}

package dev.weft.python;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The combinatoric functions of {@code itertools}, and those that look at several elements. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class MoreItertools {
  private MoreItertools() {}

  /** {@code accumulate(values)}. */
  public static <T extends @Nullable Object> Iterable<T> accumulate(Iterable<? extends T> values) {
    return MoreItertools.<T>accumulate(values, (a, b) -> Py.<T>cast(Ops.add(a, b)));
  }

  /** {@code accumulate(values, function)}. */
  public static <T extends @Nullable Object> Iterable<T> accumulate(
      Iterable<? extends T> values, Fn2<? super T, ? super T, ? extends T> f) {
    Iterator<? extends T> iterator = values.iterator();
    Ref<@Nullable T> sum = new Ref<>(null);
    boolean[] begun = {false};
    return Itertools.once(
        Iters.<T>fromNext(() -> {
          if (!iterator.hasNext()) {
            throw new Errors.StopIteration();
          }
          T next = iterator.next();
          sum.value = begun[0] ? f.call(Py.<T>cast(sum.value), next) : next;
          begun[0] = true;
          return Py.<T>cast(sum.value);
        }));
  }

  /** {@code accumulate(values, function, initial=)}. */
  public static <T extends @Nullable Object> Iterable<T> accumulate(
      Iterable<? extends T> values, Fn2<? super T, ? super T, ? extends T> f, T initial) {
    return MoreItertools.<T>accumulate(
        Itertools.<T>chain(List.of(Lists.<T>of(initial), Iters.<T>cast(values))), f);
  }

  /** {@code accumulate(values, initial=)}. */
  public static <T extends @Nullable Object> Iterable<T> accumulateFrom(
      Iterable<? extends T> values, T initial) {
    return MoreItertools.<T>accumulate(values, (a, b) -> Py.<T>cast(Ops.add(a, b)), initial);
  }

  /** {@code groupby(values)}. */
  public static <T extends @Nullable Object> Iterable<Tuple2<T, Iterable<T>>> groupBy(
      Iterable<? extends T> values) {
    return MoreItertools.<T, T>groupBy(values, x -> x);
  }

  /** {@code groupby(values, key)}: groups are lists, read when their turn comes. */
  public static <T extends @Nullable Object, K extends @Nullable Object>
      Iterable<Tuple2<K, Iterable<T>>> groupBy(
          Iterable<? extends T> values, Fn1<? super T, ? extends K> key) {
    Iterator<? extends T> iterator = values.iterator();
    Ref<@Nullable List<T>> ahead = new Ref<>(null);
    return Itertools.once(
        Iters.<Tuple2<K, Iterable<T>>>fromNext(() -> {
          List<T> group = ahead.value;
          ahead.value = null;
          if (group == null) {
            if (!iterator.hasNext()) {
              throw new Errors.StopIteration();
            }
            group = Lists.<T>of(iterator.next());
          }
          K mine = key.call(group.get(0));
          while (iterator.hasNext()) {
            T next = iterator.next();
            if (!Py.eq(key.call(next), mine)) {
              ahead.value = Lists.<T>of(next);
              break;
            }
            group.add(next);
          }
          return new Tuple2<>(mine, Iters.<T>iter(group));
        }));
  }

  /** {@code product(a, b)}. */
  public static <A extends @Nullable Object, B extends @Nullable Object>
      Iterable<Tuple2<A, B>> product(Iterable<? extends A> a, Iterable<? extends B> b) {
    List<Tuple2<A, B>> all = new PyList<>();
    List<B> right = Lists.<B>copy(b);
    for (A x : a) {
      for (B y : right) {
        all.add(new Tuple2<>(x, y));
      }
    }
    return Iters.iter(all);
  }

  /** {@code product(a, b, c)}. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
      Iterable<Tuple3<A, B, C>> product(
          Iterable<? extends A> a, Iterable<? extends B> b, Iterable<? extends C> c) {
    List<Tuple3<A, B, C>> all = new PyList<>();
    for (Tuple2<A, B> pair : MoreItertools.<A, B>product(a, b)) {
      for (C z : c) {
        all.add(new Tuple3<>(pair.first(), pair.second(), z));
      }
    }
    return Iters.iter(all);
  }

  /** {@code product(values, repeat=)}. */
  public static <T extends @Nullable Object> Iterable<Tuple<T>> productOf(
      Iterable<? extends Iterable<? extends T>> factors, long repeat) {
    List<List<T>> pools = new ArrayList<>();
    for (long i = 0; i < repeat; i++) {
      factors.forEach(f -> pools.add(Lists.<T>copy(f)));
    }
    List<List<T>> rows = new ArrayList<>();
    rows.add(List.of());
    for (List<T> pool : pools) {
      List<List<T>> longer = new ArrayList<>();
      for (List<T> row : rows) {
        for (T item : pool) {
          List<T> next = new ArrayList<>(row);
          next.add(item);
          longer.add(next);
        }
      }
      rows.clear();
      rows.addAll(longer);
    }
    return tuples(rows);
  }

  private static <T extends @Nullable Object> Iterable<Tuple<T>> tuples(List<List<T>> rows) {
    return Iters.<List<T>, Tuple<T>>map(r -> Tuple.<T>copyOf(r), rows);
  }

  /** {@code permutations(values, r)}. */
  public static <T extends @Nullable Object> Iterable<Tuple<T>> permutations(
      Iterable<? extends T> values, @Nullable Long r) {
    List<T> pool = Lists.<T>copy(values);
    List<List<T>> rows = new ArrayList<>();
    int size = r == null ? pool.size() : r.intValue();
    choose(pool, size, new ArrayList<>(), new boolean[pool.size()], rows);
    return tuples(rows);
  }

  private static <T extends @Nullable Object> void choose(
      List<T> pool, int size, List<T> chosen, boolean[] used, List<List<T>> rows) {
    if (chosen.size() == size) {
      rows.add(new ArrayList<>(chosen));
      return;
    }
    for (int i = 0; i < pool.size(); i++) {
      if (!used[i]) {
        used[i] = true;
        chosen.add(pool.get(i));
        choose(pool, size, chosen, used, rows);
        chosen.removeLast();
        used[i] = false;
      }
    }
  }

  /** {@code combinations(values, r)}, or with replacement. */
  public static <T extends @Nullable Object> Iterable<Tuple<T>> combinations(
      Iterable<? extends T> values, long r, boolean replacement) {
    if (r < 0) {
      throw new Errors.ValueError("r must be non-negative");
    }
    List<T> pool = Lists.<T>copy(values);
    List<List<T>> rows = new ArrayList<>();
    combine(pool, (int) r, 0, replacement, new ArrayList<>(), rows);
    return tuples(rows);
  }

  private static <T extends @Nullable Object> void combine(
      List<T> pool, int size, int from, boolean replacement, List<T> chosen, List<List<T>> rows) {
    if (chosen.size() == size) {
      rows.add(new ArrayList<>(chosen));
      return;
    }
    for (int i = from; i < pool.size(); i++) {
      chosen.add(pool.get(i));
      combine(pool, size, replacement ? i : i + 1, replacement, chosen, rows);
      chosen.removeLast();
    }
  }

  /** {@code pairwise(values)}. */
  public static <T extends @Nullable Object> Iterable<Tuple2<T, T>> pairwise(
      Iterable<? extends T> values) {
    Iterator<? extends T> iterator = values.iterator();
    Ref<@Nullable T> last = new Ref<>(null);
    boolean[] begun = {false};
    return Itertools.once(
        Iters.<Tuple2<T, T>>fromNext(() -> {
          if (!begun[0] && iterator.hasNext()) {
            last.value = iterator.next();
            begun[0] = true;
          }
          if (!iterator.hasNext()) {
            throw new Errors.StopIteration();
          }
          T before = Py.<T>cast(last.value);
          last.value = iterator.next();
          return new Tuple2<>(before, Py.<T>cast(last.value));
        }));
  }

  /** {@code batched(values, n)}. */
  public static <T extends @Nullable Object> Iterable<Tuple<T>> batched(
      Iterable<? extends T> values, long n) {
    if (n < 1) {
      throw new Errors.ValueError("n must be at least one");
    }
    Iterator<? extends T> iterator = values.iterator();
    return Itertools.once(
        Iters.<Tuple<T>>fromNext(() -> {
          List<T> batch = new ArrayList<>();
          while (batch.size() < n && iterator.hasNext()) {
            batch.add(iterator.next());
          }
          if (batch.isEmpty()) {
            throw new Errors.StopIteration();
          }
          return Tuple.<T>copyOf(batch);
        }));
  }

  /** {@code zip_longest(a, b, fillvalue=)}. */
  public static <A extends @Nullable Object, B extends @Nullable Object>
      Iterable<Tuple2<A, B>> zipLongest(
          Iterable<? extends A> a, Iterable<? extends B> b, @Nullable Object fill) {
    Iterator<? extends A> left = a.iterator();
    Iterator<? extends B> right = b.iterator();
    return Itertools.once(
        Iters.<Tuple2<A, B>>fromNext(() -> {
          if (!left.hasNext() && !right.hasNext()) {
            throw new Errors.StopIteration();
          }
          return new Tuple2<>(
              left.hasNext() ? left.next() : Py.<A>cast(fill),
              right.hasNext() ? right.next() : Py.<B>cast(fill));
        }));
  }

  /** {@code zip_longest(all)} of any number. */
  public static Iterable<Tuple<Object>> zipLongestOf(@Nullable Object fill, Iterable<?> all) {
    List<Iterator<Object>> iterators = new ArrayList<>();
    for (Object each : all) {
      iterators.add(Iters.<Object>of(each).iterator());
    }
    return Itertools.once(
        Iters.<Tuple<Object>>fromNext(() -> {
          if (iterators.stream().noneMatch(Iterator::hasNext)) {
            throw new Errors.StopIteration();
          }
          List<Object> values = new ArrayList<>();
          iterators.forEach(it -> values.add(it.hasNext() ? it.next() : fill));
          return Tuple.copyOf(values);
        }));
  }

  /** {@code compress(values, selectors)}. */
  public static <T extends @Nullable Object> Iterable<T> compress(
      Iterable<? extends T> values, Iterable<?> selectors) {
    return Iters.<Tuple2<T, Object>, T>map(
        Tuple2::first,
        Iters.<Tuple2<T, Object>>filter(
            p -> Py.truth(p.second()),
            Iters.<T, Object>zip(values, Iters.<Object>cast(selectors))));
  }

  /** {@code takewhile(predicate, values)}. */
  public static <T extends @Nullable Object> Iterable<T> takeWhile(
      Fn1<? super T, ?> predicate, Iterable<? extends T> values) {
    Iterator<? extends T> iterator = values.iterator();
    return Itertools.once(
        Iters.<T>fromNext(() -> {
          if (iterator.hasNext()) {
            T item = iterator.next();
            if (Py.truth(predicate.call(item))) {
              return item;
            }
          }
          throw new Errors.StopIteration();
        }));
  }

  /** {@code dropwhile(predicate, values)}. */
  public static <T extends @Nullable Object> Iterable<T> dropWhile(
      Fn1<? super T, ?> predicate, Iterable<? extends T> values) {
    boolean[] dropping = {true};
    return Iters.<T>filter(
        item -> {
          dropping[0] &= Py.truth(predicate.call(item));
          return !dropping[0];
        },
        values);
  }

  /** {@code filterfalse(predicate, values)}. */
  public static <T extends @Nullable Object> Iterable<T> filterFalse(
      @Nullable Fn1<? super T, ?> predicate, Iterable<? extends T> values) {
    return Iters.<T>filter(
        item -> !Py.truth(predicate == null ? item : predicate.call(item)), values);
  }

  /** {@code starmap(function, rows)}. */
  public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      Iterable<R> starMap(Fn2<? super A, ? super B, ? extends R> f, Iterable<Tuple2<A, B>> rows) {
    return Iters.<Tuple2<A, B>, R>map(t -> f.call(t.first(), t.second()), rows);
  }

  /** {@code tee(values)}. */
  public static <T extends @Nullable Object> Tuple2<Iterable<T>, Iterable<T>> tee(
      Iterable<? extends T> values) {
    Tuple<Iterable<T>> both = tee(values, 2);
    return new Tuple2<>(both.get(0), both.get(1));
  }

  /** {@code tee(values, n)}: each value is taken when the first of the iterators asks for it. */
  public static <T extends @Nullable Object> Tuple<Iterable<T>> tee(
      Iterable<? extends T> values, long n) {
    Iterator<? extends T> source = values.iterator();
    List<java.util.ArrayDeque<Object>> waiting = new ArrayList<>();
    List<Iterable<T>> all = new ArrayList<>();
    for (long i = 0; i < n; i++) {
      java.util.ArrayDeque<Object> own = new java.util.ArrayDeque<>();
      waiting.add(own);
      all.add(
          Iters.<T>iter(() ->
              new Iterator<T>() {
                @Override
                public boolean hasNext() {
                  return !own.isEmpty() || source.hasNext();
                }

                @Override
                public T next() {
                  if (own.isEmpty()) {
                    Object value = source.next();
                    waiting.forEach(w -> w.add(value == null ? own : value));
                  }
                  Object value = own.remove();
                  // A deque cannot hold None; it holds a deque instead.
                  return Py.<T>cast(value instanceof java.util.ArrayDeque ? null : value);
                }
              }));
    }
    return Tuple.copyOf(all);
  }
}

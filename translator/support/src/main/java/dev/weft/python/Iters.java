package dev.weft.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Iteration. */
public final class Iters {
  private Iters() {}

  /** A value that is known to be an iterable, of whatever kind. */
  public static <T extends @Nullable Object> @Nullable Iterable<T> anyOf(@Nullable Object value) {
    return value instanceof FixedTuple t ? Tuple.from(t) : Py.cast(value);
  }

  /** Anything that Python iterates, for a Java loop. */
  @SuppressWarnings("unchecked") // The caller says of what.
  public static <T extends @Nullable Object> Iterable<T> of(@Nullable Object value) {
    return (Iterable<T>)
        switch (value) {
          case Iterable<?> i -> i;
          case Map<?, ?> m -> m.keySet();
          case String s -> Strs.chars(s);
          case FixedTuple t -> t.values();
          case NamedTuple n -> n.values();
          case PyType t when t.type() != null && t.type().isEnum() ->
              List.of(t.type().getEnumConstants());
          case Bytes b -> b.values();
          case PyEnum e when e.isValue() && e.value() instanceof String s -> Strs.chars(s);
          case Object o when Dyn.has(o, "__getitem__") -> Iters.<Object>indexed(o);
          case null, default ->
              throw new Errors.TypeError("'" + Py.typeName(value) + "' object is not iterable");
        };
  }

  /** Whether something can be gone through. */
  static boolean isIterable(Object value) {
    return switch (value) {
      case Iterable<?> i -> true;
      case Map<?, ?> m -> true;
      case String s -> true;
      case FixedTuple t -> true;
      case NamedTuple n -> true;
      case Bytes b -> true;
      case PyEnum e -> e.isValue() && e.value() instanceof String;
      case PyType t -> t.type() != null && t.type().isEnum();
      default -> Dyn.has(value, "__getitem__") || Dyn.has(value, "__iter__");
    };
  }

  /** The same elements under another type. */
  @SuppressWarnings("unchecked") // As the translator saw.
  public static <T extends @Nullable Object> Iterable<T> cast(Iterable<?> values) {
    return (Iterable<T>) values;
  }

  /** {@code list.extend(items)}, also where both are one. */
  public static <T extends @Nullable Object> void addAll(
      java.util.Collection<? super T> to, Iterable<? extends T> items) {
    if (items instanceof PackedList<? extends T> packed) {
      to.addAll(packed);
      return;
    }
    List<T> all = new ArrayList<>();
    items.forEach(all::add);
    to.addAll(all);
  }

  /** The elements as spread arguments. */
  @SuppressWarnings(
      "unchecked") // The array's component type is what the varargs parameter makes of it.
  public static <T extends @Nullable Object> T[] array(Iterable<? extends T> items) {
    List<T> all = new ArrayList<>();
    items.forEach(all::add);
    return (T[]) all.toArray();
  }

  /** {@link #unpack(Iterable, int)} of anything. */
  public static <T extends @Nullable Object> List<T> unpack(@Nullable Object values, int count) {
    return unpack(Iters.<T>unpacked(values), count);
  }

  /** {@link #unpackStar(Iterable, int, int)} of anything. */
  public static <T extends @Nullable Object> List<T> unpackStar(
      @Nullable Object values, int before, int after) {
    return unpackStar(Iters.<T>unpacked(values), before, after);
  }

  private static <T extends @Nullable Object> Iterable<T> unpacked(@Nullable Object values) {
    try {
      return of(values);
    } catch (Errors.TypeError e) {
      throw new Errors.TypeError("cannot unpack non-iterable " + Py.typeName(values) + " object");
    }
  }

  /** Spread arguments, one array after the other. */
  @SuppressWarnings("unchecked") // As above.
  public static <T extends @Nullable Object> T[] arrays(Object[]... parts) {
    List<Object> all = new ArrayList<>();
    for (Object[] part : parts) {
      all.addAll(java.util.Arrays.asList(part));
    }
    return (T[]) all.toArray();
  }

  /** The elements, which must be as many as said. */
  public static <T extends @Nullable Object> List<T> unpack(
      Iterable<? extends T> values, int count) {
    List<T> all = new ArrayList<>();
    for (T value : values) {
      all.add(value);
      if (all.size() > count) {
        throw new Errors.ValueError("too many values to unpack (expected " + count + ")");
      }
    }
    if (all.size() < count) {
      throw new Errors.ValueError(
          "not enough values to unpack (expected " + count + ", got " + all.size() + ")");
    }
    return all;
  }

  /** The elements, which must be at least as many as stand before and after a star. */
  public static <T extends @Nullable Object> List<T> unpackStar(
      Iterable<? extends T> values, int before, int after) {
    List<T> all = Lists.<T>copy(values);
    if (all.size() < before + after) {
      throw new Errors.ValueError(
          "not enough values to unpack (expected at least "
              + (before + after)
              + ", got "
              + all.size()
              + ")");
    }
    return all;
  }

  /** The arguments of a call by {@code *}, which must be as many as there are parameters. */
  public static <T extends @Nullable Object> Tuple<T> exactly(
      Iterable<? extends T> values, int count) {
    Tuple<T> all = Tuple.<T>copyOf(values);
    if (all.size() != count) {
      throw new Errors.TypeError(
          "the function takes "
              + count
              + " more positional arguments but "
              + all.size()
              + " were given");
    }
    return all;
  }

  /** {@code values[index]} of a tuple or list. */
  public static @Nullable Object item(@Nullable Object values, long index) {
    return switch (values) {
      case FixedTuple t -> Lists.get(t.values(), index);
      case List<?> l -> Lists.get(l, index);
      case NamedTuple n -> Lists.get(Tuple.copyOf(n.values()), index);
      case String s -> Strs.get(s, index);
      case null, default -> Dyn.item(values, index);
    };
  }

  /** The elements of something that only has {@code __getitem__}. */
  public static <T extends @Nullable Object> Iterable<T> indexed(Object on) {
    long[] at = {0};
    Iterator<T> values =
        fromNext(() -> {
          try {
            return Py.<T>cast(Dyn.invoke(on, "__getitem__", at[0]++));
          } catch (Errors.IndexError e) {
            throw new Errors.StopIteration();
          }
        });
    return () -> values;
  }

  /** {@code iter(function, sentinel)}. */
  public static <T extends @Nullable Object> Iterable<T> until(
      Fn0<? extends T> function, @Nullable Object sentinel) {
    Iterator<T> values =
        fromNext(() -> {
          T value = function.call();
          if (Py.eq(value, sentinel)) {
            throw new Errors.StopIteration();
          }
          return value;
        });
    return () -> values;
  }

  /** {@code iter(x)} of anything. */
  public static Object anyIterator(@Nullable Object x) {
    if (x instanceof PyObject o && o.has("__iter__")) {
      return Py.<Object>cast(o.special("__iter__"));
    }
    Iterator<Object> values = Iters.<Object>of(x).iterator();
    return (Iterable<Object>) () -> values;
  }

  /** {@code map(function, a, b)}. */
  public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      Iterable<R> map(
          Fn2<? super A, ? super B, ? extends R> f,
          Iterable<? extends A> as,
          Iterable<? extends B> bs) {
    Iterator<? extends A> a = as.iterator();
    Iterator<? extends B> b = bs.iterator();
    Iterator<R> values =
        fromNext(() -> {
          if (!a.hasNext() || !b.hasNext()) {
            throw new Errors.StopIteration();
          }
          return f.call(a.next(), b.next());
        });
    return () -> values;
  }

  /** {@code map(function, a, b, c)}. */
  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          R extends @Nullable Object>
      Iterable<R> map(
          Fn3<? super A, ? super B, ? super C, ? extends R> f,
          Iterable<? extends A> as,
          Iterable<? extends B> bs,
          Iterable<? extends C> cs) {
    Iterator<? extends A> a = as.iterator();
    Iterator<? extends B> b = bs.iterator();
    Iterator<? extends C> c = cs.iterator();
    Iterator<R> values =
        fromNext(() -> {
          if (!a.hasNext() || !b.hasNext() || !c.hasNext()) {
            throw new Errors.StopIteration();
          }
          return f.call(a.next(), b.next(), c.next());
        });
    return () -> values;
  }

  /** {@code filter(None, values)}. */
  public static <T extends @Nullable Object> Iterable<T> filterTrue(Iterable<? extends T> values) {
    return filter(Py::truth, values);
  }

  /** An iterator that goes to the next item when it is asked whether there is one. */
  abstract static class Ahead<T extends @Nullable Object> implements Iterator<T> {
    @Nullable T item;
    private boolean ready;
    private boolean ended;

    /** Puts the next item into its field; false at the end. */
    abstract boolean advance();

    @Override
    public final boolean hasNext() {
      if (!ready && !ended) {
        try {
          ready = advance();
        } catch (Errors.StopIteration e) {
          ready = false;
        }
        ended = !ready;
      }
      return ready;
    }

    @Override
    @SuppressWarnings("NullAway") // Set by advance.
    public final T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ready = false;
      return item;
    }
  }

  /** An iterator that calls until {@code StopIteration}. */
  public static <T extends @Nullable Object> Iterator<T> fromNext(Fn0<? extends T> next) {
    return new Iterator<>() {
      private boolean ready;
      private boolean ended;
      private @Nullable T item;

      @Override
      public boolean hasNext() {
        if (!ready && !ended) {
          try {
            item = next.call();
            ready = true;
          } catch (Errors.StopIteration e) {
            ended = true;
          }
        }
        return ready;
      }

      @Override
      @SuppressWarnings("NullAway") // Set by hasNext.
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        ready = false;
        return item;
      }
    };
  }

  private static <T extends @Nullable Object> Iterable<T> once(Iterator<T> iterator) {
    return () -> iterator;
  }

  /** {@code iter(values)}. */
  public static <T extends @Nullable Object> Iterable<T> iter(Iterable<? extends T> values) {
    Iterator<? extends T> iterator = values.iterator();
    return Iters.<T>cast(once(iterator));
  }

  /** {@code next(values)}. */
  public static <T extends @Nullable Object> T next(Iterable<? extends T> values) {
    requireIterator(values);
    if (values instanceof Generator<? extends T> generator) {
      // What it returns goes with its end.
      return generator.nextOrStop();
    }
    Iterator<? extends T> iterator = values.iterator();
    if (!iterator.hasNext()) {
      throw new Errors.StopIteration();
    }
    return iterator.next();
  }

  private static void requireIterator(Iterable<?> values) {
    if (values instanceof Collection<?> || values instanceof Range) {
      throw new Errors.TypeError("'" + Py.typeName(values) + "' object is not an iterator");
    }
  }

  /** {@code next(values, fallback)}. */
  public static <T extends @Nullable Object> T nextOr(Iterable<? extends T> values, T fallback) {
    requireIterator(values);
    Iterator<? extends T> iterator = values.iterator();
    return iterator.hasNext() ? iterator.next() : fallback;
  }

  /** {@code enumerate(values, start)}. */
  public static <T extends @Nullable Object> Iterable<Tuple2<Long, T>> enumerate(
      Iterable<? extends T> values, long start) {
    Iterator<? extends T> iterator = values.iterator();
    return once(
        new Iterator<>() {
          private long at = start;

          @Override
          public boolean hasNext() {
            return iterator.hasNext();
          }

          @Override
          public Tuple2<Long, T> next() {
            return new Tuple2<>(at++, iterator.next());
          }
        });
  }

  /** {@code zip(a, b, strict=)}. */
  public static <A extends @Nullable Object, B extends @Nullable Object> Iterable<Tuple2<A, B>> zip(
      Iterable<? extends A> a, Iterable<? extends B> b, boolean strict) {
    if (!strict) {
      return zip(a, b);
    }
    Iterator<? extends A> left = a.iterator();
    Iterator<? extends B> right = b.iterator();
    return once(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            boolean more = left.hasNext();
            if (more != right.hasNext()) {
              throw new Errors.ValueError(
                  "zip() argument 2 is " + (more ? "shorter" : "longer") + " than argument 1");
            }
            return more;
          }

          @Override
          public Tuple2<A, B> next() {
            return new Tuple2<>(left.next(), right.next());
          }
        });
  }

  /** {@code zip(a, b)}. */
  public static <A extends @Nullable Object, B extends @Nullable Object> Iterable<Tuple2<A, B>> zip(
      Iterable<? extends A> a, Iterable<? extends B> b) {
    Iterator<? extends A> left = a.iterator();
    Iterator<? extends B> right = b.iterator();
    return once(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return left.hasNext() && right.hasNext();
          }

          @Override
          public Tuple2<A, B> next() {
            return new Tuple2<>(left.next(), right.next());
          }
        });
  }

  /** {@code zip(a, b, c)}. */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
      Iterable<Tuple3<A, B, C>> zip(
          Iterable<? extends A> a, Iterable<? extends B> b, Iterable<? extends C> c) {
    return map(
        p -> new Tuple3<>(p.first().first(), p.first().second(), p.second()),
        zip(Iters.<A, B>zip(a, b), c));
  }

  /** {@code zip(*iterables)}. */
  public static <T extends @Nullable Object> Iterable<Tuple<T>> zipAll(
      Iterable<? extends @Nullable Object> iterables) {
    List<Iterator<T>> all = new ArrayList<>();
    iterables.forEach(i -> all.add(Iters.<T>of(i).iterator()));
    return once(
        new Ahead<Tuple<T>>() {
          @Override
          boolean advance() {
            List<T> row = new ArrayList<>(all.size());
            for (Iterator<T> each : all) {
              if (!each.hasNext()) {
                return false;
              }
              row.add(each.next());
            }
            item = Tuple.wrap(row);
            return !all.isEmpty();
          }
        });
  }

  /** {@code zip(a, b, c, d)}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static <T extends @Nullable Object> Iterable<Tuple<T>> zipAll(
      Iterable<? extends T>... iterables) {
    return zipAll(List.of(iterables));
  }

  /** {@code map(function, values)}. */
  public static <A extends @Nullable Object, R extends @Nullable Object> Iterable<R> map(
      Fn1<? super A, ? extends R> function, Iterable<? extends A> values) {
    Iterator<? extends A> iterator = values.iterator();
    return once(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return iterator.hasNext();
          }

          @Override
          public R next() {
            return function.call(iterator.next());
          }
        });
  }

  /** {@code filter(function, values)}. */
  public static <T extends @Nullable Object> Iterable<T> filter(
      @Nullable Fn1<? super T, ?> function, Iterable<? extends T> values) {
    Iterator<? extends T> iterator = values.iterator();
    return once(
        new Ahead<T>() {
          @Override
          boolean advance() {
            while (iterator.hasNext()) {
              item = iterator.next();
              if (Py.truth(function == null ? item : function.call(item))) {
                return true;
              }
            }
            return false;
          }
        });
  }

  /** {@code any(values)}. */
  public static boolean any(Iterable<?> values) {
    for (Object value : values) {
      if (Py.truth(value)) {
        return true;
      }
    }
    return false;
  }

  /** {@code all(values)}. */
  public static boolean all(Iterable<?> values) {
    for (Object value : values) {
      if (!Py.truth(value)) {
        return false;
      }
    }
    return true;
  }

  /** {@code min(values)}. */
  public static <T extends @Nullable Object> T min(Iterable<? extends T> values) {
    return extreme("min", values, x -> x, -1);
  }

  /** {@code max(values)}. */
  public static <T extends @Nullable Object> T max(Iterable<? extends T> values) {
    return extreme("max", values, x -> x, 1);
  }

  /** {@code min(a, b)}. */
  public static <T extends @Nullable Object> T lesser(T a, T b) {
    return Py.lt(b, a) ? b : a;
  }

  /** {@code max(a, b)}. */
  public static <T extends @Nullable Object> T greater(T a, T b) {
    return Py.gt(b, a) ? b : a;
  }

  /** {@code min(values, key=)}. */
  public static <T extends @Nullable Object, K extends @Nullable Object> T min(
      Iterable<? extends T> values, Fn1<? super T, K> key) {
    return extreme("min", values, key, -1);
  }

  /** {@code max(values, key=)}. */
  public static <T extends @Nullable Object, K extends @Nullable Object> T max(
      Iterable<? extends T> values, Fn1<? super T, K> key) {
    return extreme("max", values, key, 1);
  }

  /** {@code min(values, default=)} and max. */
  public static <T extends @Nullable Object> T extremeOr(
      boolean max, Iterable<? extends T> values, T fallback) {
    return extremeOr(max, values, x -> x, fallback);
  }

  /** {@code min(values, key=, default=)} and max. */
  public static <T extends @Nullable Object, K extends @Nullable Object> T extremeOr(
      boolean max, Iterable<? extends T> values, Fn1<? super T, K> key, T fallback) {
    List<T> all = Lists.<T>copy(values);
    return all.isEmpty() ? fallback : max ? max(all, key) : min(all, key);
  }

  private static <T extends @Nullable Object> T extreme(
      String name, Iterable<? extends T> values, Fn1<? super T, ?> key, int sign) {
    Iterator<? extends T> iterator = values.iterator();
    if (!iterator.hasNext()) {
      throw new Errors.ValueError(name + "() iterable argument is empty");
    }
    T best = iterator.next();
    Object bestKey = key.call(best);
    while (iterator.hasNext()) {
      T item = iterator.next();
      Object itemKey = key.call(item);
      boolean better =
          (itemKey instanceof Long x && bestKey instanceof Long y)
              ? (sign > 0 ? x > y : x < y)
              : (sign > 0 ? Py.gt(itemKey, bestKey) : Py.lt(itemKey, bestKey));
      if (better) {
        best = item;
        bestKey = itemKey;
      }
    }
    return best;
  }
}

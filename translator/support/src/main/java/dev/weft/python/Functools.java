package dev.weft.python;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The modules {@code functools} and {@code operator}. */
@SuppressWarnings("NullAway") // None is null.
public final class Functools {
  private Functools() {}

  /** {@code partial(function, *args, **named)}, of what only run time knows. */
  public static PyCallable partial(
      @Nullable Object function, java.util.Map<String, ?> named, @Nullable Object... args) {
    return Function.closure(
        "partial",
        "*args, **named",
        a -> {
          java.util.List<Object> all = Lists.of(args);
          Iters.addAll(all, Iters.of(a[0]));
          PyDict<String, Object> both = new PyDict<>(named);
          both.putAll(Py.<java.util.Map<String, Object>>cast(a[1]));
          return Calls.with(function, all.toArray(), both);
        });
  }

  /** {@code partialmethod(function, *args, **named)}. */
  public static Object partialMethod(
      Object function, java.util.Map<String, ?> named, @Nullable Object... args) {
    return Function.closure(
        "partialmethod",
        "self, *args, **named",
        a -> {
          java.util.List<Object> all = Lists.of(a[0]);
          all.addAll(java.util.Arrays.asList(args));
          Iters.addAll(all, Iters.of(a[1]));
          PyDict<String, Object> both = new PyDict<>(named);
          both.putAll(Py.<java.util.Map<String, Object>>cast(a[2]));
          return Calls.with(function, all.toArray(), both);
        });
  }

  /** {@code wraps(wrapped)(wrapper)}. */
  public static PyCallable wraps(@Nullable Object wrapped, PyCallable wrapper) {
    if (wrapper instanceof Function f) {
      for (String name : new String[] {"__name__", "__qualname__", "__doc__"}) {
        try {
          f.attribute(name, Dyn.get(wrapped, name));
        } catch (Errors.AttributeError e) {
          // Then it keeps its own.
        }
      }
      if (wrapped instanceof Function w) {
        f.attributes().putAll(w.attributes());
      }
      f.attribute("__wrapped__", wrapped);
    }
    return wrapper;
  }

  /** {@code wraps(wrapped)}, as a function of the wrapper. */
  public static Fn1<PyCallable, PyCallable> wraps(@Nullable Object wrapped) {
    return wrapper -> wraps(wrapped, wrapper);
  }

  /** {@code lru_cache(maxsize)(function)}. */
  public static PyCallable memo(@Nullable Object function, @Nullable Object limit) {
    return Memo.of(function, limit == null ? null : (Long) Numbers.toLong(limit));
  }

  /** {@code reduce(function, values)}. */
  public static <T extends @Nullable Object> T reduce(
      Fn2<? super T, ? super T, ? extends T> f, Iterable<? extends T> values) {
    Iterator<? extends T> iterator = values.iterator();
    if (!iterator.hasNext()) {
      throw new Errors.TypeError("reduce() of empty iterable with no initial value");
    }
    T result = iterator.next();
    while (iterator.hasNext()) {
      result = f.call(result, iterator.next());
    }
    return result;
  }

  /** {@code reduce(function, values, start)}. */
  public static <A extends @Nullable Object, T extends @Nullable Object> A reduce(
      Fn2<? super A, ? super T, ? extends A> f, Iterable<? extends T> values, A start) {
    A result = start;
    for (T value : values) {
      result = f.call(result, value);
    }
    return result;
  }

  /** {@code cmp_to_key(compare)}. */
  public static <T extends @Nullable Object> Fn1<T, Object> key(Fn2<? super T, ? super T, Long> f) {
    return value -> new Key<>(value, f);
  }

  private record Key<T extends @Nullable Object>(T value, Fn2<? super T, ? super T, Long> compare)
      implements Comparable<Key<T>> {
    @Override
    public int compareTo(Key<T> other) {
      return Long.signum(compare.call(value, other.value));
    }
  }

  /** {@code itemgetter(key)}. */
  public static Fn1<Object, Object> item(@Nullable Object key) {
    return on -> Dyn.item(on, key);
  }

  /** {@code itemgetter(a, b)}. */
  public static Fn1<Object, Object> items(@Nullable Object... keys) {
    return on -> Tuple.copyOf(Iters.map(k -> Dyn.item(on, k), java.util.Arrays.asList(keys)));
  }

  /** {@code attrgetter(name)}. */
  public static Fn1<Object, Object> attribute(String path) {
    return on -> {
      Object value = on;
      for (String name : path.split("\\.", -1)) {
        value = Dyn.get(value, name);
      }
      return value;
    };
  }

  /** {@code attrgetter(a, b)}. */
  public static Fn1<Object, Object> attributes(String... names) {
    return on ->
        Tuple.copyOf(Iters.map(n -> attribute(n).call(on), java.util.Arrays.asList(names)));
  }

  /** {@code methodcaller(name, args)}. */
  public static Fn1<Object, Object> method(String name, @Nullable Object... args) {
    return on -> Dyn.invoke(on, name, args);
  }
}

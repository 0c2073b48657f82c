package dev.weft.python;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** {@code async for} over things that are no async generators. */
public final class AsyncIterators {
  private AsyncIterators() {}

  /** For a Java loop, which suspends the current task as it waits. */
  public static <T extends @Nullable Object> Iterable<T> of(AsyncSource<T> source) {
    return () ->
        new Iterator<>() {
          private boolean ready;
          private boolean ended;
          private @Nullable T item;

          @Override
          public boolean hasNext() {
            if (!ready && !ended) {
              try {
                item = source.nextAsync();
                ready = true;
              } catch (Errors.StopAsyncIteration e) {
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

  /** {@code aiter(x)}. */
  public static Object iterator(@Nullable Object x) {
    if (x instanceof AsyncGenerator<?>) {
      return x;
    }
    if (x != null && Dyn.has(x, "__aiter__")) {
      return Py.<Object>cast(Dyn.invoke(x, "__aiter__"));
    }
    throw new Errors.TypeError("'" + Py.typeName(x) + "' object is not an async iterable");
  }

  /** {@code anext(x)}. */
  public static @Nullable Object next(@Nullable Object x) {
    return switch (x) {
      case AsyncGenerator<?> g -> g.nextOrStop();
      case AsyncSource<?> s -> s.nextAsync();
      case null, default ->
          throw new Errors.TypeError("'" + Py.typeName(x) + "' object is not an async iterator");
    };
  }

  /** {@code anext(x, fallback)}. */
  public static @Nullable Object nextOr(@Nullable Object x, @Nullable Object fallback) {
    try {
      return next(x);
    } catch (Errors.StopAsyncIteration e) {
      return fallback;
    }
  }

  /** Anything else is no async iterable. */
  public static <T extends @Nullable Object> Iterable<T> of(@Nullable Object value) {
    if (value instanceof AsyncGenerator<?> g) {
      return Iters.<T>cast(g);
    }
    if (value instanceof StreamReader reader) {
      return Iters.<T>cast(reader);
    }
    if (value instanceof PyObject o && o.has("__aiter__")) {
      Object made = o.special("__aiter__");
      return made == o ? AsyncIterators.<T>of(Py.<AsyncSource<T>>cast(o)) : of(made);
    }
    if (value instanceof AsyncSource<?> s) {
      return Iters.<T>cast(of(s));
    }
    if (value != null && Dyn.has(value, "__aiter__")) {
      return of(Dyn.invoke(value, "__aiter__"));
    }
    throw new Errors.TypeError(
        "'async for' requires an object with __aiter__ method, got " + Py.typeName(value));
  }
}

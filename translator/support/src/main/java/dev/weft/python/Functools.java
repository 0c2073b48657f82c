package dev.weft.python;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The module {@code functools}. */
public final class Functools {
  private Functools() {}

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
}

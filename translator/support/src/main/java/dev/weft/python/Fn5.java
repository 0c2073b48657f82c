package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A function of 5 arguments as a value. */
@FunctionalInterface
public interface Fn5<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        D extends @Nullable Object,
        E extends @Nullable Object,
        R extends @Nullable Object>
    extends PyCallable {
  /** Calls it. */
  R call(A a, B b, C c, D d, E e);

  @Override
  @SuppressWarnings({
    "unchecked",
    "NullAway"
  }) // The caller knows no types; a wrong one fails where it is used.
  default @Nullable Object apply(@Nullable Object... args) {
    PyCallable.check(args, 5);
    return call((A) args[0], (B) args[1], (C) args[2], (D) args[3], (E) args[4]);
  }
}

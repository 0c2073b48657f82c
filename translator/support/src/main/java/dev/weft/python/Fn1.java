package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A function of 1 argument as a value. */
@FunctionalInterface
public interface Fn1<A extends @Nullable Object, R extends @Nullable Object> extends PyCallable {
  /** Calls it. */
  R call(A a);

  @Override
  @SuppressWarnings({
    "unchecked",
    "NullAway"
  }) // The caller knows no types; a wrong one fails where it is used.
  default @Nullable Object apply(@Nullable Object... args) {
    PyCallable.check(args, 1);
    return call((A) args[0]);
  }
}

package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A function of 0 arguments as a value. */
@FunctionalInterface
public interface Fn0<R extends @Nullable Object> extends PyCallable {
  /** Calls it. */
  R call();

  /** A function that gives None. */
  static Fn0<@Nullable Void> of(Runnable action) {
    return () -> {
      action.run();
      return null;
    };
  }

  @Override
  default @Nullable Object apply(@Nullable Object... args) {
    PyCallable.check(args, 0);
    return call();
  }
}

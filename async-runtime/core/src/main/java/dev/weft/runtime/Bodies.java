package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/** Turns one kind of body into another. */
final class Bodies {
  private Bodies() {}

  static <X extends Throwable> AsyncCall<@Nullable Void, X> call(AsyncAction<X> action) {
    return () -> {
      action.run();
      return null;
    };
  }
}

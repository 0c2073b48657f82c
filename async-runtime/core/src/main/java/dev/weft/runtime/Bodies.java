package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/** Turns one kind of body into another. */
final class Bodies {
  private Bodies() {}

  static AsyncCall<@Nullable Void, Throwable> call(AsyncAction<?> action) {
    return () -> {
      action.run();
      return null;
    };
  }
}

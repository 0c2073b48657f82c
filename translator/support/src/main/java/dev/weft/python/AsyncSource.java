package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A class with an {@code __anext__} of its own. */
public interface AsyncSource<T extends @Nullable Object> {
  /** Waits for the next. */
  T nextAsync();
}

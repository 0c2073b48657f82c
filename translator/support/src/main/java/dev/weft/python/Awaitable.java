package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** Something that {@code await} takes. */
public interface Awaitable<T extends @Nullable Object> {
  /** Waits for it, in the current task. */
  T await();
}

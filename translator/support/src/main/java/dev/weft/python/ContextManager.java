package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** Something for {@code with}, or {@code async with}. */
public interface ContextManager<T extends @Nullable Object> {
  /** Begins, and gives what {@code as} binds. */
  T enter();

  /** Ends, told what was raised inside; whether that is dealt with. */
  boolean exit(@Nullable Throwable raised);
}

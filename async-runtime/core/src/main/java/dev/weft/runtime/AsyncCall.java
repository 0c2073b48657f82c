package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A body that returns a value.
 *
 * @param <T> what it returns
 * @param <X> what it may throw; a lambda's own exceptions are inferred
 */
@FunctionalInterface
public interface AsyncCall<T extends @Nullable Object, X extends Throwable> {

  /** Runs the body. */
  T run() throws X;
}

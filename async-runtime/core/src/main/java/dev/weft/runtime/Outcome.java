package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * How a task ended.
 *
 * @param <T> what the task returns
 */
public sealed interface Outcome<T extends @Nullable Object> {

  /** The task returned. */
  record Success<T extends @Nullable Object>(T value) implements Outcome<T> {}

  /** The task threw. */
  record Failure<T extends @Nullable Object>(Throwable cause) implements Outcome<T> {}

  /** The task was cancelled and did not return. */
  record Cancelled<T extends @Nullable Object>(CancellationError cause) implements Outcome<T> {}
}

package dev.weft.runtime;

/**
 * Every error that the runtime itself raises: a {@link CancellationError}, or one of the kinds of
 * {@link AsyncException}. A body's own exceptions are not wrapped unless they cross a task
 * boundary, where they become the cause of an {@link AsyncException.Join}.
 */
public sealed interface AsyncError permits AsyncException, CancellationError {

  /** What happened, where, the value met, and what to do. */
  String getMessage();
}

package dev.weft.runtime;

/**
 * A body that returns nothing.
 *
 * @param <X> what it may throw; a lambda's own exceptions are inferred
 */
@FunctionalInterface
public interface AsyncAction<X extends Throwable> {

  /** Runs the body. */
  void run() throws X;
}

package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A number of permits, given out first come first served, as {@code asyncio.Semaphore} does.
 *
 * <p>Thread-safe, across runtimes too; a thread that is no task is blocked. A cancelled waiter
 * leaves the line, and gives back a permit that it had been given.
 *
 * <p>
 *
 * {@snippet :
 * AsyncSemaphore connections = AsyncSemaphore.bounded(10);
 * String page = connections.withPermit(() -> fetch(url));
 * }
 */
public interface AsyncSemaphore {

  /**
   * A semaphore that may be released more often than it was acquired, and then has more permits.
   *
   * @throws IllegalArgumentException if the number of permits is negative
   */
  static AsyncSemaphore of(int permits) {
    return new FairSemaphore(permits, Integer.MAX_VALUE);
  }

  /**
   * A semaphore that never has more permits than at first.
   *
   * @throws IllegalArgumentException if the number of permits is negative
   */
  static AsyncSemaphore bounded(int permits) {
    return new FairSemaphore(permits, permits);
  }

  /**
   * Takes a permit, suspending while there is none. Does not suspend, nor look for a cancellation,
   * where there is one and nobody waits.
   *
   * @throws CancellationError if the task is cancelled while it waits; no permit was taken
   */
  void acquire();

  /** Takes a permit if that is possible without waiting and without passing anybody. */
  boolean tryAcquire();

  /**
   * Gives a permit back, to the first waiter if there is one; does not suspend.
   *
   * @throws AsyncException.Runtime if the semaphore is bounded and all permits are there
   */
  void release();

  /** Whether {@link #acquire} would wait now. */
  boolean isLocked();

  /** How many permits are left now. */
  int available();

  /**
   * Runs a body with a permit, and gives it back however the body ends.
   *
   * @throws X what the body throws
   */
  default <T extends @Nullable Object, X extends Throwable> T withPermit(
      AsyncCall<? extends T, X> body) throws X {
    acquire();
    try {
      return body.run();
    } finally {
      release();
    }
  }

  /** {@link #withPermit(AsyncCall)} for a body without a value. */
  default <X extends Throwable> void withPermit(AsyncAction<X> body) throws X {
    acquire();
    try {
      body.run();
    } finally {
      release();
    }
  }
}

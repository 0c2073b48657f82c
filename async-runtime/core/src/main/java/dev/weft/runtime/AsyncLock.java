package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Mutual exclusion between tasks, first come first served.
 *
 * <p>Like {@code asyncio.Lock} it belongs to nobody: it is not reentrant, and may be released by
 * another task than the one that acquired it. Between a {@link #release} and the moment at which
 * the first waiter goes on, the lock is free but promised: a late acquirer queues up behind.
 *
 * <p>Thread-safe, across runtimes too; a thread that is no task is blocked. A cancelled waiter
 * leaves the line and passes on what it was promised.
 *
 * <p>Pitfall: acquiring it again in the task that holds it waits for ever.
 */
public interface AsyncLock {

  /** A lock that is free. */
  static AsyncLock create() {
    return new FairLock();
  }

  /**
   * Acquires the lock, suspending while another has it. Does not suspend, nor look for a
   * cancellation, where it is free and nobody waits.
   *
   * @throws CancellationError if the task is cancelled while it waits; the lock was not acquired
   */
  void acquire();

  /** Acquires the lock if that is possible without waiting and without passing anybody. */
  boolean tryAcquire();

  /**
   * Frees the lock and lets the first waiter go on; does not suspend.
   *
   * @throws AsyncException.Runtime if the lock is free
   */
  void release();

  /** Whether somebody has the lock now. */
  boolean isLocked();

  /**
   * Runs a body with the lock, and releases it however the body ends.
   *
   * @throws X what the body throws
   */
  default <T extends @Nullable Object, X extends Throwable> T withLock(
      AsyncCall<? extends T, X> body) throws X {
    acquire();
    try {
      return body.run();
    } finally {
      release();
    }
  }

  /** {@link #withLock(AsyncCall)} for a body without a value. */
  default <X extends Throwable> void withLock(AsyncAction<X> body) throws X {
    acquire();
    try {
      body.run();
    } finally {
      release();
    }
  }
}

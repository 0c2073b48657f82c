package dev.weft.runtime;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waiting, under a lock, for something to change; {@code asyncio.Condition} with the verbs of
 * {@link java.util.concurrent.locks.Condition}.
 *
 * {@snippet :
 * condition.withLock(() -> condition.awaitUntil(() -> !inbox.isEmpty()));
 * }
 *
 * <p>Waiters are signalled, and get the lock back, in the order in which they came. Thread-safe,
 * across runtimes too; a thread that is no task is blocked. A waiter that is cancelled has the lock
 * again before the cancellation leaves {@link #await}, and passes on a signal that it had got.
 *
 * <p>Pitfall: between the signal and the lock others may have changed what was waited for; use
 * {@link #awaitUntil}.
 */
public interface AsyncCondition {

  /** A condition with a lock of its own. */
  static AsyncCondition create() {
    return of(AsyncLock.create());
  }

  /** A condition on a lock, which several conditions may share. */
  static AsyncCondition of(AsyncLock lock) {
    return new LockCondition(lock);
  }

  /** The lock under which to wait and to signal. */
  AsyncLock lock();

  /**
   * Releases the lock, waits for a signal, and acquires the lock again.
   *
   * @throws CancellationError if the task was cancelled; the lock was acquired again nevertheless
   * @throws AsyncException.Runtime if the lock is free
   */
  void await();

  /** {@linkplain #await Waits} as long as something does not hold; the test runs under the lock. */
  default void awaitUntil(BooleanSupplier test) {
    while (!test.getAsBoolean()) {
      await();
    }
  }

  /** Resumes the first waiter; see {@link #signal(int)}. */
  default void signal() {
    signal(1);
  }

  /**
   * Resumes the first waiters, at most so many; they go on once they get the lock. Does not
   * suspend, nor release the lock.
   *
   * @throws AsyncException.Runtime if the lock is free
   */
  void signal(int waiters);

  /** Resumes all waiters; see {@link #signal(int)}. */
  default void signalAll() {
    signal(Integer.MAX_VALUE);
  }

  /** {@link AsyncLock#withLock(AsyncCall)} with the condition's lock. */
  default <T extends @Nullable Object, X extends Throwable> T withLock(
      AsyncCall<? extends T, X> body) throws X {
    return lock().withLock(body);
  }

  /** {@link AsyncLock#withLock(AsyncAction)} with the condition's lock. */
  default <X extends Throwable> void withLock(AsyncAction<X> body) throws X {
    lock().withLock(body);
  }
}

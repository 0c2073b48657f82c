package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/** A condition on any lock. */
final class LockCondition implements AsyncCondition {
  private final AsyncLock lock;

  /** Guarded by this, since a waiter leaves it without the lock. */
  private final WaitQueue waiters = new WaitQueue();

  LockCondition(AsyncLock lock) {
    this.lock = lock;
  }

  @Override
  public AsyncLock lock() {
    return lock;
  }

  @Override
  public void await() {
    requireLocked("await");
    WaitQueue.Place place;
    // In line before the lock is free: on parallel threads a signal may come at once.
    synchronized (this) {
      place = waiters.add(Waiter.here("condition.await"));
    }
    lock.release();
    CancellationError cancelled = null;
    try {
      place.waiter.await();
    } catch (CancellationError e) {
      cancelled = e;
      synchronized (this) {
        waiters.remove(place);
      }
    }
    cancelled = acquireAgain(cancelled);
    if (cancelled != null) {
      if (place.waiter.wasResumed()) {
        signal();
      }
      throw cancelled;
    }
  }

  /** Acquires the lock whatever comes; the last cancellation that came, or the one before. */
  private @Nullable CancellationError acquireAgain(@Nullable CancellationError before) {
    CancellationError cancelled = before;
    boolean interrupted = false;
    for (; ; ) {
      try {
        lock.acquire();
        break;
      } catch (CancellationError e) {
        cancelled = e;
        // With the flag up every wait would end at once.
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return cancelled;
  }

  @Override
  public void signal(int count) {
    requireLocked("signal");
    synchronized (this) {
      for (int left = count; left > 0 && waiters.resumeFirst(); left--) {}
    }
  }

  private void requireLocked(String verb) {
    if (!lock.isLocked()) {
      throw new AsyncException.Runtime(
          "AsyncCondition.%s was called while its lock is free: call it inside withLock"
              .formatted(verb));
    }
  }

  /** How many wait. */
  synchronized int waiting() {
    return waiters.size();
  }

  @Override
  public String toString() {
    return "AsyncCondition[waiters=%d, %s]".formatted(waiting(), lock);
  }
}

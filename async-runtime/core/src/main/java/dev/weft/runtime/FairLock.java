package dev.weft.runtime;

/**
 * The lock of asyncio: a release resumes the first waiter, which takes the lock when it goes on.
 */
final class FairLock implements AsyncLock {
  // Guarded by this. Waiters stand here until they go on, also those resumed or cancelled.
  private final WaitQueue waiters = new WaitQueue();
  private boolean locked;

  @Override
  public void acquire() {
    WaitQueue.Place place;
    synchronized (this) {
      if (tryAcquire()) {
        return;
      }
      place = waiters.add(Waiter.here("lock.acquire"));
    }
    try {
      place.waiter.await();
    } catch (Throwable e) {
      leave(place);
      throw e;
    }
    synchronized (this) {
      waiters.remove(place);
      locked = true;
    }
  }

  private synchronized void leave(WaitQueue.Place place) {
    waiters.remove(place);
    if (!locked) {
      resumeFirst();
    }
  }

  @Override
  public synchronized boolean tryAcquire() {
    if (locked || waiters.hasLive()) {
      return false;
    }
    locked = true;
    return true;
  }

  @Override
  public synchronized void release() {
    if (!locked) {
      throw new AsyncException.Runtime(
          "AsyncLock.release was called on a lock that is free: release once per acquire, or use withLock");
    }
    locked = false;
    resumeFirst();
  }

  /** A first waiter that was cancelled will pass this on when it leaves. */
  private void resumeFirst() {
    WaitQueue.Place first = waiters.first();
    if (first != null) {
      first.resume();
    }
  }

  @Override
  public synchronized boolean isLocked() {
    return locked;
  }

  /** How many stand in line. */
  synchronized int waiting() {
    return waiters.size();
  }

  @Override
  public synchronized String toString() {
    return "AsyncLock[%s, waiters=%d]".formatted(locked ? "locked" : "free", waiters.size());
  }
}

package dev.weft.runtime;

/** The semaphore of asyncio: a release takes the permit back at once for the first waiter. */
final class FairSemaphore implements AsyncSemaphore {
  private final int bound;

  // Guarded by this.
  private final WaitQueue waiters = new WaitQueue();
  private int permits;

  /** How many were resumed with a permit and have not gone on yet; nobody passes them. */
  private int resumed;

  FairSemaphore(int permits, int bound) {
    if (permits < 0) {
      throw new IllegalArgumentException(
          "the permits of a semaphore are " + permits + ": they must be 0 or more");
    }
    this.permits = permits;
    this.bound = bound;
  }

  @Override
  public void acquire() {
    WaitQueue.Place place;
    synchronized (this) {
      if (tryAcquire()) {
        return;
      }
      place = waiters.add(Waiter.here("semaphore.acquire"));
    }
    try {
      place.waiter.await();
    } catch (Throwable e) {
      leave(place);
      throw e;
    }
    synchronized (this) {
      resumed--;
      if (permits > 0) {
        resumeNext();
      }
    }
  }

  private synchronized void leave(WaitQueue.Place place) {
    waiters.remove(place);
    if (place.waiter.wasResumed()) {
      resumed--;
      permits++;
      resumeNext();
    }
  }

  @Override
  public synchronized boolean tryAcquire() {
    if (isLocked()) {
      return false;
    }
    permits--;
    return true;
  }

  @Override
  public synchronized void release() {
    if (permits >= bound) {
      throw new AsyncException.Runtime(
          "AsyncSemaphore.release was called with all %d permits there: release once per acquire, or use withPermit"
              .formatted(bound));
    }
    permits++;
    resumeNext();
  }

  private void resumeNext() {
    if (waiters.resumeFirst()) {
      permits--;
      resumed++;
    }
  }

  @Override
  public synchronized boolean isLocked() {
    return permits == 0 || resumed > 0 || waiters.hasLive();
  }

  @Override
  public synchronized int available() {
    return permits;
  }

  /** How many stand in line. */
  synchronized int waiting() {
    return waiters.size();
  }

  @Override
  public synchronized String toString() {
    return "AsyncSemaphore[permits=%d, waiters=%d]".formatted(permits, waiters.size());
  }
}

package dev.weft.runtime;

/** A flag and those who wait for it. */
final class StickyEvent implements AsyncEvent {
  // Guarded by this.
  private final WaitQueue waiters = new WaitQueue();
  private boolean set;

  @Override
  public void await() {
    WaitQueue.Place place;
    synchronized (this) {
      if (set) {
        return;
      }
      place = waiters.add(Waiter.here("event.await"));
    }
    try {
      place.waiter.await();
    } catch (Throwable e) {
      synchronized (this) {
        waiters.remove(place);
      }
      throw e;
    }
  }

  @Override
  public synchronized void set() {
    if (!set) {
      set = true;
      waiters.resumeAll();
    }
  }

  @Override
  public synchronized void clear() {
    set = false;
  }

  @Override
  public synchronized boolean isSet() {
    return set;
  }

  /** How many wait. */
  synchronized int waiting() {
    return waiters.size();
  }

  @Override
  public synchronized String toString() {
    return "AsyncEvent[%s, waiters=%d]".formatted(set ? "set" : "clear", waiters.size());
  }
}

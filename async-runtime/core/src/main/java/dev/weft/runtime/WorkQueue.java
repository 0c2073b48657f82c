package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/** The queue of asyncio: who waits is resumed, and looks again. */
final class WorkQueue<T extends @Nullable Object> implements AsyncQueue<T> {
  private final int capacity;
  private final StickyEvent allDone = new StickyEvent();

  // Guarded by this.
  private final QueueOrder<T> elements;
  private final WaitQueue getters = new WaitQueue();
  private final WaitQueue putters = new WaitQueue();
  private long unfinished;
  private boolean shutDown;

  WorkQueue(int capacity, QueueOrder<T> elements) {
    this.capacity = Math.max(0, capacity);
    this.elements = elements;
  }

  @Override
  public void put(T element) {
    for (boolean again = false; ; again = true) {
      WaitQueue.Place place;
      synchronized (this) {
        if (!isFull()) {
          putNow(element);
          return;
        }
        requireOpen();
        place = enlist(putters, "queue.put", again);
      }
      try {
        place.waiter.await();
      } catch (Throwable e) {
        synchronized (this) {
          putters.remove(place);
          if (!isFull() && place.waiter.wasResumed()) {
            putters.resumeFirst();
          }
        }
        throw e;
      }
    }
  }

  /**
   * One that was resumed and came too late goes to the end in asyncio; with threads it must not.
   */
  private static WaitQueue.Place enlist(WaitQueue queue, String on, boolean again) {
    Waiter w = Waiter.here(on);
    return again && !(Task.current() instanceof LoopTask) ? queue.addFirst(w) : queue.add(w);
  }

  @Override
  public synchronized void putNow(T element) {
    requireOpen();
    if (isFull()) {
      throw new FullException(
          "the queue holds %d elements, which is its capacity: use put to wait for room"
              .formatted(elements.size()));
    }
    elements.add(element);
    unfinished++;
    allDone.clear();
    getters.resumeFirst();
  }

  private void requireOpen() {
    if (shutDown) {
      throw endedException();
    }
  }

  private ShutDownException endedException() {
    return new ShutDownException(
        "the queue was shut down, with %d elements left: nothing can be put in, and nothing taken once it is empty"
            .formatted(elements.size()));
  }

  @Override
  public T get() {
    for (boolean again = false; ; again = true) {
      WaitQueue.Place place;
      synchronized (this) {
        if (elements.size() > 0 || shutDown) {
          return getNow();
        }
        place = enlist(getters, "queue.get", again);
      }
      try {
        place.waiter.await();
      } catch (Throwable e) {
        synchronized (this) {
          getters.remove(place);
          if (elements.size() > 0 && place.waiter.wasResumed()) {
            getters.resumeFirst();
          }
        }
        throw e;
      }
    }
  }

  @Override
  public synchronized T getNow() {
    if (elements.size() == 0) {
      requireOpen();
      throw new EmptyException("the queue is empty: use get to wait for an element");
    }
    T element = elements.remove();
    putters.resumeFirst();
    return element;
  }

  @Override
  public synchronized void taskDone() {
    if (unfinished == 0) {
      throw new AsyncException.Runtime(
          "AsyncQueue.taskDone was called more often than elements were put in: call it once per element taken");
    }
    unfinished--;
    if (unfinished == 0) {
      allDone.set();
    }
  }

  @Override
  public void join() {
    synchronized (this) {
      if (unfinished == 0) {
        return;
      }
    }
    allDone.await();
  }

  @Override
  public synchronized void shutdown(boolean immediately) {
    shutDown = true;
    if (immediately) {
      while (elements.size() > 0) {
        elements.remove();
        unfinished = Math.max(0, unfinished - 1);
      }
      if (unfinished == 0) {
        allDone.set();
      }
    }
    getters.resumeAll();
    putters.resumeAll();
  }

  @Override
  public synchronized int size() {
    return elements.size();
  }

  @Override
  public int capacity() {
    return capacity;
  }

  /** How many wait to get an element. */
  synchronized int waitingGetters() {
    return getters.size();
  }

  /** How many wait for room. */
  synchronized int waitingPutters() {
    return putters.size();
  }

  @Override
  public synchronized String toString() {
    return "AsyncQueue[size=%d, getters=%d, putters=%d, unfinished=%d%s]"
        .formatted(
            elements.size(),
            getters.size(),
            putters.size(),
            unfinished,
            shutDown ? ", shut down" : "");
  }
}

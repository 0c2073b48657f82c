package dev.weft.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The timers of an event loop: a binary heap by deadline, equal deadlines in the order of
 * insertion. Used by whoever holds the loop; not thread-safe.
 */
final class Timers {

  /** A callback that is due at a time. */
  static final class Timer {
    final long deadline;
    final Runnable callback;
    private final long order;
    private int index = -1;

    private Timer(long deadline, long order, Runnable callback) {
      this.deadline = deadline;
      this.order = order;
      this.callback = callback;
    }

    private boolean before(Timer other) {
      return deadline == other.deadline ? order < other.order : deadline < other.deadline;
    }
  }

  private @Nullable Timer[] heap = new Timer[16];
  private int size;
  private long inserted;

  /** Adds a timer; times are on the loop's clock, which never overflows. */
  Timer add(long deadline, Runnable callback) {
    Timer timer = new Timer(deadline, inserted++, callback);
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    siftUp(size++, timer);
    return timer;
  }

  /** Takes a timer out; false if it has gone off or been taken out before. */
  boolean remove(Timer timer) {
    int hole = timer.index;
    if (hole < 0) {
      return false;
    }
    timer.index = -1;
    Timer moved = at(--size);
    heap[size] = null;
    if (moved != timer) {
      siftDown(hole, moved);
      if (at(hole) == moved) {
        siftUp(hole, moved);
      }
    }
    return true;
  }

  @Nullable Timer first() {
    return size == 0 ? null : heap[0];
  }

  private Timer at(int index) {
    Timer timer = heap[index];
    if (timer == null) {
      throw new IllegalStateException("the heap of timers has a hole at " + index);
    }
    return timer;
  }

  private void place(int index, Timer timer) {
    heap[index] = timer;
    timer.index = index;
  }

  private void siftUp(int start, Timer timer) {
    int index = start;
    while (index > 0) {
      int parent = (index - 1) >>> 1;
      Timer above = at(parent);
      if (!timer.before(above)) {
        break;
      }
      place(index, above);
      index = parent;
    }
    place(index, timer);
  }

  private void siftDown(int start, Timer timer) {
    int index = start;
    for (; ; ) {
      int child = 2 * index + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && at(child + 1).before(at(child))) {
        child++;
      }
      Timer below = at(child);
      if (!below.before(timer)) {
        break;
      }
      place(index, below);
      index = child;
    }
    place(index, timer);
  }
}

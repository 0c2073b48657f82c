package dev.weft.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** {@code queue.Queue}, {@code LifoQueue}, {@code PriorityQueue} and {@code SimpleQueue}. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class ThreadQueue<T extends @Nullable Object> {
  /** In what order elements come out. */
  public enum Order {
    FIRST_IN,
    LAST_IN,
    LEAST
  }

  private final ReentrantLock lock = new ReentrantLock(true);
  private final java.util.concurrent.locks.Condition changed = lock.newCondition();
  private final ArrayDeque<Ref<T>> line = new ArrayDeque<>();
  private final ArrayList<T> heap = new ArrayList<>();
  private final Order order;
  private final long max;
  private long unfinished;

  /** A queue with a bound, or none if it is zero. */
  public ThreadQueue(long max, Order order) {
    this.max = max;
    this.order = order;
  }

  private int count() {
    return order == Order.LEAST ? heap.size() : line.size();
  }

  private long nanos(@Nullable Number timeout) {
    return timeout == null ? Long.MAX_VALUE : (long) (timeout.doubleValue() * 1e9);
  }

  /** {@code put(item, block, timeout)}. */
  public void put(T item, boolean block, @Nullable Number timeout) {
    Workers.<@Nullable Object>blocking(() -> {
      lock.lock();
      try {
        long left = block ? nanos(timeout) : 0;
        while (max > 0 && count() >= max) {
          if (left <= 0) {
            throw new Errors.Full();
          }
          left = changed.awaitNanos(left);
        }
        if (order == Order.LEAST) {
          Heapq.push(heap, item);
        } else {
          line.addLast(new Ref<>(item));
        }
        unfinished++;
        changed.signalAll();
        return null;
      } catch (InterruptedException e) {
        throw new Errors.KeyboardInterrupt();
      } finally {
        lock.unlock();
      }
    });
  }

  /** {@code get(block, timeout)}. */
  public T get(boolean block, @Nullable Number timeout) {
    return Workers.<T>blocking(() -> {
      lock.lock();
      try {
        long left = block ? nanos(timeout) : 0;
        while (count() == 0) {
          if (left <= 0) {
            throw new Errors.Empty();
          }
          left = changed.awaitNanos(left);
        }
        T item =
            switch (order) {
              case LEAST -> Heapq.pop(heap);
              case LAST_IN -> line.removeLast().value;
              case FIRST_IN -> line.removeFirst().value;
            };
        changed.signalAll();
        return item;
      } catch (InterruptedException e) {
        throw new Errors.KeyboardInterrupt();
      } finally {
        lock.unlock();
      }
    });
  }

  /** {@code maxsize}. */
  @Property
  public long maxSize() {
    return max;
  }

  /** {@code qsize()}. */
  public long size() {
    lock.lock();
    try {
      return count();
    } finally {
      lock.unlock();
    }
  }

  /** {@code empty()}. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /** {@code full()}. */
  public boolean isFull() {
    return max > 0 && size() >= max;
  }

  /** {@code task_done()}. */
  public void taskDone() {
    lock.lock();
    try {
      if (unfinished <= 0) {
        throw new Errors.ValueError("task_done() called too many times");
      }
      unfinished--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** {@code join()}. */
  public void join() {
    Workers.<@Nullable Object>blocking(() -> {
      lock.lock();
      try {
        while (unfinished > 0) {
          changed.await();
        }
        return null;
      } catch (InterruptedException e) {
        throw new Errors.KeyboardInterrupt();
      } finally {
        lock.unlock();
      }
    });
  }
}

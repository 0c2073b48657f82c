package dev.weft.python;

import dev.weft.runtime.CancellationError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Queue}, {@code LifoQueue} and {@code PriorityQueue}. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; identity is what is asked.
public final class Queue<T extends @Nullable Object> {
  private interface Store<T extends @Nullable Object> {
    void put(T item);

    T take();

    int size();
  }

  private final Store<T> store;
  private final long max;
  private final Deque<Future<@Nullable Void>> getters = new ArrayDeque<>();
  private final Deque<Future<@Nullable Void>> putters = new ArrayDeque<>();
  private final List<Future<@Nullable Void>> joiners = new ArrayList<>();
  private long unfinished;

  /** First in, first out, of any length. */
  public Queue() {
    this(0);
  }

  /** First in, first out. */
  public Queue(long max) {
    this(max, 'f');
  }

  private Queue(long max, char order) {
    this.max = max;
    this.store = order == 'p' ? leastFirst() : line(order == 'l');
  }

  /** Last in, first out, of any length. */
  public static <T extends @Nullable Object> Queue<T> lifo() {
    return lifo(0);
  }

  /** The smallest first, of any length. */
  public static <T extends @Nullable Object> Queue<T> priority() {
    return priority(0);
  }

  /** Last in, first out. */
  public static <T extends @Nullable Object> Queue<T> lifo(long max) {
    return new Queue<>(max, 'l');
  }

  /** The smallest first. */
  public static <T extends @Nullable Object> Queue<T> priority(long max) {
    return new Queue<>(max, 'p');
  }

  private static <T extends @Nullable Object> Store<T> line(boolean lifo) {
    ArrayDeque<Ref<T>> items = new ArrayDeque<>();
    return new Store<>() {
      @Override
      @Awaited
      public void put(T item) {
        items.addLast(new Ref<>(item));
      }

      @Override
      public T take() {
        return (lifo ? items.removeLast() : items.removeFirst()).value;
      }

      @Override
      public int size() {
        return items.size();
      }
    };
  }

  private static <T extends @Nullable Object> Store<T> leastFirst() {
    // Of equals, the one that CPython's heap gives first.
    List<T> heap = new ArrayList<>();
    return new Store<>() {
      @Override
      @Awaited
      public void put(T item) {
        Heapq.push(heap, item);
      }

      @Override
      public T take() {
        return Heapq.pop(heap);
      }

      @Override
      public int size() {
        return heap.size();
      }
    };
  }

  private static void wakeNext(Deque<Future<@Nullable Void>> waiters) {
    while (!waiters.isEmpty()) {
      Future<@Nullable Void> waiter = waiters.removeFirst();
      if (!waiter.isDone()) {
        waiter.setResult(null);
        return;
      }
    }
  }

  /** {@code qsize()}. */
  public long size() {
    return store.size();
  }

  /** {@code maxsize}. */
  public long maxSize() {
    return max;
  }

  /** {@code empty()}. */
  public boolean isEmpty() {
    return store.size() == 0;
  }

  /** {@code full()}. */
  public boolean isFull() {
    return max > 0 && store.size() >= max;
  }

  /** {@code put(item)}. */
  @Awaited
  public void put(T item) {
    while (isFull()) {
      waitIn(putters);
    }
    putNow(item);
  }

  private void waitIn(Deque<Future<@Nullable Void>> waiters) {
    Future<@Nullable Void> waiter = new Future<>();
    waiters.addLast(waiter);
    try {
      waiter.await();
    } catch (CancellationError e) {
      boolean told = waiter.isDone() && !waiter.isCancelled();
      waiter.cancel(null);
      waiters.remove(waiter);
      boolean ready = waiters == putters ? !isFull() : !isEmpty();
      if (told && ready) {
        wakeNext(waiters);
      }
      throw e;
    }
  }

  /** {@code put_nowait(item)}. */
  public void putNow(T item) {
    if (isFull()) {
      throw new Errors.QueueFull();
    }
    store.put(item);
    unfinished++;
    wakeNext(getters);
  }

  /** {@code get()}. */
  @Awaited
  public T get() {
    while (isEmpty()) {
      waitIn(getters);
    }
    return getNow();
  }

  /** {@code get_nowait()}. */
  public T getNow() {
    if (isEmpty()) {
      throw new Errors.QueueEmpty();
    }
    T item = store.take();
    wakeNext(putters);
    return item;
  }

  /** {@code task_done()}. */
  public void taskDone() {
    if (unfinished <= 0) {
      throw new Errors.ValueError("task_done() called too many times");
    }
    unfinished--;
    if (unfinished == 0) {
      joiners.forEach(j -> {
        if (!j.isDone()) {
          j.setResult(null);
        }
      });
      joiners.clear();
    }
  }

  /** {@code join()}. */
  @Awaited
  public void join() {
    if (unfinished > 0) {
      Future<@Nullable Void> waiter = new Future<>();
      joiners.add(waiter);
      waiter.await();
    }
  }
}

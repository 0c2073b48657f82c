package dev.weft.runtime;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A queue of work between producers and consumers, which also counts what was taken and is not done
 * yet; the semantics are those of {@code asyncio.Queue}, with the shutdown of Python 3.13.
 *
 * <p>Waiting producers, and waiting consumers, are resumed first come first served. One that was
 * resumed looks again: a late comer that ran in between may have taken the element or the room, as
 * in asyncio; on the event loop it then queues up at the end, elsewhere it keeps its turn. To hand
 * elements over without that, use a {@link Channel}.
 *
 * <p>Thread-safe, across runtimes too; a thread that is no task is blocked. Cancellation never
 * loses or duplicates an element: a cancelled {@link #put} has not put, a cancelled {@link #get}
 * has not taken. Neither suspends, or looks for a cancellation, where it need not wait.
 *
 * @param <T> the elements; may be null where the type says so
 */
public interface AsyncQueue<T extends @Nullable Object> {

  /** A queue without a limit, first in first out. */
  static <T extends @Nullable Object> AsyncQueue<T> fifo() {
    return fifo(0);
  }

  /** A queue that holds so many elements, or any number if 0 or less; first in first out. */
  static <T extends @Nullable Object> AsyncQueue<T> fifo(int capacity) {
    return new WorkQueue<>(capacity, QueueOrder.fifo());
  }

  /** A queue that holds so many elements, or any number if 0 or less; last in first out. */
  static <T extends @Nullable Object> AsyncQueue<T> lifo(int capacity) {
    return new WorkQueue<>(capacity, QueueOrder.lifo());
  }

  /**
   * A queue that holds so many elements, or any number if 0 or less; the least comes out first.
   * Elements that compare equal come out in the order of Python's {@code heapq}, which is fixed but
   * not that of insertion.
   */
  static <T extends Comparable<? super T>> AsyncQueue<T> priority(int capacity) {
    return priority(capacity, Comparator.naturalOrder());
  }

  /** {@link #priority(int)} with an order of one's own. */
  static <T extends @Nullable Object> AsyncQueue<T> priority(
      int capacity, Comparator<? super T> order) {
    return new WorkQueue<>(capacity, new HeapOrder<>(order));
  }

  /**
   * Puts an element in, suspending while the queue is full.
   *
   * @throws ShutDownException if the queue is or becomes shut down before
   * @throws CancellationError if the task is cancelled while it waits; the element was not put in
   */
  void put(T element);

  /**
   * Puts an element in without waiting.
   *
   * @throws FullException if there is no room
   * @throws ShutDownException if the queue is shut down
   */
  void putNow(T element);

  /**
   * Takes an element out, suspending while the queue is empty.
   *
   * @throws ShutDownException if the queue is shut down and empty
   * @throws CancellationError if the task is cancelled while it waits; nothing was taken
   */
  T get();

  /**
   * Takes an element out without waiting.
   *
   * @throws EmptyException if there is none
   * @throws ShutDownException if the queue is shut down and empty
   */
  T getNow();

  /**
   * Tells that the work on one element that was taken is done.
   *
   * @throws AsyncException.Runtime if it is told more often than elements were put in
   */
  void taskDone();

  /**
   * Waits until {@link #taskDone} was told for every element that was put in. Does not suspend
   * where there is none.
   *
   * @throws CancellationError if the task is cancelled while it waits
   */
  void join();

  /** Ends the queue: puts fail from now on, gets once it is empty. All who wait look again. */
  default void shutdown() {
    shutdown(false);
  }

  /**
   * Ends the queue.
   *
   * @param immediately drops what is in it, each element counting as done, so that gets fail at
   *     once
   */
  void shutdown(boolean immediately);

  /** How many elements are in it now. */
  int size();

  /** How many it may hold; 0 where there is no limit. */
  int capacity();

  /** Whether it is empty now. */
  default boolean isEmpty() {
    return size() == 0;
  }

  /** Whether there is no room now. */
  default boolean isFull() {
    return capacity() > 0 && size() >= capacity();
  }

  /** Thrown where an element was wanted at once and there was none. */
  final class EmptyException extends AsyncException.Other {
    private static final long serialVersionUID = 1L;

    EmptyException(String message) {
      super(message, null);
    }
  }

  /** Thrown where room was wanted at once and there was none. */
  final class FullException extends AsyncException.Other {
    private static final long serialVersionUID = 1L;

    FullException(String message) {
      super(message, null);
    }
  }

  /** Thrown where the queue was shut down. */
  final class ShutDownException extends AsyncException.Other {
    private static final long serialVersionUID = 1L;

    ShutDownException(String message) {
      super(message, null);
    }
  }
}

package dev.weft.runtime;

import java.util.Optional;

/**
 * A bounded queue between tasks, with backpressure: a sender suspends while it is full, a receiver
 * while it is empty. Elements come out in the order in which they went in; waiting senders, and
 * waiting receivers, are served first come first served, and a cancelled one is skipped.
 *
 * <p>Thread-safe. Tasks of different runtimes, and threads that are no tasks (which are blocked),
 * may share one. Cancellation never loses or duplicates an element: a cancelled {@link #send} has
 * not sent, a cancelled {@link #receive} has not taken.
 *
 * @param <T> the elements, never null
 */
public interface Channel<T> {

  /**
   * A channel that holds up to {@code capacity} elements; 0 is a rendezvous, where each send waits
   * for its receive.
   *
   * @throws IllegalArgumentException if the capacity is negative
   */
  static <T> Channel<T> buffered(int capacity) {
    return new BufferedChannel<>(capacity);
  }

  /**
   * Sends an element, suspending while the channel is full.
   *
   * @throws ChannelClosedException if the channel is or becomes closed before the element is in it
   * @throws CancellationError if the task is cancelled; the element was not sent
   */
  void send(T element);

  /** Sends an element if that is possible without waiting. */
  boolean trySend(T element);

  /**
   * Receives an element, suspending while the channel is empty. Elements sent before a {@link
   * #close()} are still received.
   *
   * @throws ChannelClosedException if the channel is closed and empty
   * @throws CancellationError if the task is cancelled; nothing was taken
   */
  T receive();

  /** Receives an element, or empty once the channel is closed without an error and drained. */
  Optional<T> receiveOrClosed();

  /** Receives an element if there is one. */
  Optional<T> tryReceive();

  /**
   * Ends the channel: waiting and later senders fail, receivers drain what is there. Idempotent;
   * the first close wins.
   */
  void close();

  /** {@link #close()} because of an error, which receivers get as the cause once it is drained. */
  void close(Throwable error);

  /**
   * Ends the channel and drops what is in it, for a receiver that goes away; waiting and later
   * senders fail.
   */
  void cancel();

  /** Whether the channel was closed. */
  boolean isClosed();

  /** How many elements stand in the channel now. */
  int size();
}

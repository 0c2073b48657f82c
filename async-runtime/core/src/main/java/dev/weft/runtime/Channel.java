package dev.weft.runtime;

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
public interface Channel<T> extends Receiver<T> {

  /**
   * A channel that holds up to {@code capacity} elements; 0 is a {@link #rendezvous}.
   *
   * @throws IllegalArgumentException if the capacity is negative
   */
  static <T> Channel<T> buffered(int capacity) {
    return new BufferedChannel<>(capacity, false);
  }

  /** A channel that holds nothing: each send waits for its receive. */
  static <T> Channel<T> rendezvous() {
    return new BufferedChannel<>(0, false);
  }

  /**
   * A channel that holds any number of elements, so that a send never waits.
   *
   * <p>Pitfall: there is no backpressure; a sender faster than the receiver fills the memory.
   */
  static <T> Channel<T> unbounded() {
    return new BufferedChannel<>(Integer.MAX_VALUE, false);
  }

  /**
   * A channel for one element: the first send, which never waits, closes it. One receiver gets the
   * element, all others find the channel closed.
   */
  static <T> Channel<T> oneshot() {
    return new BufferedChannel<>(1, true);
  }

  /**
   * Sends an element, suspending while the channel is full.
   *
   * @throws ChannelClosedException if the channel is or becomes closed before the element is in it
   * @throws CancellationError if the task is cancelled; the element was not sent
   */
  void send(T element);

  /**
   * Sends an element if that is possible without waiting.
   *
   * @throws ChannelClosedException if the channel is closed
   */
  boolean trySend(T element);

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
  @Override
  void cancel();

  /** How many elements stand in the channel now. */
  int size();
}

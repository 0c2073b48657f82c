package dev.weft.runtime;

/**
 * A channel of which each subscriber sees each element, all in the same order.
 *
 * <p>There is one buffer for all: a sender suspends while the slowest subscriber is that many
 * elements behind, so no subscriber ever misses one. Without a subscriber elements are dropped. A
 * subscriber sees what is sent after it subscribed; one that goes away must {@link Receiver#cancel}
 * its subscription, or the senders wait for it.
 *
 * <p>Thread-safe, across runtimes too; a thread that is no task is blocked. A cancelled {@link
 * #send} has sent to none.
 *
 * @param <T> the elements, never null
 */
public interface Broadcast<T> {

  /**
   * A broadcast whose slowest subscriber may be so many elements behind.
   *
   * @throws IllegalArgumentException if that is not at least one
   */
  static <T> Broadcast<T> buffered(int capacity) {
    return new FanOut<>(capacity);
  }

  /** Subscribes to what is sent from now on; ends at once if the broadcast is closed. */
  Receiver<T> subscribe();

  /**
   * Sends an element to all subscribers, suspending while the slowest is too far behind.
   *
   * @throws ChannelClosedException if the broadcast is or becomes closed before it was sent
   * @throws CancellationError if the task is cancelled; it was sent to none
   */
  void send(T element);

  /**
   * Sends an element if that is possible without waiting.
   *
   * @throws ChannelClosedException if the broadcast is closed
   */
  boolean trySend(T element);

  /** Ends the broadcast: waiting and later senders fail, subscribers drain what is there. */
  void close();

  /** {@link #close()} because of an error, which subscribers get as the cause once they drained. */
  void close(Throwable error);

  /** Whether the broadcast was closed. */
  boolean isClosed();

  /** How many subscribe now. */
  int subscribers();
}

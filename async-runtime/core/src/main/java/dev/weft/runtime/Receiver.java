package dev.weft.runtime;

import java.util.Optional;

/**
 * Where elements come out: of a {@link Channel}, of a subscription to a {@link Broadcast}, of a
 * {@link Watch}. Waiting receivers are served first come first served; a cancelled one is skipped.
 *
 * <p>Thread-safe; a thread that is no task is blocked. Cancellation never loses an element: once
 * one was handed to a receiver, {@link #receive} returns it, and a cancellation that comes after
 * that shows at the next suspension point.
 *
 * @param <T> the elements, never null
 */
public interface Receiver<T> {

  /**
   * Receives an element, suspending while there is none. Elements sent before the sender closed are
   * still received.
   *
   * @throws ChannelClosedException if there will be no more; its cause is the error with which the
   *     sender closed, if any
   * @throws CancellationError if the task is cancelled; nothing was taken
   */
  T receive();

  /**
   * Receives an element, or empty once there will be no more.
   *
   * @throws ChannelClosedException if the sender closed with an error
   * @throws CancellationError if the task is cancelled; nothing was taken
   */
  Optional<T> receiveOrClosed();

  /** Receives an element if there is one now. */
  Optional<T> tryReceive();

  /** Says that nobody will receive here any more, and drops what is there. Idempotent. */
  void cancel();

  /** Whether it was closed, from either side; elements may be left. */
  boolean isClosed();
}

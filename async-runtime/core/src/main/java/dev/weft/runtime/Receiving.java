package dev.weft.runtime;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What all receivers have in common: how one waits, and how a select stands in line. */
abstract class Receiving<T> implements Receiver<T> {
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** Waiting receivers: only while there is nothing to receive. Guarded by {@link #monitor}. */
  final WaitQueue receivers = new WaitQueue();

  /** What guards this receiver; the same for all that have a {@link #monitorNumber} in common. */
  abstract Object monitor();

  /** In which order those who need several monitors enter them. */
  abstract long monitorNumber();

  /** Takes an element if there is one. Called in the monitor. */
  abstract @Nullable T poll();

  /** Whether there is nothing, and never will be. Called in the monitor. */
  abstract boolean isEnded();

  /** Why there is nothing more, or null. Called in the monitor. */
  abstract @Nullable Throwable failure();

  static long nextMonitorNumber() {
    return NUMBERS.incrementAndGet();
  }

  @Override
  public final T receive() {
    T element = receiveOrNull();
    if (element == null) {
      throw closedException();
    }
    return element;
  }

  @Override
  public final Optional<T> receiveOrClosed() {
    return orClosed(receiveOrNull());
  }

  /** What {@link #receiveOrClosed} makes of an element, or of the end. */
  final Optional<T> orClosed(@Nullable T element) {
    if (element == null) {
      synchronized (monitor()) {
        if (failure() != null) {
          throw closedException();
        }
      }
    }
    return Optional.ofNullable(element);
  }

  private @Nullable T receiveOrNull() {
    checkCancelled();
    WaitQueue.Place place;
    synchronized (monitor()) {
      T element = poll();
      if (element != null || isEnded()) {
        return element;
      }
      place = receivers.add(Waiter.here("channel.receive"));
    }
    awaitHandOver(place, receivers);
    return elementOf(place);
  }

  @Override
  public final Optional<T> tryReceive() {
    synchronized (monitor()) {
      return Optional.ofNullable(poll());
    }
  }

  /** Hands an element to the first receiver that still waits, if any. Called in the monitor. */
  final boolean handOver(T element) {
    for (WaitQueue.Place place = receivers.poll(); place != null; place = receivers.poll()) {
      place.element = element;
      if (place.resume()) {
        return true;
      }
      place.element = null;
    }
    return false;
  }

  /** The element that a place brings or was handed; null at the end. */
  @SuppressWarnings("unchecked") // Places of this receiver carry its elements.
  final @Nullable T elementOf(WaitQueue.Place place) {
    return (T) place.element;
  }

  final void awaitHandOver(WaitQueue.Place place, WaitQueue queue) {
    try {
      place.waiter.awaitHandOver();
    } catch (Throwable e) {
      synchronized (monitor()) {
        queue.remove(place);
      }
      throw e;
    }
  }

  static void checkCancelled() {
    Task<?> task = Task.current();
    if (task != null) {
      task.checkCancelled();
    }
  }

  final ChannelClosedException closedException() {
    Throwable cause;
    synchronized (monitor()) {
      cause = failure();
    }
    return new ChannelClosedException(
        cause == null
            ? "the channel is closed: nothing can be sent, and nothing is left to receive"
            : "the channel was closed because of an error: " + cause,
        cause);
  }
}

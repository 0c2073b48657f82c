package dev.weft.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A channel with a buffer, of a fixed size, of none, or of any. */
final class BufferedChannel<T> extends Receiving<T> implements Channel<T> {
  /** Handed to a sender instead of taking its element. */
  private static final Object REFUSED = "refused";

  private final int capacity;
  private final boolean once;
  private final long number = nextMonitorNumber();

  // Guarded by this. Receivers wait only while the buffer is empty, senders only while it is full.
  private final Deque<T> buffer = new ArrayDeque<>();
  final WaitQueue senders = new WaitQueue();
  private boolean closed;
  private @Nullable Throwable error;

  /** A channel; {@code once} says that its first element closes it. */
  BufferedChannel(int capacity, boolean once) {
    if (capacity < 0) {
      throw new IllegalArgumentException(
          "the capacity of a channel is " + capacity + ": it must be 0 (rendezvous) or more");
    }
    this.capacity = capacity;
    this.once = once;
  }

  @Override
  public void send(T element) {
    Objects.requireNonNull(element, "a channel carries no null");
    checkCancelled();
    WaitQueue.Place place;
    synchronized (this) {
      if (offer(element)) {
        return;
      }
      place = senders.add(Waiter.here("channel.send"));
      place.element = element;
    }
    awaitHandOver(place, senders);
    requireTaken(place);
  }

  /** Fails for a sender whose element was not taken because the channel closed. */
  void requireTaken(WaitQueue.Place place) {
    if (place.element == REFUSED) {
      throw closedException();
    }
  }

  @Override
  public synchronized boolean trySend(T element) {
    return offer(Objects.requireNonNull(element, "a channel carries no null"));
  }

  /** Hands the element to a receiver or to the buffer, if there is room. */
  synchronized boolean offer(T element) {
    if (closed) {
      throw closedException();
    }
    boolean sent = handOver(element) || (buffer.size() < capacity && buffer.add(element));
    if (sent && once) {
      close();
    }
    return sent;
  }

  /** Takes an element, and lets the first waiting sender have the room. */
  @Override
  @Nullable T poll() {
    T first = buffer.poll();
    for (WaitQueue.Place sender = senders.poll(); sender != null; sender = senders.poll()) {
      T element = elementOf(sender);
      if (element != null && sender.resume()) {
        if (first == null) {
          return element;
        }
        buffer.add(element);
        break;
      }
    }
    return first;
  }

  @Override
  boolean isEnded() {
    return closed && buffer.isEmpty();
  }

  @Override
  @Nullable Throwable failure() {
    return error;
  }

  @Override
  Object monitor() {
    return this;
  }

  @Override
  long monitorNumber() {
    return number;
  }

  @Override
  public void close() {
    end(null, false);
  }

  @Override
  public void close(Throwable cause) {
    end(Objects.requireNonNull(cause), false);
  }

  @Override
  public void cancel() {
    end(null, true);
  }

  private synchronized void end(@Nullable Throwable cause, boolean drop) {
    if (!closed) {
      closed = true;
      error = cause;
    }
    if (drop) {
      buffer.clear();
    }
    receivers.resumeAll();
    for (WaitQueue.Place sender = senders.poll(); sender != null; sender = senders.poll()) {
      sender.element = REFUSED;
      sender.resume();
    }
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized int size() {
    return buffer.size();
  }

  /** How many wait to send. */
  synchronized int waitingSenders() {
    return senders.size();
  }

  /** How many wait to receive. */
  synchronized int waitingReceivers() {
    return receivers.size();
  }

  @Override
  public synchronized String toString() {
    return "Channel[size=%d, senders=%d, receivers=%d%s]"
        .formatted(buffer.size(), senders.size(), receivers.size(), closed ? ", closed" : "");
  }
}

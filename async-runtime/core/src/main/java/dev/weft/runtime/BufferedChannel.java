package dev.weft.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A channel with a buffer of a fixed size, which may be none. */
final class BufferedChannel<T> implements Channel<T> {
  /** Handed to a sender instead of taking its element. */
  private static final Object REFUSED = new Object();

  private final int capacity;

  // Guarded by this. Receivers wait only while the buffer is empty, senders only while it is full.
  private final Deque<T> buffer = new ArrayDeque<>();
  private final Deque<Waiter> senders = new ArrayDeque<>();
  private final Deque<Waiter> receivers = new ArrayDeque<>();
  private boolean closed;
  private @Nullable Throwable error;

  BufferedChannel(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException(
          "the capacity of a channel is " + capacity + ": it must be 0 (rendezvous) or more");
    }
    this.capacity = capacity;
  }

  @Override
  public void send(T element) {
    Objects.requireNonNull(element, "a channel carries no null");
    checkCancelled();
    Waiter w;
    synchronized (this) {
      if (offer(element)) {
        return;
      }
      w = Waiter.here("channel.send");
      w.value = element;
      senders.add(w);
    }
    await(w, senders);
    if (w.value == REFUSED) {
      throw closedException();
    }
  }

  @Override
  public synchronized boolean trySend(T element) {
    return offer(Objects.requireNonNull(element, "a channel carries no null"));
  }

  /** Hands the element to a receiver or to the buffer, if there is room. */
  private boolean offer(T element) {
    if (closed) {
      throw closedException();
    }
    for (Waiter receiver = receivers.poll(); receiver != null; receiver = receivers.poll()) {
      receiver.value = element;
      if (receiver.resume()) {
        return true;
      }
    }
    return buffer.size() < capacity && buffer.add(element);
  }

  @Override
  public T receive() {
    T element = receiveOrNull();
    if (element == null) {
      throw closedException();
    }
    return element;
  }

  @Override
  public Optional<T> receiveOrClosed() {
    T element = receiveOrNull();
    if (element == null && failedWith() != null) {
      throw closedException();
    }
    return Optional.ofNullable(element);
  }

  private @Nullable T receiveOrNull() {
    checkCancelled();
    Waiter w;
    synchronized (this) {
      T element = poll();
      if (element != null || closed) {
        return element;
      }
      w = Waiter.here("channel.receive");
      receivers.add(w);
    }
    await(w, receivers);
    return valueOf(w);
  }

  @Override
  public synchronized Optional<T> tryReceive() {
    return Optional.ofNullable(poll());
  }

  /** Takes an element, and lets the first waiting sender have the room. */
  private @Nullable T poll() {
    T first = buffer.poll();
    for (Waiter sender = senders.poll(); sender != null; sender = senders.poll()) {
      T element = valueOf(sender);
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

  @SuppressWarnings("unchecked") // Waiters of this channel carry its elements.
  private @Nullable T valueOf(Waiter w) {
    return (T) w.value;
  }

  private void await(Waiter w, Deque<Waiter> queue) {
    try {
      w.awaitHandOver();
    } catch (CancellationError e) {
      synchronized (this) {
        queue.remove(w);
      }
      throw e;
    }
  }

  private static void checkCancelled() {
    Task<?> task = Task.current();
    if (task != null) {
      task.checkCancelled();
    }
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
    receivers.forEach(Waiter::resume);
    receivers.clear();
    for (Waiter sender = senders.poll(); sender != null; sender = senders.poll()) {
      sender.value = REFUSED;
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

  private synchronized @Nullable Throwable failedWith() {
    return error;
  }

  private ChannelClosedException closedException() {
    Throwable cause = failedWith();
    return new ChannelClosedException(
        cause == null
            ? "the channel is closed"
            : "the channel was closed because of an error: " + cause,
        cause);
  }
}

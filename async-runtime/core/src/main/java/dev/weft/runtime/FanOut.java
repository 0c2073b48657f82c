package dev.weft.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A broadcast: each subscriber has a line of its own; a send enters all of them or none. */
final class FanOut<T> implements Broadcast<T> {
  /** Handed to a sender instead of taking its element. */
  private static final Object REFUSED = "refused";

  private final int capacity;
  private final long number = Receiving.nextMonitorNumber();

  // Guarded by this. Senders wait only while somebody's line is full.
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final WaitQueue senders = new WaitQueue();
  private int fullLines;
  private boolean closed;
  private @Nullable Throwable error;

  FanOut(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "the capacity of a broadcast is " + capacity + ": it must be 1 or more");
    }
    this.capacity = capacity;
  }

  @Override
  public synchronized Receiver<T> subscribe() {
    Subscription subscription = new Subscription();
    subscriptions.add(subscription);
    return subscription;
  }

  @Override
  public void send(T element) {
    Objects.requireNonNull(element, "a broadcast carries no null");
    Receiving.checkCancelled();
    WaitQueue.Place place;
    synchronized (this) {
      if (trySend(element)) {
        return;
      }
      place = senders.add(Waiter.here("broadcast.send"));
      place.element = element;
    }
    try {
      place.waiter.awaitHandOver();
    } catch (Throwable e) {
      synchronized (this) {
        senders.remove(place);
      }
      throw e;
    }
    if (place.element == REFUSED) {
      throw closedException();
    }
  }

  @Override
  public synchronized boolean trySend(T element) {
    Objects.requireNonNull(element, "a broadcast carries no null");
    if (closed) {
      throw closedException();
    }
    if (fullLines > 0) {
      return false;
    }
    deliver(element);
    return true;
  }

  private void deliver(T element) {
    subscriptions.forEach(subscription -> subscription.deliver(element));
  }

  /** Lets senders in for as long as nobody's line is full. */
  @SuppressWarnings("unchecked") // Places of senders carry elements.
  private void admitSenders() {
    while (fullLines == 0) {
      WaitQueue.Place sender = senders.poll();
      if (sender == null) {
        return;
      }
      T element = (T) sender.element;
      if (element != null && sender.resume()) {
        deliver(element);
      }
    }
  }

  @Override
  public void close() {
    end(null);
  }

  @Override
  public void close(Throwable cause) {
    end(Objects.requireNonNull(cause));
  }

  private synchronized void end(@Nullable Throwable cause) {
    if (closed) {
      return;
    }
    closed = true;
    error = cause;
    for (WaitQueue.Place sender = senders.poll(); sender != null; sender = senders.poll()) {
      sender.element = REFUSED;
      sender.resume();
    }
    subscriptions.forEach(subscription -> subscription.receivers.resumeAll());
  }

  private synchronized ChannelClosedException closedException() {
    return new ChannelClosedException(
        error == null
            ? "the broadcast is closed: nothing can be sent"
            : "the broadcast was closed because of an error: " + error,
        error);
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized int subscribers() {
    return subscriptions.size();
  }

  /** How many wait to send. */
  synchronized int waitingSenders() {
    return senders.size();
  }

  /** One subscriber's line; guarded by the broadcast. */
  private final class Subscription extends Receiving<T> {
    private final Deque<T> line = new ArrayDeque<>();
    private boolean cancelled;

    private void deliver(T element) {
      if (!handOver(element)) {
        line.add(element);
        if (line.size() == capacity) {
          fullLines++;
        }
      }
    }

    @Override
    @Nullable T poll() {
      boolean wasFull = line.size() == capacity;
      T element = line.poll();
      if (wasFull) {
        fullLines--;
        admitSenders();
      }
      return element;
    }

    @Override
    boolean isEnded() {
      return (closed || cancelled) && line.isEmpty();
    }

    @Override
    @Nullable Throwable failure() {
      return cancelled ? null : error;
    }

    @Override
    Object monitor() {
      return FanOut.this;
    }

    @Override
    long monitorNumber() {
      return number;
    }

    @Override
    public void cancel() {
      synchronized (monitor()) {
        if (cancelled) {
          return;
        }
        cancelled = true;
        subscriptions.remove(this);
        boolean wasFull = line.size() == capacity;
        line.clear();
        receivers.resumeAll();
        if (wasFull) {
          fullLines--;
          admitSenders();
        }
      }
    }

    @Override
    public boolean isClosed() {
      synchronized (monitor()) {
        return closed || cancelled;
      }
    }
  }
}

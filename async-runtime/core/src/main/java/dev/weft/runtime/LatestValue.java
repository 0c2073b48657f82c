package dev.weft.runtime;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A watch: a value with a version, and for each subscriber the version it has seen. */
final class LatestValue<T> implements Watch<T> {
  private final long number = Receiving.nextMonitorNumber();

  // Guarded by this.
  private final Set<Subscription> subscriptions = new LinkedHashSet<>();
  private T value;
  private long version = 1;
  private boolean closed;
  private @Nullable Throwable error;

  LatestValue(T value) {
    this.value = Objects.requireNonNull(value, "a watch holds no null");
  }

  @Override
  public synchronized T get() {
    return value;
  }

  @Override
  public synchronized void set(T newValue) {
    Objects.requireNonNull(newValue, "a watch holds no null");
    if (closed) {
      throw new ChannelClosedException("the watch is closed: its value cannot be set", error);
    }
    value = newValue;
    version++;
    subscriptions.forEach(Subscription::tell);
  }

  @Override
  public T update(UnaryOperator<T> function) {
    for (; ; ) {
      T before;
      long versionBefore;
      synchronized (this) {
        before = value;
        versionBefore = version;
      }
      // Outside the monitor, since it is not ours.
      T after = function.apply(before);
      synchronized (this) {
        if (version == versionBefore) {
          set(after);
          return after;
        }
      }
    }
  }

  @Override
  public synchronized Receiver<T> subscribe() {
    Subscription subscription = new Subscription();
    subscriptions.add(subscription);
    return subscription;
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
    if (!closed) {
      closed = true;
      error = cause;
      subscriptions.forEach(subscription -> subscription.receivers.resumeAll());
    }
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  /** One subscriber; guarded by the watch. */
  private final class Subscription extends Receiving<T> {
    private long seen;
    private boolean cancelled;

    private void tell() {
      if (handOver(value)) {
        seen = version;
      }
    }

    @Override
    @Nullable T poll() {
      if (cancelled || seen == version) {
        return null;
      }
      seen = version;
      return value;
    }

    @Override
    boolean isEnded() {
      return cancelled || (closed && seen == version);
    }

    @Override
    @Nullable Throwable failure() {
      return cancelled ? null : error;
    }

    @Override
    Object monitor() {
      return LatestValue.this;
    }

    @Override
    long monitorNumber() {
      return number;
    }

    @Override
    public void cancel() {
      synchronized (monitor()) {
        cancelled = true;
        subscriptions.remove(this);
        receivers.resumeAll();
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

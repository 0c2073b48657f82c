package dev.weft.runtime;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A stream as a publisher of the JDK: each subscriber has a background task that runs it anew. */
final class StreamPublisher<T> implements Flow.Publisher<T> {
  private final AsyncRuntime runtime;
  private final AsyncStream<? extends T> stream;

  StreamPublisher(AsyncRuntime runtime, AsyncStream<? extends T> stream) {
    this.runtime = runtime;
    this.stream = stream;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    Delivery<T> delivery = new Delivery<>(stream, Objects.requireNonNull(subscriber));
    subscriber.onSubscribe(delivery);
    try {
      delivery.runAs(runtime.spawn("publisher", delivery));
    } catch (AsyncException.Spawn e) {
      subscriber.onError(e);
    }
  }

  /** One subscription and its task. */
  private static final class Delivery<T>
      implements Flow.Subscription, AsyncAction<RuntimeException> {
    private final AsyncStream<? extends T> stream;
    private final Flow.Subscriber<? super T> subscriber;

    // Guarded by this.
    private long demand;
    private @Nullable Waiter waiter;
    private @Nullable Throwable misuse;
    private boolean cancelled;
    private @Nullable TaskHandle<?> task;

    /** Whether the subscriber itself threw, which ends its subscription; used by the task only. */
    private boolean refused;

    Delivery(AsyncStream<? extends T> stream, Flow.Subscriber<? super T> subscriber) {
      this.stream = stream;
      this.subscriber = subscriber;
    }

    void runAs(TaskHandle<?> handle) {
      boolean late;
      synchronized (this) {
        task = handle;
        late = cancelled;
      }
      if (late) {
        handle.abort("the subscription was cancelled");
      }
    }

    @Override
    public void request(long n) {
      Waiter ready;
      synchronized (this) {
        if (n <= 0) {
          // Rule 3.9 of Reactive Streams.
          misuse =
              new IllegalArgumentException(
                  "%d elements were requested: it must be at least one".formatted(n));
        } else {
          demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
        }
        ready = waiter;
        waiter = null;
      }
      if (ready != null) {
        ready.resume();
      }
    }

    @Override
    public void cancel() {
      TaskHandle<?> running;
      synchronized (this) {
        cancelled = true;
        running = task;
      }
      if (running != null) {
        running.abort("the subscription was cancelled");
      }
    }

    @Override
    public void run() {
      try {
        stream.forEach(this::deliver);
      } catch (Throwable failure) {
        if (refused) {
          throw failure;
        }
        if (!isCancelled()) {
          subscriber.onError(failure);
        }
        if (failure instanceof CancellationError cancellation) {
          throw cancellation;
        }
        return;
      }
      if (!isCancelled()) {
        subscriber.onComplete();
      }
    }

    private void deliver(T element) {
      awaitDemand();
      refused = true;
      subscriber.onNext(Objects.requireNonNull(element, "a publisher sends no null"));
      refused = false;
    }

    private void awaitDemand() {
      for (; ; ) {
        Waiter w;
        synchronized (this) {
          if (misuse != null) {
            throw Sneaky.rethrow(misuse);
          }
          if (demand > 0) {
            demand -= demand == Long.MAX_VALUE ? 0 : 1;
            break;
          }
          w = Waiter.here("demand");
          waiter = w;
        }
        w.await();
      }
      Async.checkCancelled();
    }

    private synchronized boolean isCancelled() {
      return cancelled;
    }
  }
}

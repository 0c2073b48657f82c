package dev.weft.runtime.reactor;

import dev.weft.runtime.CancellationError;
import dev.weft.runtime.Outcome;
import dev.weft.runtime.TaskHandle;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** One subscription to the result of a task, which is kept until it is requested. */
abstract class MonoDelivery<T> implements Subscription {
  final Context context;

  /** Dropped by a cancellation, as rule 3.13 of Reactive Streams wants. */
  private volatile @Nullable CoreSubscriber<? super T> subscriber;

  // Guarded by this.
  private boolean requested;
  private @Nullable T held;

  /** Whether the terminal signal was sent or is not wanted any more; written under this. */
  private boolean over;

  MonoDelivery(CoreSubscriber<? super T> subscriber) {
    this.subscriber = subscriber;
    this.context = subscriber.currentContext();
  }

  /** Called once, when the subscriber wants nothing any more and nothing was sent. */
  abstract void abandoned();

  /** Ends the subscription; false if that had happened before. */
  private synchronized boolean close() {
    boolean first = !over;
    over = true;
    return first;
  }

  final boolean isCancelled() {
    return subscriber == null;
  }

  @Override
  public final void request(long n) {
    if (n <= 0) {
      if (close()) {
        abandoned();
        fail(badRequest(n));
      }
      return;
    }
    T value;
    synchronized (this) {
      requested = true;
      value = held;
      if (over || value == null) {
        return;
      }
      over = true;
    }
    send(value);
  }

  /** Rule 3.9 of Reactive Streams. */
  static IllegalArgumentException badRequest(long n) {
    return new IllegalArgumentException(
        "%d elements were requested: it must be at least one (rule 3.9 of Reactive Streams)"
            .formatted(n));
  }

  private void send(T value) {
    CoreSubscriber<? super T> receiver = subscriber;
    if (receiver != null) {
      receiver.onNext(value);
    }
    complete();
  }

  private void complete() {
    CoreSubscriber<? super T> receiver = subscriber;
    if (receiver != null) {
      receiver.onComplete();
    }
  }

  private void fail(Throwable cause) {
    CoreSubscriber<? super T> receiver = subscriber;
    if (receiver != null) {
      receiver.onError(cause);
    }
  }

  @Override
  public final void cancel() {
    subscriber = null;
    if (close()) {
      abandoned();
    }
  }

  @SuppressWarnings("unchecked") // A pattern cannot name the task's type with its nullness.
  final void ended(TaskHandle<? extends @Nullable T> task) {
    switch (task.outcome().orElseThrow()) {
      case Outcome.Success<?> success -> succeeded((@Nullable T) success.value());
      case Outcome.Failure<?>(Throwable cause) -> failed(cause);
      case Outcome.Cancelled<?>(CancellationError cause) -> {
        if (close()) {
          fail(cancellation(cause));
        }
      }
    }
  }

  private void succeeded(@Nullable T value) {
    if (value == null) {
      if (close()) {
        complete();
      }
      return;
    }
    synchronized (this) {
      if (over) {
        return;
      }
      if (!requested) {
        held = value;
        return;
      }
      over = true;
    }
    send(value);
  }

  final void failed(Throwable cause) {
    if (close()) {
      fail(cause);
    } else {
      Operators.onErrorDropped(cause, context);
    }
  }

  /** What a subscriber is told of a task that somebody else cancelled. */
  static CancellationException cancellation(CancellationError cause) {
    CancellationException exception =
        new CancellationException("the task was cancelled: " + cause.getMessage());
    exception.initCause(cause);
    return exception;
  }
}

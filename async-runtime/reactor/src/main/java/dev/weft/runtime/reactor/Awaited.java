package dev.weft.runtime.reactor;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** A subscription to a {@code Mono} as a future of its end; cancelling the future cancels it. */
final class Awaited<T> extends CompletableFuture<Optional<T>> implements CoreSubscriber<T> {
  private final Context context;

  // Guarded by this.
  private @Nullable Subscription subscription;
  private @Nullable T value;

  Awaited(Context context) {
    this.context = context;
  }

  @Override
  public Context currentContext() {
    return context;
  }

  @Override
  public void onSubscribe(Subscription given) {
    boolean unwanted;
    synchronized (this) {
      // Rule 2.5 of Reactive Streams: a second subscription is cancelled.
      unwanted = subscription != null || isDone();
      if (!unwanted) {
        subscription = given;
      }
    }
    if (unwanted) {
      given.cancel();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public synchronized void onNext(T element) {
    Objects.requireNonNull(element);
    if (isDone()) {
      Operators.onNextDropped(element, context);
    } else {
      value = element;
    }
  }

  @Override
  public void onError(Throwable error) {
    if (!completeExceptionally(error)) {
      Operators.onErrorDropped(error, context);
    }
  }

  @Override
  public void onComplete() {
    Optional<T> result;
    synchronized (this) {
      result = Optional.ofNullable(value);
    }
    complete(result);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      Subscription known;
      synchronized (this) {
        known = subscription;
      }
      if (known != null) {
        known.cancel();
      }
    }
    return cancelled;
  }

  /** Stages that depend on this one do not speak for the subscription. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}

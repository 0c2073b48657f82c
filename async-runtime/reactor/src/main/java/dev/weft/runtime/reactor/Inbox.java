package dev.weft.runtime.reactor;

import dev.weft.runtime.AsyncEvent;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * One subscription, and what has arrived of it; for one consumer at a time. An element counts as
 * done with when the next one is asked for.
 */
final class Inbox<T> implements CoreSubscriber<T> {
  private final Context context;
  private final Queue<T> arrived;
  private final int prefetch;
  private final int batch;
  private final AsyncEvent changed = AsyncEvent.create();

  /** Counted by the consumer: how many were taken since the last request. */
  private int taken;

  private volatile boolean waiting;
  private volatile boolean ended;
  private @Nullable Throwable error;

  // Guarded by this.
  private @Nullable Subscription subscription;
  private boolean cancelled;

  Inbox(int prefetch, Context context) {
    this.context = context;
    this.prefetch = prefetch;
    this.batch = prefetch - (prefetch >> 2);
    this.arrived = Queues.<T>get(prefetch).get();
  }

  static int checkPrefetch(int prefetch) {
    if (prefetch < 1) {
      throw new IllegalArgumentException(
          "the prefetch is %d: it must be at least one".formatted(prefetch));
    }
    return prefetch;
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
      unwanted = subscription != null || cancelled;
      if (!unwanted) {
        subscription = given;
      }
    }
    if (unwanted) {
      given.cancel();
    } else {
      given.request(prefetch);
    }
  }

  @Override
  public void onNext(T element) {
    Objects.requireNonNull(element);
    if (ended) {
      Operators.onNextDropped(element, context);
    } else if (arrived.offer(element)) {
      wake();
    } else {
      cancel();
      onError(
          new IllegalStateException(
              "the publisher sent %s, which was not asked for (rule 1.1 of Reactive Streams)"
                  .formatted(element)));
    }
  }

  @Override
  public void onError(Throwable failure) {
    Objects.requireNonNull(failure);
    if (ended) {
      Operators.onErrorDropped(failure, context);
      return;
    }
    error = failure;
    ended = true;
    wake();
  }

  @Override
  public void onComplete() {
    ended = true;
    wake();
  }

  private void wake() {
    // The queue must show its element to the consumer if it is not seen here that he waits.
    VarHandle.fullFence();
    if (waiting) {
      changed.set();
    }
  }

  /** The next element if there is one. */
  @Nullable T poll() {
    if (taken >= batch) {
      request();
    }
    T element = arrived.poll();
    if (element != null) {
      taken++;
    }
    return element;
  }

  private void request() {
    int count = taken;
    taken = 0;
    Subscription known;
    synchronized (this) {
      known = subscription;
    }
    if (known != null && !ended) {
      known.request(count);
    }
  }

  /** Waits for the next element; null at the end. */
  @Nullable T take() {
    for (; ; ) {
      // In this order: what came before the end is in the queue once the end is seen.
      boolean last = ended;
      T element = poll();
      if (element != null) {
        return element;
      }
      if (last) {
        Throwable failure = error;
        if (failure != null) {
          throw Sneaky.rethrow(Exceptions.addSuppressed(failure, new ConsumedHere()));
        }
        return null;
      }
      changed.clear();
      waiting = true;
      if (arrived.isEmpty() && !ended) {
        changed.await();
      }
      waiting = false;
    }
  }

  /** Whether nothing will come any more. */
  boolean isEnded() {
    return ended && arrived.isEmpty();
  }

  void cancel() {
    @Nullable Subscription known;
    synchronized (this) {
      known = cancelled ? null : subscription;
      cancelled = true;
    }
    if (known != null && !ended) {
      known.cancel();
    }
  }

  /** Shows in an error of a publisher where it was consumed. */
  private static final class ConsumedHere extends Exception {
    private static final long serialVersionUID = 1L;

    ConsumedHere() {
      super("the publisher was consumed as a stream here");
    }
  }
}

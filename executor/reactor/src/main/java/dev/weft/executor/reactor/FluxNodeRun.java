package dev.weft.executor.reactor;

import dev.weft.executor.Emitter;
import dev.weft.executor.ItemStream;
import dev.weft.runtime.AsyncEvent;
import dev.weft.runtime.reactor.ReactorBridges;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * One run of a {@link FluxNode}: the node's task takes items as they are requested, and emits
 * results as they come; others only leave a note and wake it.
 */
final class FluxNodeRun {
  private final ItemStream in;
  private final Emitter out;
  private final Items items = new Items();
  private final Results results = new Results();

  /** Wakes the task where it does not wait for an item. */
  private final AsyncEvent changed = AsyncEvent.create();

  private volatile boolean awaitsItem;

  FluxNodeRun(ItemStream in, Emitter out) {
    this.in = in;
    this.out = out;
  }

  /** The life of the node's task. */
  void run(Function<? super Flux<Object>, ? extends Publisher<?>> function) {
    try {
      function.apply(items).subscribe(results);
      while (!emitResults()) {
        if (items.isMisused()) {
          items.fail();
        } else if (items.areWanted()) {
          takeItem();
        } else {
          awaitChange();
        }
      }
    } finally {
      items.close();
      results.cancel();
    }
  }

  private void wake() {
    changed.set();
    // What was noted must be seen by the task if it is not seen here that the task waits.
    VarHandle.fullFence();
    if (awaitsItem) {
      in.wake();
    }
  }

  /** Emits what has come; whether that was all. */
  private boolean emitResults() {
    for (; ; ) {
      // In this order: what came before the end is in the queue once the end is seen.
      boolean last = results.ended;
      Object result = results.arrived.poll();
      if (result != null) {
        out.emit(result);
        results.consumed();
      } else if (last) {
        Throwable error = results.error;
        if (error != null) {
          throw Sneaky.rethrow(error);
        }
        return true;
      } else {
        return false;
      }
    }
  }

  private void takeItem() {
    awaitsItem = true;
    try {
      if (results.isPending()) {
        return;
      }
      Optional<Object> next = in.nextOrWoken();
      if (next.isPresent()) {
        items.send(next.get());
      } else if (in.isEnded()) {
        items.complete();
      }
    } finally {
      awaitsItem = false;
    }
  }

  private void awaitChange() {
    changed.clear();
    if (!results.isPending() && !items.areWanted() && !items.isMisused()) {
      changed.await();
    }
  }

  /** The items as a {@code Flux}; its signals come from the node's task. */
  private final class Items extends Flux<Object> implements Subscription {
    private final AtomicLong demand = new AtomicLong();
    private final AtomicBoolean subscribed = new AtomicBoolean();

    /** Dropped when it is of no use any more, as rule 3.13 of Reactive Streams wants. */
    private volatile @Nullable CoreSubscriber<? super Object> subscriber;

    private volatile boolean over;
    private volatile @Nullable Throwable misuse;

    @Override
    public void subscribe(CoreSubscriber<? super Object> given) {
      if (subscribed.compareAndSet(false, true)) {
        subscriber = given;
        given.onSubscribe(this);
      } else {
        Operators.error(
            given,
            new IllegalStateException(
                "the items of a FluxNode were subscribed to a second time: share them with publish(…)"));
      }
    }

    boolean areWanted() {
      return !over && demand.get() > 0;
    }

    boolean isMisused() {
      return !over && misuse != null;
    }

    void fail() {
      end(it -> it.onError(Objects.requireNonNull(misuse)));
    }

    void send(Object item) {
      CoreSubscriber<? super Object> receiver = subscriber;
      if (over || receiver == null) {
        return;
      }
      if (demand.get() != Long.MAX_VALUE) {
        demand.decrementAndGet();
      }
      receiver.onNext(item);
    }

    void complete() {
      end(CoreSubscriber::onComplete);
    }

    private void end(Consumer<CoreSubscriber<?>> signal) {
      CoreSubscriber<? super Object> receiver = subscriber;
      if (!over && receiver != null) {
        close();
        signal.accept(receiver);
      }
    }

    void close() {
      over = true;
      subscriber = null;
    }

    @Override
    public void request(long n) {
      if (n <= 0) {
        misuse =
            new IllegalArgumentException(
                "%d items were requested: it must be at least one (rule 3.9 of Reactive Streams)"
                    .formatted(n));
      } else {
        demand.getAndAccumulate(n, Operators::addCap);
      }
      wake();
    }

    @Override
    public void cancel() {
      close();
      wake();
    }
  }

  /** The subscriber to what the function made. */
  private final class Results implements CoreSubscriber<Object> {
    final Queue<Object> arrived = Queues.get(FluxNode.PREFETCH).get();
    private final Context context = ReactorBridges.subscriberContext();
    volatile boolean ended;
    @Nullable Throwable error;

    /** Counted by the task: how many results were emitted since the last request. */
    private int emitted;

    // Guarded by this.
    private @Nullable Subscription subscription;
    private boolean cancelled;

    boolean isPending() {
      return ended || !arrived.isEmpty();
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
          subscription = Objects.requireNonNull(given);
        }
      }
      if (unwanted) {
        given.cancel();
      } else {
        given.request(FluxNode.PREFETCH);
      }
    }

    @Override
    public void onNext(Object result) {
      Objects.requireNonNull(result);
      if (ended) {
        Operators.onNextDropped(result, context);
      } else if (arrived.offer(result)) {
        wake();
      } else {
        cancel();
        onError(
            new IllegalStateException(
                "the function of a FluxNode sent %s, which was not asked for (rule 1.1 of Reactive Streams)"
                    .formatted(result)));
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

    void consumed() {
      int batch = FluxNode.PREFETCH - (FluxNode.PREFETCH >> 2);
      if (++emitted == batch && !ended) {
        emitted = 0;
        Subscription known;
        synchronized (this) {
          known = subscription;
        }
        if (known != null) {
          known.request(batch);
        }
      }
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
  }
}

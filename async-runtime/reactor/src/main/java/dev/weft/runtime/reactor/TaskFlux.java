package dev.weft.runtime.reactor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncEvent;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import dev.weft.runtime.ChannelClosedException;
import dev.weft.runtime.Outcome;
import dev.weft.runtime.Receiver;
import dev.weft.runtime.TaskHandle;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Elements that a task gives out, a new one for each subscription. */
final class TaskFlux<T> extends Flux<T> {
  private final AsyncRuntime runtime;
  private final Consumer<? super Delivery<T>> producer;

  TaskFlux(AsyncRuntime runtime, Consumer<? super Delivery<T>> producer) {
    this.runtime = Objects.requireNonNull(runtime);
    this.producer = producer;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    Delivery<T> delivery = new Delivery<>(subscriber);
    subscriber.onSubscribe(delivery);
    delivery.start(runtime, producer);
  }

  /** One subscription and its task. */
  static final class Delivery<T> implements Subscription {
    private final Context context;

    /** Dropped by a cancellation, as rule 3.13 of Reactive Streams wants. */
    private volatile @Nullable CoreSubscriber<? super T> subscriber;

    private final AtomicLong demand = new AtomicLong();
    private final AsyncEvent requested = AsyncEvent.create();
    private volatile boolean cancelled;
    private volatile @Nullable Throwable misuse;

    /** Guarded by this. */
    private @Nullable TaskHandle<?> task;

    /** Whether the subscriber itself threw, which ends its subscription; used by the task only. */
    private boolean refused;

    Delivery(CoreSubscriber<? super T> subscriber) {
      this.subscriber = subscriber;
      this.context = subscriber.currentContext();
    }

    void start(AsyncRuntime runtime, Consumer<? super Delivery<T>> producer) {
      @Nullable TaskHandle<@Nullable Void> started;
      try {
        // Under the lock, so that a cancellation by the task's first signal finds the task.
        synchronized (this) {
          if (isUnwanted()) {
            started = null;
          } else {
            started =
                runtime.<@Nullable Void>spawn(
                    "flux", Contexts.<@Nullable Void>within(context, () -> produce(producer)));
            task = started;
          }
        }
      } catch (AsyncException.Spawn e) {
        fail(e);
        return;
      }
      if (started != null) {
        started.onDone(this::ended);
      } else {
        Throwable bad = misuse;
        if (bad != null) {
          fail(bad);
        }
      }
    }

    private @Nullable Void produce(Consumer<? super Delivery<T>> producer) {
      producer.accept(this);
      return null;
    }

    private boolean isUnwanted() {
      return cancelled || misuse != null;
    }

    @Override
    public void request(long n) {
      if (n <= 0) {
        misuse = MonoDelivery.badRequest(n);
        abort();
      } else if (demand.getAndAccumulate(n, Operators::addCap) == 0) {
        requested.set();
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      subscriber = null;
      abort();
    }

    private void abort() {
      TaskHandle<?> running;
      synchronized (this) {
        running = task;
      }
      if (running != null) {
        abort(running);
      }
    }

    private void abort(TaskHandle<?> running) {
      Cleanups.note(context, running);
      running.abort("the subscription was cancelled");
    }

    /** Sends an element once one is requested; for the task. */
    void send(T element) {
      Objects.requireNonNull(element, "a Flux has no null elements; leave it out of the stream");
      awaitDemand();
      emit(element);
    }

    /** Sends what comes out of a receiver, taking an element only once one is requested. */
    void sendAll(Receiver<? extends T> receiver) {
      for (; ; ) {
        awaitDemand();
        Optional<? extends T> next = receive(receiver);
        if (next.isEmpty()) {
          return;
        }
        emit(next.get());
      }
    }

    private static <T> Optional<? extends T> receive(Receiver<? extends T> receiver) {
      try {
        return receiver.receiveOrClosed();
      } catch (ChannelClosedException e) {
        throw e.getCause() == null ? e : Sneaky.rethrow(e.getCause());
      }
    }

    private void awaitDemand() {
      while (demand.get() == 0) {
        requested.clear();
        if (demand.get() == 0) {
          requested.await();
        }
      }
      if (isUnwanted()) {
        Async.checkCancelled();
      }
    }

    private void emit(T element) {
      if (demand.get() != Long.MAX_VALUE) {
        demand.decrementAndGet();
      }
      CoreSubscriber<? super T> receiver = subscriber;
      if (isUnwanted() || receiver == null) {
        throw new CancellationError("the subscription was cancelled");
      }
      refused = true;
      receiver.onNext(element);
      refused = false;
    }

    private void ended(TaskHandle<?> done) {
      Throwable bad = misuse;
      switch (done.outcome().orElseThrow()) {
        case Outcome.Success<?> _ -> {
          CoreSubscriber<? super T> receiver = subscriber;
          if (bad != null) {
            fail(bad);
          } else if (receiver != null) {
            receiver.onComplete();
          }
        }
        case Outcome.Cancelled<?>(CancellationError cause) ->
            fail(bad != null ? bad : MonoDelivery.cancellation(cause));
        case Outcome.Failure<?>(Throwable cause) -> {
          if (refused || cancelled) {
            // What a subscriber throws must not come back to it.
            Operators.onErrorDropped(cause, context);
          } else {
            fail(bad != null ? bad : cause);
          }
        }
      }
      subscriber = null;
    }

    private void fail(Throwable cause) {
      CoreSubscriber<? super T> receiver = subscriber;
      if (receiver != null) {
        receiver.onError(cause);
      }
    }
  }
}

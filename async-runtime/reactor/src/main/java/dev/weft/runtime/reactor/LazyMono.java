package dev.weft.runtime.reactor;

import dev.weft.runtime.AsyncCall;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.TaskHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** A body that runs as a task for each subscription. */
final class LazyMono<T> extends Mono<T> {
  private final AsyncRuntime runtime;
  private final AsyncCall<? extends @Nullable T, ?> body;

  LazyMono(AsyncRuntime runtime, AsyncCall<? extends @Nullable T, ?> body) {
    this.runtime = Objects.requireNonNull(runtime);
    this.body = Objects.requireNonNull(body);
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    Delivery<T> delivery = new Delivery<>(subscriber);
    subscriber.onSubscribe(delivery);
    delivery.start(runtime, body);
  }

  private static final class Delivery<T> extends MonoDelivery<T> {
    /** Guarded by this. */
    private @Nullable TaskHandle<? extends @Nullable T> task;

    /** Guarded by this. */
    private boolean unwanted;

    Delivery(CoreSubscriber<? super T> subscriber) {
      super(subscriber);
    }

    void start(AsyncRuntime runtime, AsyncCall<? extends @Nullable T, ?> body) {
      TaskHandle<? extends @Nullable T> started;
      try {
        // Under the lock, so that a cancellation finds the task.
        synchronized (this) {
          if (unwanted) {
            return;
          }
          started = runtime.<@Nullable T>spawn("mono", Contexts.<@Nullable T>within(context, body));
          task = started;
        }
      } catch (AsyncException.Spawn e) {
        failed(e);
        return;
      }
      started.onDone(this::ended);
    }

    @Override
    void abandoned() {
      TaskHandle<?> running;
      synchronized (this) {
        unwanted = true;
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
  }
}

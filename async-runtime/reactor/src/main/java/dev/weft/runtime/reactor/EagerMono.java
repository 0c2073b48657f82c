package dev.weft.runtime.reactor;

import dev.weft.runtime.TaskHandle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** A task that has been started, with any number of subscribers. */
final class EagerMono<T> extends Mono<T> {
  private final TaskHandle<? extends @Nullable T> task;

  /** Guarded by itself. */
  private final Set<Delivery<T>> deliveries = new LinkedHashSet<>();

  /** Guarded by {@link #deliveries}. */
  private boolean listening;

  EagerMono(TaskHandle<? extends @Nullable T> task) {
    this.task = task;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    Delivery<T> delivery = new Delivery<>(this, subscriber);
    subscriber.onSubscribe(delivery);
    boolean first;
    synchronized (deliveries) {
      if (delivery.isCancelled()) {
        return;
      }
      deliveries.add(delivery);
      first = !listening;
      listening = true;
    }
    if (first) {
      task.onDone(_ -> ended());
    } else if (task.isFinished()) {
      ended();
    }
  }

  private void ended() {
    List<Delivery<T>> waiting;
    synchronized (deliveries) {
      waiting = new ArrayList<>(deliveries);
      deliveries.clear();
    }
    waiting.forEach(delivery -> delivery.ended(task));
  }

  private void left(Delivery<T> delivery) {
    boolean last;
    synchronized (deliveries) {
      last = deliveries.remove(delivery) && deliveries.isEmpty();
    }
    if (last && !task.isFinished()) {
      Cleanups.note(delivery.context, task);
      task.abort("the last subscription was cancelled");
    }
  }

  private static final class Delivery<T> extends MonoDelivery<T> {
    private final EagerMono<T> mono;

    Delivery(EagerMono<T> mono, CoreSubscriber<? super T> subscriber) {
      super(subscriber);
      this.mono = mono;
    }

    @Override
    void abandoned() {
      mono.left(this);
    }
  }
}

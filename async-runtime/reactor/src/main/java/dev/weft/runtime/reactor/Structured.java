package dev.weft.runtime.reactor;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

/** Holds the terminal signal back until the tasks that were told to end have ended. */
final class Structured<T> extends Flux<T> {
  private final Publisher<T> source;

  Structured(Publisher<T> source) {
    this.source = source;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    source.subscribe(new Relay<>(subscriber));
  }

  private static final class Relay<T> implements CoreSubscriber<T>, Subscription {
    private final CoreSubscriber<? super T> subscriber;
    private final Cleanups cleanups;
    private final Context context;
    private volatile boolean cancelled;

    @SuppressWarnings("NullAway.Init") // Set by the first signal.
    private Subscription upstream;

    Relay(CoreSubscriber<? super T> subscriber) {
      this.subscriber = subscriber;
      this.cleanups = new Cleanups(subscriber.currentContext());
      this.context = subscriber.currentContext().put(Cleanups.KEY, cleanups);
    }

    @Override
    public Context currentContext() {
      return context;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      upstream = subscription;
      subscriber.onSubscribe(this);
    }

    @Override
    public void onNext(T element) {
      subscriber.onNext(element);
    }

    @Override
    public void onError(Throwable error) {
      whenDone(() -> subscriber.onError(error));
    }

    @Override
    public void onComplete() {
      whenDone(subscriber::onComplete);
    }

    private void whenDone(Runnable signal) {
      cleanups.whenDone(() -> {
        if (!cancelled) {
          signal.run();
        }
      });
    }

    @Override
    public void request(long n) {
      upstream.request(n);
    }

    @Override
    public void cancel() {
      cancelled = true;
      upstream.cancel();
    }
  }
}

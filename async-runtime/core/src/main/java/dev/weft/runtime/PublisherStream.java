package dev.weft.runtime;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** A publisher of the JDK as a stream; each element is asked for when the one before is done. */
final class PublisherStream<T> implements AsyncStream<T> {

  /** One subscription, and what has arrived of it. */
  private static final class Subscriber<T> implements Flow.Subscriber<T> {
    final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    /** Holds the one element that was asked for. */
    final Channel<T> arrived = Channel.buffered(1);

    @Override
    public void onSubscribe(Flow.Subscription given) {
      // Rule 2.13 wants the exception of a null.
      if (!subscription.complete(Objects.requireNonNull(given))) {
        // Rule 2.5 of Reactive Streams: a second subscription is cancelled.
        given.cancel();
      }
    }

    @Override
    public void onNext(T element) {
      if (!arrived.isClosed() && !arrived.trySend(element)) {
        arrived.close(
            new IllegalStateException(
                "the publisher sent %s, which was not asked for (rule 1.1 of Reactive Streams)"
                    .formatted(element)));
      }
    }

    @Override
    public void onError(Throwable error) {
      arrived.close(error);
    }

    @Override
    public void onComplete() {
      arrived.close();
    }
  }

  private final Flow.Publisher<? extends T> publisher;

  PublisherStream(Flow.Publisher<? extends T> publisher) {
    this.publisher = publisher;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // What a publisher throws on cancel is its own.
  public void forEach(Consumer<? super T> consumer) {
    Subscriber<T> subscriber = new Subscriber<>();
    publisher.subscribe(subscriber);
    try {
      Flow.Subscription subscription = Bridges.await(subscriber.subscription.copy());
      for (; ; ) {
        subscription.request(1);
        Optional<T> next = receive(subscriber.arrived);
        if (next.isEmpty()) {
          return;
        }
        consumer.accept(next.get());
      }
    } finally {
      subscriber.arrived.cancel();
      // Now, or when the publisher gets round to it; without effect where it has ended.
      subscriber.subscription.thenAccept(Flow.Subscription::cancel);
    }
  }

  private static <T> Optional<T> receive(Channel<T> channel) {
    try {
      return channel.receiveOrClosed();
    } catch (ChannelClosedException e) {
      throw e.getCause() == null ? e : Sneaky.rethrow(e.getCause());
    }
  }
}

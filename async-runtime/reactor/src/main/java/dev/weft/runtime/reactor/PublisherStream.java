package dev.weft.runtime.reactor;

import dev.weft.runtime.AsyncStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;

/** A publisher as a stream. */
final class PublisherStream<T> implements AsyncStream<T> {
  private final Publisher<? extends T> publisher;
  private final int prefetch;

  PublisherStream(Publisher<? extends T> publisher, int prefetch) {
    this.publisher = Objects.requireNonNull(publisher);
    this.prefetch = Inbox.checkPrefetch(prefetch);
  }

  @Override
  public void forEach(Consumer<? super T> consumer) {
    Cleanups cleanups = new Cleanups(ReactorBridges.context());
    Inbox<T> inbox = new Inbox<>(prefetch, Contexts.forSubscription(cleanups));
    publisher.subscribe(inbox);
    try {
      for (T element = inbox.take(); element != null; element = inbox.take()) {
        consumer.accept(element);
      }
    } finally {
      inbox.cancel();
      cleanups.await();
    }
  }
}

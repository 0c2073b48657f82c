package dev.weft.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A stream of one or more sources, each in a child task, with a channel to the consumer. */
final class Merged<T extends @Nullable Object> implements AsyncStream<T> {
  private final List<AsyncStream<? extends T>> sources;
  private final int capacity;

  Merged(List<? extends AsyncStream<? extends T>> sources, int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException(
          "the capacity of a stream's buffer is " + capacity + ": it must be 0 or more");
    }
    this.sources = List.copyOf(sources);
    this.capacity = capacity;
  }

  @Override
  public void forEach(Consumer<? super T> consumer) {
    if (sources.isEmpty()) {
      return;
    }
    Relay<T> relay = new Relay<>(capacity);
    AtomicInteger left = new AtomicInteger(sources.size());
    Async.<@Nullable Void, RuntimeException>group(group -> {
      for (AsyncStream<? extends T> source : sources) {
        group.spawn(() ->
            relay.feed(() -> {
              source.forEach(relay::send);
              if (left.decrementAndGet() == 0) {
                relay.end();
              }
            }));
      }
      relay.drain(group, consumer);
      return null;
    });
  }

  /** The way from the producers' tasks to the consumer's. */
  static final class Relay<E extends @Nullable Object> {
    /** Boxed, since a channel carries no null. */
    private record Box<E extends @Nullable Object>(E element) {}

    private final Channel<Box<E>> channel;

    Relay(int capacity) {
      channel = Channel.buffered(capacity);
    }

    /** Sends; a producer whose consumer wants no more gets an exit. */
    void send(E element) {
      try {
        channel.send(new Box<>(element));
      } catch (ChannelClosedException e) {
        throw new AsyncGenerator.Exit();
      }
    }

    void end() {
      channel.close();
    }

    /** Runs a producer; its first failure ends the relay, others are the group's. */
    void feed(Runnable producer) {
      try {
        producer.run();
      } catch (AsyncGenerator.Exit e) {
        // Nobody wants its elements; that is all.
        channel.close();
      } catch (CancellationError e) {
        throw e;
      } catch (Throwable e) {
        if (channel.isClosed()) {
          throw e;
        }
        channel.close(e);
      }
    }

    /**
     * Consumes until the producers have ended; then, or when the consumer fails, ends the group.
     */
    void drain(TaskGroup group, Consumer<? super E> consumer) {
      try {
        for (Optional<Box<E>> next = next(); next.isPresent(); next = next()) {
          consumer.accept(next.get().element());
        }
      } finally {
        group.abort();
      }
    }

    private Optional<Box<E>> next() {
      try {
        return channel.receiveOrClosed();
      } catch (ChannelClosedException e) {
        Throwable cause = e.getCause();
        throw cause == null ? e : Sneaky.rethrow(cause);
      }
    }
  }
}

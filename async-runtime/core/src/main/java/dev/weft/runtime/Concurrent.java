package dev.weft.runtime;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stream whose elements are worked on several at a time, and come out in order. */
final class Concurrent<T extends @Nullable Object, R extends @Nullable Object>
    implements AsyncStream<R> {
  private final AsyncStream<T> source;
  private final int calls;
  private final Function<? super T, ? extends R> function;

  Concurrent(AsyncStream<T> source, int calls, Function<? super T, ? extends R> function) {
    if (calls < 1) {
      throw new IllegalArgumentException(
          "the calls of mapConcurrent are " + calls + ": at least one is needed");
    }
    this.source = source;
    this.calls = calls;
    this.function = function;
  }

  @Override
  public void forEach(Consumer<? super R> consumer) {
    // The calls in order, so that what is done and not consumed counts as one too.
    Merged.Relay<TaskHandle<Outcome<R>>> relay = new Merged.Relay<>(calls);
    AsyncSemaphore permits = AsyncSemaphore.bounded(calls);
    Async.<@Nullable Void, RuntimeException>group(group -> {
      group.spawn(() ->
          relay.feed(() -> {
            source.forEach(element -> {
              permits.acquire();
              relay.send(start(group, element));
            });
            relay.end();
          }));
      relay.drain(
          group,
          call -> {
            R result = result(call.await());
            permits.release();
            consumer.accept(result);
          });
      return null;
    });
  }

  /** A failure is an outcome like others, so that the consumer meets it in order. */
  private TaskHandle<Outcome<R>> start(TaskGroup group, T element) {
    return group.spawn(() -> {
      try {
        return new Outcome.Success<>(function.apply(element));
      } catch (CancellationError e) {
        throw e;
      } catch (Throwable e) {
        return new Outcome.Failure<>(e);
      }
    });
  }

  private static <R extends @Nullable Object> R result(Outcome<R> outcome) {
    return switch (outcome) {
      case Outcome.Success<R>(R value) -> value;
      case Outcome.Failure<R>(Throwable cause) -> throw Sneaky.rethrow(cause);
      case Outcome.Cancelled<R>(CancellationError cause) -> throw cause;
    };
  }
}

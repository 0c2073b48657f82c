package dev.weft.runtime;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Streams that end early: the producer is unwound by an exit of their own. */
final class Cut {
  private Cut() {}

  static <T extends @Nullable Object> AsyncStream<T> take(AsyncStream<T> source, long count) {
    return consumer -> {
      if (count > 0) {
        AsyncGenerator.Exit exit = new AsyncGenerator.Exit();
        long[] left = {count};
        until(
            exit,
            source,
            element -> {
              if (left[0] == 0) {
                // The producer has swallowed the exit.
                throw exit;
              }
              left[0]--;
              consumer.accept(element);
              if (left[0] == 0) {
                throw exit;
              }
            });
      }
    };
  }

  static <T extends @Nullable Object> AsyncStream<T> takeWhile(
      AsyncStream<T> source, Predicate<? super T> test) {
    return consumer -> {
      AsyncGenerator.Exit exit = new AsyncGenerator.Exit();
      boolean[] ended = {false};
      until(
          exit,
          source,
          element -> {
            ended[0] = ended[0] || !test.test(element);
            if (ended[0]) {
              throw exit;
            }
            consumer.accept(element);
          });
    };
  }

  private static <T extends @Nullable Object> void until(
      AsyncGenerator.Exit exit, AsyncStream<T> source, Consumer<? super T> consumer) {
    try {
      source.forEach(consumer);
    } catch (AsyncGenerator.Exit e) {
      if (e != exit) {
        throw e;
      }
    }
  }
}

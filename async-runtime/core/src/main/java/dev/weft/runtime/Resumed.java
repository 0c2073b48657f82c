package dev.weft.runtime;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stream that goes on with another one after an exception of its own, not of its consumer. */
final class Resumed<T extends @Nullable Object> implements AsyncStream<T> {
  private final AsyncStream<T> source;
  private final Function<? super Exception, ? extends AsyncStream<? extends T>> function;

  Resumed(
      AsyncStream<T> source,
      Function<? super Exception, ? extends AsyncStream<? extends T>> function) {
    this.source = source;
    this.function = function;
  }

  @Override
  public void forEach(Consumer<? super T> consumer) {
    Throwable[] consumers = {null};
    AsyncStream<? extends T> next;
    try {
      source.forEach(element -> {
        try {
          consumer.accept(element);
        } catch (Throwable e) {
          consumers[0] = e;
          throw e;
        }
      });
      return;
    } catch (Exception e) {
      if (e == consumers[0]) {
        throw e;
      }
      next = function.apply(e);
    }
    next.forEach(consumer);
  }
}

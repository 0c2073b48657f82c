package dev.weft.runtime;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A stream of what a body gives out; only the body itself may, not tasks it starts. */
final class Producer<T extends @Nullable Object> implements AsyncStream<T> {
  private final Consumer<? super Consumer<? super T>> body;

  Producer(Consumer<? super Consumer<? super T>> body) {
    this.body = body;
  }

  @Override
  public void forEach(Consumer<? super T> consumer) {
    Thread own = Thread.currentThread();
    Consumer<T> checked =
        element -> {
          if (Thread.currentThread() != own) {
            throw new AsyncException.Runtime(
                "an element was given out in thread '%s', outside the body of its stream: give elements out in the body itself, and bring those of other tasks there by a channel"
                    .formatted(Thread.currentThread().getName()));
          }
          consumer.accept(element);
        };
    body.accept(checked);
  }
}

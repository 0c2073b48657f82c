package dev.weft.runtime;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A stream of running results. */
final class Scanned<T extends @Nullable Object, R extends @Nullable Object>
    implements AsyncStream<R> {
  private final AsyncStream<T> source;
  private final R start;
  private final BiFunction<? super R, ? super T, ? extends R> function;

  Scanned(AsyncStream<T> source, R start, BiFunction<? super R, ? super T, ? extends R> function) {
    this.source = source;
    this.start = start;
    this.function = function;
  }

  @Override
  public void forEach(Consumer<? super R> consumer) {
    source.forEach(
        new Consumer<T>() {
          private R last = start;

          @Override
          public void accept(T element) {
            last = function.apply(last, element);
            consumer.accept(last);
          }
        });
  }
}

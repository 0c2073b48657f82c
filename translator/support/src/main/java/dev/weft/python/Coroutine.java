package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A call of an async function that has not been awaited yet. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class Coroutine<T extends @Nullable Object> implements Awaitable<T> {
  private final Fn0<? extends T> body;
  private boolean started;

  private Coroutine(Fn0<? extends T> body) {
    this.body = body;
  }

  /** A call that gives a value. */
  public static <T extends @Nullable Object> Coroutine<T> of(Fn0<? extends T> body) {
    return new Coroutine<>(body);
  }

  /** A call that gives none. */
  public static Coroutine<@Nullable Void> of(Runnable body) {
    return new Coroutine<>(() -> {
      body.run();
      return null;
    });
  }

  @Override
  public T await() {
    if (started) {
      throw new Errors.RuntimeError("cannot reuse already awaited coroutine");
    }
    started = true;
    return body.call();
  }

  /** {@code coroutine.close()}. */
  public void close() {
    started = true;
  }
}

package dev.weft.python;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes what the body of a generator yields, in the thread of the body. */
final class Drain<T extends @Nullable Object> implements Generator.Yields<T> {
  private final Consumer<? super T> taker;
  private final String what;
  private @Nullable Throwable failure;

  Drain(Consumer<? super T> taker, String what) {
    this.taker = taker;
    this.what = what;
  }

  /** Runs a body that yields here; what the taker threw is thrown when the body has ended. */
  void run(Runnable body) {
    try {
      body.run();
    } catch (Errors.GeneratorExit e) {
      if (failure == null) {
        throw e;
      }
    }
    if (failure != null) {
      throw Exceptions.raise(failure);
    }
  }

  @Override
  public @Nullable Object yield_(T value) {
    if (failure != null) {
      failure = null;
      throw new Errors.RuntimeError(what + " ignored GeneratorExit");
    }
    try {
      taker.accept(value);
    } catch (Throwable e) {
      failure = e;
      throw new Errors.GeneratorExit();
    }
    return null;
  }

  /** A generator that has not begun needs no steps: its body yields to the same taker. */
  @Override
  public @Nullable Object yieldFrom(Iterable<? extends T> values) {
    if (!(values instanceof Generator<? extends T> inner) || !inner.pour(this)) {
      return Generator.Yields.super.yieldFrom(values);
    }
    if (failure != null) {
      // It has ended on being closed; so must the one that delegates to it.
      throw new Errors.GeneratorExit();
    }
    return inner.returned();
  }
}

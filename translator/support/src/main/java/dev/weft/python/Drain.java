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
}

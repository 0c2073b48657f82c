package dev.weft.python;

import dev.weft.runtime.AsyncRuntime;

/** A callback that is due. */
public final class TimerHandle {
  private final AsyncRuntime.Cancellable cancellable;

  TimerHandle(AsyncRuntime.Cancellable cancellable) {
    this.cancellable = cancellable;
  }

  /** {@code cancel()}. */
  public void cancel() {
    cancellable.cancel();
  }
}

package dev.weft.python;

import dev.weft.runtime.CancellationError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code concurrent.futures.Future}. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class ThreadFuture<T extends @Nullable Object> {
  private final CompletableFuture<Ref<T>> result = new CompletableFuture<>();
  private volatile boolean running;
  private volatile @Nullable Runnable onCancel;

  /** One that has not ended. */
  public ThreadFuture() {}

  void run(Fn0<? extends T> work) {
    if (result.isDone()) {
      return;
    }
    running = true;
    try {
      result.complete(new Ref<>(work.call()));
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  /** Ends as a task of a loop does, and cancels it. */
  void linkTo(Loop loop, Future<T> task) {
    onCancel =
        () ->
            loop.callSoon(() -> {
              task.cancel(null);
              return null;
            });
    task.onDone(done -> {
      if (done.isCancelled()) {
        result.cancel(false);
      } else if (done.failureOrNull() != null) {
        result.completeExceptionally(done.exception());
      } else {
        result.complete(new Ref<>(done.result()));
      }
      return null;
    });
  }

  void onEnd(Runnable action) {
    @SuppressWarnings("unused") // The action's own failures are its own.
    CompletableFuture<Ref<T>> told = result.whenComplete((value, e) -> action.run());
  }

  @Nullable Throwable failureOrNull() {
    if (result.isCancelled()) {
      return new CancellationError(null);
    }
    return result.isCompletedExceptionally() ? result.exceptionNow() : null;
  }

  T valueOrNull() {
    return result.resultNow().value;
  }

  /** {@code result(timeout)}. */
  public T result(@Nullable Number timeout) {
    return Workers.<T>blocking(() -> {
      try {
        Ref<T> value =
            timeout == null
                ? result.get()
                : result.get((long) (timeout.doubleValue() * 1e9), TimeUnit.NANOSECONDS);
        return value.value;
      } catch (ExecutionException e) {
        throw Exceptions.raise(e.getCause());
      } catch (java.util.concurrent.CancellationException e) {
        throw new CancellationError(null);
      } catch (java.util.concurrent.TimeoutException e) {
        throw new Errors.TimeoutError();
      } catch (InterruptedException e) {
        throw new Errors.KeyboardInterrupt();
      }
    });
  }

  /** {@code exception(timeout)}. */
  public @Nullable Throwable exception(@Nullable Number timeout) {
    try {
      result(timeout);
      return null;
    } catch (Throwable e) {
      if (!result.isDone()) {
        throw e;
      }
      return e;
    }
  }

  /** {@code done()}. */
  public boolean isDone() {
    return result.isDone();
  }

  /** {@code cancelled()}. */
  public boolean isCancelled() {
    return result.isCancelled();
  }

  /** {@code running()}. */
  public boolean isRunning() {
    return running && !result.isDone();
  }

  /** {@code cancel()}. */
  public boolean cancel() {
    Runnable action = onCancel;
    if (action != null && !result.isDone()) {
      action.run();
      return true;
    }
    return !running && result.cancel(false);
  }

  /** {@code set_result(value)}. */
  public void setResult(T value) {
    result.complete(new Ref<>(value));
  }

  /** {@code set_exception(e)}. */
  public void setException(Throwable e) {
    result.completeExceptionally(e);
  }

  /** {@code add_done_callback(callback)}. */
  public void onDone(Fn1<? super ThreadFuture<T>, ?> callback) {
    onEnd(() -> callback.call(this));
  }

  @Override
  public String toString() {
    return "<Future state="
        + (result.isCancelled()
            ? "cancelled"
            : isDone() ? "finished" : running ? "running" : "pending")
        + ">";
  }
}

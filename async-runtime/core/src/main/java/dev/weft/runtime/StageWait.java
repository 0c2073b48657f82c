package dev.weft.runtime;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The wait for a stage of the JDK. */
final class StageWait<T extends @Nullable Object> {
  private final CompletionStage<? extends T> stage;
  private final Waiter waiter = Waiter.here("future");

  // Written before the waiter is resumed.
  private @Nullable T value;
  private @Nullable Throwable failure;

  StageWait(CompletionStage<? extends T> stage) {
    this.stage = stage;
  }

  T await() {
    Task<?> task = Task.current();
    if (task != null) {
      task.checkCancelled();
    }
    stage.whenComplete(this::completed);
    if (waiter.isWaiting()) {
      try {
        waiter.awaitHandOver();
      } catch (CancellationError e) {
        cancelStage(e);
        throw e;
      }
    }
    return value();
  }

  private void completed(@Nullable T result, @Nullable Throwable error) {
    value = result;
    failure = error;
    waiter.resume();
  }

  private void cancelStage(CancellationError cause) {
    try {
      stage.toCompletableFuture().cancel(true);
    } catch (UnsupportedOperationException e) {
      // A stage may keep its future to itself, and then goes on.
      cause.addSuppressed(e);
    }
  }

  @SuppressWarnings("NullAway") // The value is null only where T is nullable.
  private T value() {
    Throwable error = failure;
    if (error == null) {
      return value;
    }
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    if (cause instanceof CancellationException) {
      CancellationError cancelled = new CancellationError("the future was cancelled");
      cancelled.addSuppressed(cause);
      throw new AsyncException.Join("future", cancelled);
    }
    throw new AsyncException.Join("future", cause);
  }
}

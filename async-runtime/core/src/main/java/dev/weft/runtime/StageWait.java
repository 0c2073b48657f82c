package dev.weft.runtime;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The wait for a stage of the JDK. */
final class StageWait<T extends @Nullable Object> {
  private static final Object COMPLETED = new Object();

  private final CompletionStage<? extends T> stage;

  /** Null, then the waiter if the stage has to be waited for, then {@link #COMPLETED}. */
  private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

  // Written before the state becomes COMPLETED.
  private @Nullable T value;
  private @Nullable Throwable failure;

  StageWait(CompletionStage<? extends T> stage) {
    this.stage = stage;
  }

  T await() {
    try {
      Task<?> task = Task.current();
      if (task != null) {
        task.checkCancelled();
      }
      stage.whenComplete(this::completed);
      // A waiter that is resumed has to be awaited, so that none is made for a complete stage.
      if (state.get() == null) {
        awaitCompletion();
      }
    } catch (CancellationError e) {
      cancelStage(e);
      throw e;
    }
    return value();
  }

  private void awaitCompletion() {
    Waiter waiter = Waiter.here("future");
    if (state.compareAndSet(null, waiter)) {
      waiter.awaitHandOver();
    }
  }

  private void completed(@Nullable T result, @Nullable Throwable error) {
    value = result;
    failure = error;
    if (state.getAndSet(COMPLETED) instanceof Waiter waiter) {
      waiter.resume();
    }
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
      throw new AsyncException.Join("the stage", cancelled);
    }
    throw new AsyncException.Join("the stage", cause);
  }
}

package dev.weft.runtime;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A task as a future of the JDK. */
final class TaskFuture<T extends @Nullable Object> extends CompletableFuture<T> {
  private final TaskHandle<T> task;

  private TaskFuture(TaskHandle<T> task) {
    this.task = task;
  }

  static <T extends @Nullable Object> TaskFuture<T> of(TaskHandle<T> task) {
    TaskFuture<T> future = new TaskFuture<>(task);
    task.onDone(future::ended);
    return future;
  }

  private void ended(TaskHandle<T> ended) {
    switch (ended.outcome().orElseThrow()) {
      case Outcome.Success<T>(T value) -> complete(value);
      case Outcome.Failure<T>(Throwable cause) -> completeExceptionally(cause);
      case Outcome.Cancelled<T>(CancellationError cause) -> super.cancel(false);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      task.abort("its future was cancelled");
    }
    return cancelled;
  }

  /** Stages that depend on this one do not speak for the task. */
  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}

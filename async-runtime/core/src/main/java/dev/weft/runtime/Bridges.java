package dev.weft.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Between this package and the asynchronous types of the JDK: futures, executors, publishers. For
 * blocking calls, files and processes see {@link AsyncIo}.
 */
public final class Bridges {
  private Bridges() {}

  /**
   * Suspends until a stage has completed, and returns its value. A stage that is complete is
   * answered at once. A thread that is no task is blocked.
   *
   * <p>A cancellation crosses: when the awaiting task is cancelled, so is the stage, where it
   * allows that. To keep it going, await {@code stage.toCompletableFuture().copy()} instead.
   *
   * @throws AsyncException.Join if the stage failed, with what it failed with as the cause, or if
   *     it was cancelled
   * @throws CancellationError if the awaiting task is cancelled
   */
  public static <T extends @Nullable Object> T await(CompletionStage<? extends T> stage) {
    return new StageWait<T>(stage).await();
  }

  /**
   * A task as a future. Stages that depend on it without an executor of their own run where {@link
   * TaskHandle#onDone} calls back, and must not block.
   *
   * <p>Cancelling the future asks the task to end; the future is complete at once, the task when it
   * has cleaned up. A task that was cancelled cancels the future. Completing the future by hand
   * does nothing to the task.
   */
  public static <T extends @Nullable Object> CompletableFuture<T> future(TaskHandle<T> task) {
    return TaskFuture.of(task);
  }

  /**
   * A runtime as an executor: each command runs as a background task of it, in the order of {@link
   * AsyncRuntime#spawn}. On an event loop that nobody runs, commands wait.
   *
   * <p>{@code shutdownNow} and {@code Future.cancel(true)} cancel the tasks at their next
   * suspension point. Shutting the executor down leaves the runtime open; commands are refused once
   * either is closed. {@code awaitTermination} suspends where it is called in a task.
   */
  public static ExecutorService executor(AsyncRuntime runtime) {
    return new RuntimeExecutor((AbstractRuntime) runtime);
  }

  /**
   * A publisher as a stream: each consumption subscribes anew. Demand follows the consumer, one
   * element at a time, so that a publisher is never ahead of it; where that is too slow, put {@link
   * AsyncStream#buffer} after it. A consumer that ends early, or is cancelled, cancels the
   * subscription. An error of the publisher comes out as it is.
   */
  public static <T> AsyncStream<T> stream(Flow.Publisher<? extends T> publisher) {
    return new PublisherStream<>(publisher);
  }

  /**
   * A stream as a publisher: for each subscriber a background task of the runtime runs the stream,
   * as far as elements were requested. Cancelling the subscription cancels the task. Signals come
   * from the task, one after another, and the subscriber may suspend in them. On an event loop that
   * nobody runs, nothing comes.
   */
  public static <T> Flow.Publisher<T> publisher(
      AsyncRuntime runtime, AsyncStream<? extends T> stream) {
    return new StreamPublisher<>(runtime, stream);
  }
}

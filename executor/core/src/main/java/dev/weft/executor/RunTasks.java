package dev.weft.executor;

import dev.weft.runtime.AsyncAction;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import dev.weft.runtime.Outcome;
import dev.weft.runtime.TaskHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts the tasks of a run and waits for them; for the run's coordinator. They are background
 * tasks of the runtime, since a scope would wait for one that cannot be stopped.
 */
final class RunTasks {
  private final AsyncRuntime runtime;
  private final String name;
  private final Duration grace;
  private final Consumer<String> onCancelled;

  /** Raised when something has changed that the coordinator waits for. */
  private final Signal changed = new Signal();

  /**
   * Tasks of a run.
   *
   * @param onCancelled told that the coordinator was cancelled, as by the close of the runtime; its
   *     work goes on, so that there is cleanup
   */
  RunTasks(AsyncRuntime runtime, String name, Duration grace, Consumer<String> onCancelled) {
    this.runtime = runtime;
    this.name = name;
    this.grace = grace;
    this.onCancelled = onCancelled;
  }

  /** Lets the coordinator look again at what it waits for; from any thread. */
  void raise() {
    changed.raise();
  }

  TaskHandle<?> spawn(String what, AsyncAction<?> action) {
    TaskHandle<@Nullable Void> task =
        runtime.<@Nullable Void>spawn(
            name + ": " + what,
            () -> {
              action.run();
              return null;
            });
    task.onDone(_ -> changed.raise());
    return task;
  }

  /** What a finished task threw. */
  static @Nullable Throwable failure(TaskHandle<?> task) {
    return switch (task.outcome().orElseThrow()) {
      case Outcome.Success<?> _ -> null;
      case Outcome.Failure<?>(Throwable cause) -> cause;
      case Outcome.Cancelled<?>(CancellationError cause) -> cause;
    };
  }

  /** Waits for tasks that were told to end; the errors of those that do not. */
  List<NodeError> awaitEndOf(List<String> ids, List<TaskHandle<?>> tasks) {
    awaitFor(grace, () -> tasks.stream().allMatch(TaskHandle::isFinished));
    List<NodeError> errors = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      TaskHandle<?> task = tasks.get(i);
      if (!task.isFinished()) {
        errors.add(NodeError.of(NodeError.Phase.STOP, ids.get(i), givenUp()));
      } else {
        // Looked at, so that the runtime does not report it: the worker has told of its failure.
        failure(task);
      }
    }
    return errors;
  }

  private PipelineException givenUp() {
    return new PipelineException(
        "it ignored its cancellation for %s, was given up, and may still be running; let the CancellationError pass, and call Async.checkCancelled() in long loops"
            .formatted(Values.text(grace)),
        null);
  }

  void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      try {
        changed.await();
      } catch (CancellationError e) {
        onCancelled.accept(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Waits for a condition for a time; whether it came true. */
  boolean awaitFor(Duration limit, BooleanSupplier condition) {
    AtomicBoolean expired = new AtomicBoolean();
    AsyncRuntime.Cancellable timer =
        runtime.callLater(
            limit,
            () -> {
              expired.set(true);
              changed.raise();
            });
    await(() -> condition.getAsBoolean() || expired.get());
    timer.cancel();
    return condition.getAsBoolean();
  }
}

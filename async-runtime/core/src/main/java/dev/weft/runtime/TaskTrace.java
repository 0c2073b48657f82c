package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What is noted of a task while tracing is on or a flight recording runs; other tasks have none.
 */
final class TaskTrace {
  private final Task<?> task;

  /** The recording's event for the task's life, or null where none runs. */
  private final FlightEvents.@Nullable TaskRun run;

  /** When the present suspension began, on the runtime's clock. */
  volatile long waitingSince;

  private TaskTrace(Task<?> task, FlightEvents.@Nullable TaskRun run) {
    this.task = task;
    this.run = run;
  }

  /** The trace of a task that is about to start; null unless one is wanted. */
  static @Nullable TaskTrace of(Task<?> task) {
    boolean recorded = FlightRecorder.recordsTasks();
    if (!recorded && !task.runtime.settings.tracing) {
      return null;
    }
    return new TaskTrace(task, recorded ? FlightEvents.started(task) : null);
  }

  /** The task suspends; what it returns goes to {@link #resumed}. */
  @Nullable Object suspending() {
    waitingSince = task.runtime.nanos();
    return FlightRecorder.recordsTasks() ? FlightEvents.suspending() : null;
  }

  void resumed(@Nullable Object suspension, Waiter waiter) {
    if (suspension instanceof FlightEvents.Suspension event) {
      FlightEvents.resumed(event, task, waiter);
    }
  }

  void ended() {
    if (run != null) {
      FlightEvents.ended(run, task);
    }
  }
}

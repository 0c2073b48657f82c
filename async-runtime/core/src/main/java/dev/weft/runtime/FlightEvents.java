package dev.weft.runtime;

import java.util.stream.Collectors;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/**
 * The events of the JDK's flight recorder; reached through {@link FlightRecorder} only.
 *
 * <p>A thread on which virtual threads were mounted loses its first event after each of them (seen
 * in JDK 25), so that events come from the tasks' own threads wherever possible, and not from the
 * loop's.
 */
@SuppressWarnings("UnusedVariable") // The recorder reads the fields of events.
final class FlightEvents {
  static {
    // An event whose class is loaded while it is measured gets lost.
    new Suspension().isEnabled();
    new TimedOut().isEnabled();
    new Slow().isEnabled();
  }

  private FlightEvents() {}

  @Name("dev.weft.TaskStart")
  @Label("Task Start")
  @Category("Weft")
  @Description("A task was started; the stack is that of whoever started it")
  private static final class TaskStart extends Event {
    @Label("Task")
    @Nullable String task;
  }

  @Name("dev.weft.Task")
  @Label("Task")
  @Category("Weft")
  @Description("The life of a task, from its start to its end")
  @StackTrace(false)
  static final class TaskRun extends Event {
    @Label("Task")
    @Nullable String task;

    @Label("Outcome")
    @Description("success, failure or cancelled")
    @Nullable String outcome;

    @Label("Cause")
    @Description("The exception, if it failed or was cancelled")
    @Nullable String cause;
  }

  @Name("dev.weft.Suspension")
  @Label("Task Suspension")
  @Category("Weft")
  @Description("A task was suspended; the stack is that of the task")
  @Threshold("10 ms")
  static final class Suspension extends Event {
    @Label("Task")
    @Nullable String task;

    @Label("Waiting For")
    @Nullable String waitingFor;
  }

  @Name("dev.weft.Timeout")
  @Label("Timeout")
  @Category("Weft")
  @Description("The time given to a body ran out; the stack is that of who gave it")
  private static final class TimedOut extends Event {
    @Label("Task")
    @Nullable String task;

    @Label("Limit")
    @Timespan(Timespan.NANOSECONDS)
    long limit;
  }

  @Name("dev.weft.SlowStep")
  @Label("Slow Step")
  @Category("Weft")
  @Description("A task or callback kept an event loop busy beyond the limit that was set")
  @StackTrace(false)
  private static final class Slow extends Event {
    @Label("Task")
    @Nullable String task;

    @Label("Step Duration")
    @Timespan(Timespan.NANOSECONDS)
    long stepDuration;

    @Label("Stack")
    @Description("What it was doing, innermost call first")
    @Nullable String stack;
  }

  static boolean recordsTasks() {
    return new TaskRun().isEnabled();
  }

  static TaskRun started(Task<?> task) {
    TaskStart start = new TaskStart();
    if (start.shouldCommit()) {
      start.task = task.name();
      start.commit();
    }
    TaskRun run = new TaskRun();
    run.begin();
    return run;
  }

  static void ended(TaskRun run, Task<?> task) {
    run.end();
    Outcome<?> outcome = task.outcomeOrNull();
    if (outcome == null || !run.shouldCommit()) {
      return;
    }
    run.task = task.name();
    switch (outcome) {
      case Outcome.Success<?> success -> run.outcome = "success";
      case Outcome.Failure<?>(Throwable cause) -> {
        run.outcome = "failure";
        run.cause = cause.toString();
      }
      case Outcome.Cancelled<?>(CancellationError cause) -> {
        run.outcome = "cancelled";
        run.cause = cause.toString();
      }
    }
    run.commit();
  }

  static Suspension suspending() {
    Suspension suspension = new Suspension();
    suspension.begin();
    return suspension;
  }

  static void resumed(Suspension suspension, Task<?> task, Waiter waiter) {
    suspension.end();
    if (suspension.shouldCommit()) {
      suspension.task = task.name();
      suspension.waitingFor = waiter.on();
      suspension.commit();
    }
  }

  static void timedOut(Task<?> task, long limitNanos) {
    TimedOut event = new TimedOut();
    if (event.shouldCommit()) {
      event.task = task.name();
      event.limit = limitNanos;
      event.commit();
    }
  }

  static void slowStep(SlowStep step) {
    Slow event = new Slow();
    if (event.shouldCommit()) {
      event.task = step.task();
      event.stepDuration = step.duration().toNanos();
      event.stack =
          step.stack().stream().map(StackTraceElement::toString).collect(Collectors.joining("\n"));
      event.commit();
    }
  }
}

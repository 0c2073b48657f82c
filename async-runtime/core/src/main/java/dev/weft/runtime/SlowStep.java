package dev.weft.runtime;

import java.time.Duration;
import java.util.List;

/**
 * A task, or a callback, that kept an event loop busy for too long, so that no other could run; see
 * {@link AsyncRuntime.Builder#slowStep}.
 *
 * @param task the name of the task, or the text of the callback
 * @param duration for how long it has run, in real time
 * @param finished whether it has given the loop up since
 * @param stack what it was doing, taken while it ran, innermost call first; may be empty if it
 *     ended too soon after the limit
 */
public record SlowStep(
    String task, Duration duration, boolean finished, List<StackTraceElement> stack) {

  /** What happened and where, and what to do, in a few lines. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder()
            .append(task)
            .append(finished ? " kept" : " has kept")
            .append(" the event loop busy for ")
            .append(Durations.text(duration))
            .append("; move blocking or long work to Async.spawnBlocking, or call Async.yieldNow");
    stack.forEach(frame -> text.append("\n    at ").append(frame));
    return text.toString();
  }
}

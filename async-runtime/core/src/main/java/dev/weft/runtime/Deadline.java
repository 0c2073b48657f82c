package dev.weft.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of a body that runs in the current task; see {@link Async#timeout(Duration,
 * Body)}.
 *
 * <p>An expiry is one cancellation request, taken back on the way out; the error becomes a timeout
 * only if no other request came meanwhile. This is the protocol of {@code asyncio.timeout}.
 *
 * <p>Thread-safe; tasks other than the one that is limited may reschedule it.
 */
public final class Deadline {

  /**
   * What runs within a deadline.
   *
   * @param <T> what it returns
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Body<T extends @Nullable Object, X extends Throwable> {
    /** Runs within the deadline. */
    T run(Deadline deadline) throws X;
  }

  private final Task<?> task;
  private final int requestsBefore;

  // Guarded by this.
  private Duration limit;
  private AsyncRuntime.@Nullable Cancellable timer;
  private boolean expired;
  private boolean left;

  private Deadline(Task<?> task, Duration limit) {
    this.task = task;
    this.limit = limit;
    this.requestsBefore = task.cancelRequests();
  }

  static <T extends @Nullable Object, X extends Throwable> T run(
      Task<?> task, Duration limit, Body<? extends T, X> body) throws X {
    Deadline deadline = new Deadline(task, limit);
    deadline.reschedule(limit);
    T result;
    try {
      result = body.run(deadline);
    } catch (Throwable failure) {
      boolean cancelled = failure instanceof CancellationError || task.isBrokenOffBy(failure);
      if (deadline.leave() && task.uncancel() <= deadline.requestsBefore && cancelled) {
        FlightRecorder.timedOut(task, deadline.limit());
        throw new AsyncException.Timeout(deadline.limit(), failure);
      }
      throw failure;
    }
    if (deadline.leave()) {
      task.uncancel();
    }
    return result;
  }

  /**
   * Sets the limit anew, counted from now. Zero or less expires at the body's next suspension
   * point.
   *
   * @throws AsyncException.Runtime if the limit has run out already, or the body has ended
   */
  public synchronized void reschedule(Duration fromNow) {
    if (left || expired) {
      throw new AsyncException.Runtime(
          "the deadline cannot be set to %s: %s"
              .formatted(
                  Durations.text(fromNow),
                  left ? "its body has ended" : "it has run out after " + Durations.text(limit)));
    }
    if (timer != null) {
      timer.cancel();
    }
    limit = fromNow;
    timer = task.runtime.startDeadline(fromNow, this::expire);
  }

  /** Whether the time ran out. */
  public synchronized boolean isExpired() {
    return expired;
  }

  private synchronized Duration limit() {
    return limit;
  }

  private synchronized void expire() {
    if (!left && !expired) {
      expired = true;
      task.abort("the time limit of " + Durations.text(limit) + " ran out");
    }
  }

  /** Ends the watch; whether it had expired. */
  private synchronized boolean leave() {
    if (timer != null) {
      timer.cancel();
    }
    left = true;
    return expired;
  }
}

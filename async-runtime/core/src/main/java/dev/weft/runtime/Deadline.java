package dev.weft.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of a body that runs in the current task. An expiry is one cancellation request,
 * taken back on the way out; the error becomes a timeout only if no other request came meanwhile.
 * This is the protocol of {@code asyncio.timeout}.
 */
final class Deadline implements Runnable {
  private final Task<?> task;
  private final Duration limit;
  private final int requestsBefore;
  private boolean expired;
  private boolean left;

  private Deadline(Task<?> task, Duration limit) {
    this.task = task;
    this.limit = limit;
    this.requestsBefore = task.cancelRequests();
  }

  static <T extends @Nullable Object, X extends Throwable> T run(
      Task<?> task, Duration limit, AsyncCall<? extends T, X> body) throws X {
    Deadline deadline = new Deadline(task, limit);
    AsyncRuntime.Cancellable timer = task.runtime.startDeadline(limit, deadline);
    boolean taken = false;
    try {
      return body.run();
    } catch (CancellationError e) {
      taken = true;
      if (deadline.leave(timer) && task.uncancel() <= deadline.requestsBefore) {
        throw new AsyncException.Timeout(limit, e);
      }
      throw e;
    } finally {
      if (!taken && deadline.leave(timer)) {
        task.uncancel();
      }
    }
  }

  /** The time is up. */
  @Override
  public synchronized void run() {
    if (!left) {
      expired = true;
      task.abort("the time limit of " + Durations.text(limit) + " ran out");
    }
  }

  /** Ends the watch; whether it had expired. */
  private synchronized boolean leave(AsyncRuntime.Cancellable timer) {
    timer.cancel();
    left = true;
    return expired;
  }
}

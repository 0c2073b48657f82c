package dev.weft.python;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.timeout(delay)}. */
public final class Timeout implements ContextManager<Timeout> {
  private @Nullable Double deadline;
  private @Nullable Task<?> task;
  private long requestsBefore;
  private boolean expiring;
  private boolean expired;
  private boolean ended;
  private AsyncRuntime.@Nullable Cancellable timer;

  /** After a delay, or at a time of the loop; null for never. */
  public Timeout(@Nullable Number when, boolean absolute) {
    deadline =
        when == null ? null : absolute ? when.doubleValue() : when.doubleValue() + Asyncio.time();
  }

  @Override
  public Timeout enter() {
    task = Task.current();
    requestsBefore = task.cancelling();
    schedule();
    return this;
  }

  private void schedule() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    Double at = deadline;
    if (at != null) {
      double delay = at - Asyncio.time();
      timer = delay <= 0 ? soon() : timer(delay);
    }
  }

  private AsyncRuntime.Cancellable timer(double delay) {
    return Loop.running().later(Time.duration(delay), this::expire);
  }

  private AsyncRuntime.Cancellable soon() {
    return Loop.running()
            .callSoon(() -> {
              expire();
              return null;
            })
        ::cancel;
  }

  private void expire() {
    if (task != null) {
      expiring = true;
      task.cancel(null);
    }
  }

  /** {@code reschedule(when)}. */
  public void reschedule(@Nullable Number when) {
    deadline = when == null ? null : when.doubleValue();
    schedule();
  }

  /** {@code expired()}. */
  public boolean isExpired() {
    return expired || expiring;
  }

  /** {@code when()}. */
  public @Nullable Double when() {
    return deadline;
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    ended = true;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (expiring && task != null) {
      expired = true;
      if (task.uncancel() <= requestsBefore && raised instanceof CancellationError) {
        throw Exceptions.from(new Errors.TimeoutError(), raised);
      }
    }
    return false;
  }

  @Override
  public String toString() {
    if (task == null) {
      return "<Timeout [created]>";
    }
    if (ended) {
      return "<Timeout [" + (expired ? "expired" : "finished") + "]>";
    }
    String at = deadline == null ? "None" : Py.repr(Math.rint(deadline * 1000) / 1000);
    return expiring ? "<Timeout [expiring]>" : "<Timeout [active] when=" + at + ">";
  }
}

package dev.weft.runtime.reactor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.Outcome;
import dev.weft.runtime.TaskHandle;
import dev.weft.runtime.TaskLocal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/** Something scheduled: waiting for its time, waiting for its turn, running as a task, or over. */
final class Command implements Disposable {
  private final RuntimeScheduler scheduler;
  private final @Nullable RuntimeWorker worker;
  private final Runnable body;
  private final @Nullable Duration period;
  private final Map<TaskLocal<?>, Object> locals;

  /** When it is due next, on the runtime's clock. */
  private Duration due;

  // Guarded by this.
  private AsyncRuntime.@Nullable Cancellable timer;
  private @Nullable TaskHandle<?> task;
  private boolean over;
  private boolean last;

  Command(
      RuntimeScheduler scheduler,
      @Nullable RuntimeWorker worker,
      Runnable body,
      Duration delay,
      @Nullable Duration period) {
    this.scheduler = scheduler;
    this.worker = worker;
    this.body = Schedulers.onSchedule(body);
    this.period = period;
    this.locals = Async.currentTask().isPresent() ? TaskLocal.values() : Map.of();
    this.due = scheduler.runtime.now().plus(delay.isNegative() ? Duration.ZERO : delay);
    this.last = period == null;
  }

  /** Waits for the time, if it has not come. */
  void begin() {
    Duration left = due.minus(scheduler.runtime.now());
    if (!left.isPositive()) {
      due();
      return;
    }
    synchronized (this) {
      if (!over) {
        timer = scheduler.runtime.callLater(left, this::due);
      }
    }
  }

  private void due() {
    synchronized (this) {
      timer = null;
      if (over) {
        return;
      }
    }
    if (worker == null) {
      launch();
    } else {
      worker.enqueue(this);
    }
  }

  /**
   * Runs as a task.
   *
   * @throws AsyncException.Spawn if the runtime is closed
   */
  void launch() {
    TaskHandle<?> started;
    try {
      started = scheduler.runtime.spawn("scheduled", () -> run());
    } catch (AsyncException.Spawn e) {
      end();
      turnOver();
      throw e;
    }
    boolean late;
    synchronized (this) {
      task = started;
      late = over;
    }
    if (late) {
      started.abort("the command was disposed");
    }
    started.onDone(this::ended);
  }

  private void run() {
    Contexts.replaceLocals(locals);
    body.run();
  }

  private void ended(TaskHandle<?> done) {
    boolean again;
    synchronized (this) {
      task = null;
      again = !over && !last && done.outcome().orElse(null) instanceof Outcome.Success<?>;
    }
    if (done.outcome().orElse(null) instanceof Outcome.Failure<?>(Throwable cause)) {
      // What a callback throws goes to the runtime's failure handler.
      scheduler.runtime.callSoon(() -> {
        throw Sneaky.rethrow(cause);
      });
    }
    if (again && period != null) {
      due = due.plus(period);
      turnOver();
      begin();
    } else {
      end();
      turnOver();
    }
  }

  private void turnOver() {
    if (worker != null) {
      worker.next();
    }
  }

  /** Takes it out of the books. */
  private void end() {
    synchronized (this) {
      over = true;
    }
    scheduler.remove(this);
    if (worker != null) {
      worker.remove(this);
    }
  }

  /** Ends it unless it is running or its turn has come; then that run is the last. */
  void stopWaiting() {
    AsyncRuntime.Cancellable waiting;
    synchronized (this) {
      last = true;
      waiting = timer;
      timer = null;
    }
    if (waiting != null) {
      waiting.cancel();
      end();
    }
  }

  @Override
  public void dispose() {
    AsyncRuntime.Cancellable waiting;
    TaskHandle<?> running;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      waiting = timer;
      running = task;
    }
    if (waiting != null) {
      waiting.cancel();
    }
    if (running != null) {
      running.abort("the command was disposed");
      return;
    }
    end();
  }

  @Override
  public synchronized boolean isDisposed() {
    return over;
  }
}

package dev.weft.runtime;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tasks in parallel, one virtual thread each, on the JDK's scheduler. */
final class VirtualThreadRuntime extends AbstractRuntime {
  private final ScheduledThreadPoolExecutor timers;
  private final @Nullable ParallelTimers virtualTimers;

  VirtualThreadRuntime(RuntimeBuilder settings) {
    super(settings);
    timers =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("weft-timer").factory());
    timers.setRemoveOnCancelPolicy(true);
    timers.setKeepAliveTime(10, TimeUnit.SECONDS);
    timers.allowCoreThreadTimeOut(true);
    virtualTimers = clock == null ? null : new ParallelTimers(this, clock);
  }

  @Override
  <T extends @Nullable Object> Task<T> newTask(
      Children siblings, @Nullable String name, AsyncCall<? extends T, ?> body) {
    return ThreadTask.virtual(this, siblings, name, body);
  }

  @Override
  void launch(Task<?> task) {
    if (clock != null) {
      clock.hold();
    }
    ((ThreadTask<?>) task).start(Thread.ofVirtual());
  }

  @Override
  Cancellable startDeadline(Duration limit, Runnable expiry) {
    if (!limit.isPositive()) {
      expiry.run();
      return () -> {};
    }
    return after(limit, expiry);
  }

  private Cancellable after(Duration delay, Runnable action) {
    if (clock != null && virtualTimers != null) {
      return virtualTimers.add(clock.after(delay), action);
    }
    Future<?> timer = timers.schedule(action, Durations.nanos(delay), TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }

  @Override
  <T extends @Nullable Object> void callDone(
      Consumer<? super TaskHandle<T>> callback, TaskHandle<T> task) {
    guarded(() -> callback.accept(task));
  }

  /** The bound is not needed: a sweeping root bounds itself. */
  @Override
  void runToEnd(Task<?> root, @Nullable Duration bound) {
    if (virtualTimers != null) {
      virtualTimers.driveUntilEnd(root);
    }
    launch(root);
    boolean interrupted = false;
    while (!root.isFinished()) {
      try {
        root.awaitEnd();
      } catch (CancellationError e) {
        interrupted |= Thread.interrupted();
        root.abort("the thread in blockOn was interrupted");
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void callSoon(Runnable callback) {
    call(TaskLocals.bind(callback));
  }

  private void call(Runnable callback) {
    SimulatedClock virtual = clock;
    if (virtual == null) {
      Thread.ofVirtual().start(() -> guarded(callback));
      return;
    }
    virtual.hold();
    Thread.ofVirtual()
        .start(() -> {
          guarded(callback);
          virtual.release();
        });
  }

  @Override
  public Cancellable callLater(Duration delay, Runnable callback) {
    Runnable bound = TaskLocals.bind(callback);
    return after(delay, () -> call(bound));
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(nanos());
  }

  @Override
  long nanos() {
    return clock == null ? System.nanoTime() : clock.nanos();
  }

  @Override
  OptionalLong steps() {
    return OptionalLong.empty();
  }

  @Override
  void atRest() {
    if (virtualTimers != null) {
      virtualTimers.settle();
    }
  }

  @Override
  public Backend backend() {
    return Backend.VIRTUAL_THREADS;
  }

  @Override
  public void start() {
    if (virtualTimers != null) {
      virtualTimers.drive();
    }
  }

  @Override
  void shutdown() {
    timers.shutdownNow();
  }
}

package dev.weft.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The timers of tasks that run in parallel in virtual time. Whichever thread is the last to come to
 * rest lets the next timer go off; one at a time, so that what each sets going comes to rest before
 * the next.
 */
final class ParallelTimers {
  private final AbstractRuntime runtime;
  private final SimulatedClock clock;

  /** Guarded by this. */
  private final Timers timers = new Timers();

  /**
   * How many want time to pass: the bodies of blockOn, and a runtime that was started. An event
   * loop does not run without, either.
   */
  private final AtomicInteger drivers = new AtomicInteger();

  ParallelTimers(AbstractRuntime runtime, SimulatedClock clock) {
    this.runtime = runtime;
    this.clock = clock;
  }

  AsyncRuntime.Cancellable add(long deadline, Runnable callback) {
    Timers.Timer timer;
    synchronized (this) {
      timer = timers.add(deadline, callback);
    }
    if (!clock.isHeld()) {
      settle();
    }
    return () -> {
      synchronized (this) {
        timers.remove(timer);
      }
    };
  }

  /** Lets time pass until a root task has ended. */
  void driveUntilEnd(Task<?> root) {
    drivers.incrementAndGet();
    root.onDone(ended -> drivers.decrementAndGet());
  }

  /** Lets time pass from now on. */
  void drive() {
    drivers.incrementAndGet();
    settle();
  }

  /** Lets timers go off for as long as none of them sets a thread to work. */
  void settle() {
    for (; ; ) {
      Runnable due;
      synchronized (this) {
        if (clock.isHeld() || drivers.get() == 0) {
          return;
        }
        Timers.Timer first = timers.first();
        if (first == null || first.deadline > clock.nanos()) {
          if (!clock.step(first == null ? SimulatedClock.NEVER : first.deadline)) {
            return;
          }
          if (first == null || first.deadline > clock.nanos()) {
            // It was somebody who waits for the time that was let go.
            continue;
          }
        }
        timers.remove(first);
        due = first.callback;
        clock.hold();
      }
      runtime.guarded(due);
      if (!clock.releaseQuietly()) {
        return;
      }
    }
  }
}

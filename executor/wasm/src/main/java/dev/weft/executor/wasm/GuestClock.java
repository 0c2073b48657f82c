package dev.weft.executor.wasm;

import dev.weft.runtime.AsyncRuntime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The time that a guest sees.
 *
 * @param wall the time of day
 * @param nanos a time that only goes forward
 * @param sleep lets time pass
 */
record GuestClock(InstantSource wall, LongSupplier nanos, Sleep sleep) {
  static final GuestClock SYSTEM =
      new GuestClock(InstantSource.system(), System::nanoTime, Thread::sleep);

  private static final long TICK = 1_000;

  /** Lets time pass. */
  @FunctionalInterface
  interface Sleep {
    void of(Duration duration) throws InterruptedException;
  }

  /**
   * A clock that tells nothing of the real time. It moves with each reading, so that a guest that
   * waits for it to move does not wait for ever, and a sleep only moves it.
   */
  static GuestClock ticking() {
    AtomicLong now = new AtomicLong();
    LongSupplier tick = () -> now.addAndGet(TICK);
    return new GuestClock(
        () -> Instant.EPOCH.plusNanos(tick.getAsLong()),
        tick,
        duration -> now.addAndGet(duration.toNanos()));
  }

  /** The clock of a runtime. */
  static GuestClock of(AsyncRuntime runtime, Instant start) {
    Duration origin = runtime.now();
    return new GuestClock(
        () -> start.plus(runtime.now().minus(origin)),
        () -> runtime.now().minus(origin).toNanos(),
        duration -> {
          CountDownLatch over = new CountDownLatch(1);
          AsyncRuntime.Cancellable alarm = runtime.callLater(duration, over::countDown);
          try {
            over.await();
          } finally {
            alarm.cancel();
          }
        });
  }
}

package dev.weft.executor.wasm;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The time that a guest sees.
 *
 * @param wall the time of day
 * @param nanos a time that only goes forward
 */
record GuestClock(InstantSource wall, LongSupplier nanos) {
  static final GuestClock SYSTEM = new GuestClock(InstantSource.system(), System::nanoTime);

  private static final long TICK = 1_000;

  /**
   * A clock that tells nothing of the real time. It moves with each reading, so that a guest that
   * waits for it to move does not wait for ever.
   */
  static GuestClock ticking() {
    AtomicLong now = new AtomicLong();
    LongSupplier tick = () -> now.addAndGet(TICK);
    return new GuestClock(() -> Instant.EPOCH.plusNanos(tick.getAsLong()), tick);
  }
}

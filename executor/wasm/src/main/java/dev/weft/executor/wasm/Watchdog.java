package dev.weft.executor.wasm;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Stops guests whose time is up. One thread looks at all of them from time to time, so that a call
 * costs no timer; it rests while no guest runs.
 */
final class Watchdog implements Runnable {
  /** How late a guest is stopped at worst. */
  private static final long PERIOD_NANOS = 5_000_000;

  private static final Watchdog ONLY = new Watchdog();
  private static final Thread THREAD =
      Thread.ofPlatform().daemon().name("weft-guest-watchdog").start(ONLY);

  private final Set<ConfinedGuest> running = ConcurrentHashMap.newKeySet();
  private volatile boolean resting;

  private Watchdog() {}

  /** Looks after a guest until {@link #leave}. */
  static void watch(ConfinedGuest guest) {
    ONLY.running.add(guest);
    if (ONLY.resting) {
      ONLY.resting = false;
      LockSupport.unpark(THREAD);
    }
  }

  static void leave(ConfinedGuest guest) {
    ONLY.running.remove(guest);
  }

  @Override
  @SuppressWarnings("InfiniteLoopStatement")
  public void run() {
    while (true) {
      if (running.isEmpty()) {
        resting = true;
        // A guest that came before it could see that is seen here.
        if (running.isEmpty()) {
          LockSupport.park(this);
        }
        resting = false;
      }
      long now = System.nanoTime();
      running.forEach(guest -> guest.checkTime(now));
      LockSupport.parkNanos(this, PERIOD_NANOS);
    }
  }
}

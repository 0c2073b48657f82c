package dev.weft.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * Time that costs nothing, for tests and simulations: given to {@link AsyncRuntime.Builder#clock},
 * it is what the runtime's sleeps, timeouts and delayed callbacks go by. It stands still while
 * anything of the runtime can run, work of {@link Async#spawnBlocking} included, and moves from one
 * deadline straight to the next.
 *
 * <p>An {@linkplain #automatic() automatic} clock moves by itself whenever nothing is left to run
 * while somebody is in {@link AsyncRuntime#blockOn} or the runtime was {@linkplain
 * AsyncRuntime#start() started}; a {@linkplain #manual() manual} one only for {@link #advanceBy}
 * and {@link #advanceUntilIdle}, and by itself once its runtime closes.
 *
 * {@snippet :
 * VirtualClock clock = VirtualClock.automatic();
 * try (AsyncRuntime runtime = AsyncRuntime.builder().clock(clock).build()) {
 *   runtime.blockOn(() -> Async.sleep(Duration.ofDays(1)));
 *   clock.now(); // 1 day, at once
 * }
 * }
 *
 * <p>On the event loop the order of a run is the same each time, as long as no other thread takes
 * part. On virtual threads timers go off one by one, each once all that the one before set going
 * has come to rest; between two suspension points tasks still run in parallel.
 *
 * <p>A clock serves one runtime. All methods are thread-safe.
 *
 * <p>Pitfall: the clock cannot see what other threads are about to do. A task that waits for a
 * future of another library counts as at rest, and its timeout comes at once. During the blocking
 * calls of {@link AsyncIo} time stands still.
 */
public sealed interface VirtualClock permits SimulatedClock {

  /** A clock at zero that moves by itself. */
  static VirtualClock automatic() {
    return automatic(Duration.ZERO);
  }

  /** A clock that starts at a time and moves by itself. */
  static VirtualClock automatic(Duration start) {
    return new SimulatedClock(start, true);
  }

  /** A clock at zero that is moved by hand. */
  static VirtualClock manual() {
    return manual(Duration.ZERO);
  }

  /** A clock that starts at a time and is moved by hand. */
  static VirtualClock manual(Duration start) {
    return new SimulatedClock(start, false);
  }

  /** The time, as {@link AsyncRuntime#now()} of the runtime gives it. */
  Duration now();

  /**
   * When the next sleep, timeout or delayed callback is due, as of the last time that everything
   * was at rest, such as the end of {@link #advanceBy}; empty where none was set. For those who
   * move this clock together with another.
   */
  Optional<Duration> nextTimer();

  /**
   * Moves the time on, and returns when all that is due until then, at that very time included, has
   * run as far as it can. Zero runs what is ready. May be called from a task of the runtime, which
   * suspends meanwhile, or from outside, which is a {@link AsyncRuntime#blockOn}.
   *
   * @throws IllegalArgumentException if the duration is negative
   * @throws CancellationError if the calling task is cancelled meanwhile; time stays where it got
   *     to
   * @throws AsyncException.Runtime if no runtime has been built with this clock
   */
  void advanceBy(Duration duration);

  /**
   * Moves the time on until no timer is left and nothing can run, and returns by how much. Called
   * as {@link #advanceBy}.
   *
   * <p>Pitfall: it never returns while a task sets one timer after the other for ever.
   */
  Duration advanceUntilIdle();
}

package dev.weft.python;

import java.time.Duration;

/** The module {@code time}. */
public final class Time {
  private Time() {}

  /** {@code time.time()}. */
  public static double time() {
    Hosting.Surroundings around = Loop.around();
    if (around != null) {
      java.time.Instant now = around.host.time();
      return now.getEpochSecond() + now.getNano() / 1e9;
    }
    if (Program.isVirtualTime()) {
      return 1_700_000_000.0 + seconds(Asyncio.virtualTime()) - 1000.0;
    }
    java.time.Instant now = java.time.Instant.now();
    return now.getEpochSecond() + now.getNano() / 1e9;
  }

  /** {@code time.monotonic()} and {@code perf_counter()}. */
  public static double monotonic() {
    Loop loop = Loop.runningOrNull();
    if (loop != null && loop.isHosted()) {
      return seconds(loop.now());
    }
    return Program.isVirtualTime() ? seconds(Asyncio.virtualTime()) : System.nanoTime() / 1e9;
  }

  /** {@code time.sleep(seconds)}: blocks, the loop too. */
  public static void sleep(double seconds) {
    if (seconds < 0) {
      throw new Errors.ValueError("sleep length must be non-negative");
    }
    if (Program.isVirtualTime()) {
      Workers.sleep(duration(seconds));
      return;
    }
    long end = System.nanoTime() + duration(seconds).toNanos();
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      try {
        Thread.sleep(Duration.ofNanos(left));
      } catch (InterruptedException e) {
        if (!SignalModule.runPending()) {
          Thread.currentThread().interrupt();
          throw new Errors.KeyboardInterrupt();
        }
      }
    }
  }

  static Duration duration(double seconds) {
    return Duration.ofNanos((long) Math.min(9e18, Math.ceil(seconds * 1e9 - 1e-3)));
  }

  static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  /** {@code time.time_ns()} and the like. */
  public static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }

  /** {@code time.process_time()}. */
  public static double processTime() {
    return java.lang.ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(Time::seconds)
        .orElseGet(Time::monotonic);
  }

  /** {@code calendar.isleap(year)}. */
  public static boolean isLeap(long year) {
    return java.time.Year.isLeap(year);
  }

  /** {@code calendar.leapdays(from, to)}. */
  public static long leapDays(long from, long to) {
    return leapYearsBefore(to) - leapYearsBefore(from);
  }

  private static long leapYearsBefore(long year) {
    long y = year - 1;
    return Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400);
  }

  /** {@code calendar.monthrange(year, month)}. */
  public static Tuple2<Long, Long> monthRange(long year, long month) {
    if (month < 1 || month > 12) {
      throw new Errors.ValueError("bad month number " + month + "; must be 1-12");
    }
    java.time.LocalDate first = Date.local(year, month, 1);
    return new Tuple2<>((long) first.getDayOfWeek().getValue() - 1, (long) first.lengthOfMonth());
  }
}

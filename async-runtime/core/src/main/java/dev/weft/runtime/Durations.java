package dev.weft.runtime;

import java.time.Duration;

/** Durations as numbers of nanoseconds and as text. */
final class Durations {
  private Durations() {}

  /** The duration in nanoseconds, held within the range of a long. */
  static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** The duration as people write it: {@code 5s}, {@code 1m30s}, {@code 20ms}. */
  static String text(Duration duration) {
    int nanos = duration.getNano();
    if (duration.getSeconds() == 0 && nanos > 0 && nanos % 1_000_000 == 0) {
      return nanos / 1_000_000 + "ms";
    }
    return duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
  }
}

package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** {@code datetime.timedelta}: a number of microseconds. */
public record TimeDelta(long micros) implements Repr, Comparable<TimeDelta>, Truthy {
  private static final long DAY = 86_400_000_000L;
  private static final long MOST_DAYS = 999_999_999;

  /** {@code timedelta(days, seconds, ...)}. */
  public static TimeDelta of(
      Number days,
      Number seconds,
      Number microseconds,
      Number milliseconds,
      Number minutes,
      Number hours,
      Number weeks) {
    BigDecimal total =
        part(days, DAY)
            .add(part(seconds, 1_000_000))
            .add(part(microseconds, 1))
            .add(part(milliseconds, 1000))
            .add(part(minutes, 60_000_000))
            .add(part(hours, 3_600_000_000L))
            .add(part(weeks, 7 * DAY));
    return ofMicros(total.setScale(0, RoundingMode.HALF_EVEN));
  }

  /** A duration of so many microseconds, if CPython's days can hold it. */
  private static TimeDelta ofMicros(BigDecimal micros) {
    BigInteger exact = micros.toBigInteger();
    if (exact.bitLength() < Long.SIZE) {
      return new TimeDelta(exact.longValue());
    }
    BigInteger[] parts = exact.divideAndRemainder(BigInteger.valueOf(DAY));
    BigInteger days = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    if (days.bitLength() > 31) {
      throw new Errors.OverflowError("Python int too large to convert to C int");
    }
    if (Math.abs(days.longValueExact()) > MOST_DAYS) {
      throw new Errors.OverflowError("days=" + days + "; must have magnitude <= " + MOST_DAYS);
    }
    return new TimeDelta(exact.longValueExact());
  }

  private static BigDecimal part(Number amount, long unit) {
    BigDecimal exact =
        amount instanceof Double d ? new BigDecimal(d) : new BigDecimal(amount.toString());
    return exact.multiply(BigDecimal.valueOf(unit));
  }

  /** {@code days}. */
  @Property
  public long days() {
    return Math.floorDiv(micros, DAY);
  }

  /** {@code seconds}. */
  @Property
  public long seconds() {
    return Math.floorMod(micros, DAY) / 1_000_000;
  }

  /** {@code microseconds}. */
  @Property
  public long microseconds() {
    return Math.floorMod(micros, 1_000_000L);
  }

  /** {@code total_seconds()}. */
  public double totalSeconds() {
    return micros / 1e6;
  }

  /** {@code a + b}. */
  public TimeDelta add(TimeDelta other) {
    return new TimeDelta(Math.addExact(micros, other.micros));
  }

  /** {@code a - b}. */
  public TimeDelta sub(TimeDelta other) {
    return new TimeDelta(Math.subtractExact(micros, other.micros));
  }

  /** {@code a * n}. */
  public TimeDelta mul(Number n) {
    return new TimeDelta(
        part(n, 1)
            .multiply(BigDecimal.valueOf(micros))
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact());
  }

  /** {@code a / b}. */
  public double truediv(TimeDelta other) {
    if (other.micros == 0) {
      throw new Errors.ZeroDivisionError("division by zero");
    }
    return (double) micros / other.micros;
  }

  /** {@code a / n}. */
  public TimeDelta truediv(Number n) {
    if (n.doubleValue() == 0) {
      throw new Errors.ZeroDivisionError(
          n instanceof Double ? "division by zero" : "integer division or modulo by zero");
    }
    return new TimeDelta(
        BigDecimal.valueOf(micros).divide(part(n, 1), 0, RoundingMode.HALF_EVEN).longValueExact());
  }

  /** {@code a // b}. */
  public long floordiv(TimeDelta other) {
    return Math.floorDiv(micros, other.divisor());
  }

  /** {@code a // n}. */
  public TimeDelta floordiv(Number n) {
    return new TimeDelta(Math.floorDiv(micros, new TimeDelta(n.longValue()).divisor()));
  }

  /** {@code divmod(a, b)}. */
  public Tuple2<Long, TimeDelta> divmod(TimeDelta other) {
    return new Tuple2<>(floordiv(other), mod(other));
  }

  private long divisor() {
    if (micros == 0) {
      throw new Errors.ZeroDivisionError("integer division or modulo by zero");
    }
    return micros;
  }

  /** {@code a % b}. */
  public TimeDelta mod(TimeDelta other) {
    return new TimeDelta(Math.floorMod(micros, other.divisor()));
  }

  /** {@code -a}. */
  public TimeDelta neg() {
    return new TimeDelta(-micros);
  }

  /** {@code sum(values, start)}. */
  public static TimeDelta sum(Iterable<TimeDelta> values, TimeDelta start) {
    TimeDelta all = start;
    for (TimeDelta value : values) {
      all = all.add(value);
    }
    return all;
  }

  /** {@code abs(a)}. */
  public TimeDelta abs() {
    return new TimeDelta(Math.abs(micros));
  }

  @Override
  public boolean truthy() {
    return micros != 0;
  }

  @Override
  public int compareTo(TimeDelta other) {
    return Long.compare(micros, other.micros);
  }

  @Override
  public String repr() {
    StringBuilder parts = new StringBuilder();
    append(parts, "days", days());
    append(parts, "seconds", seconds());
    append(parts, "microseconds", microseconds());
    return "datetime.timedelta(" + (parts.isEmpty() ? "0" : parts) + ")";
  }

  private static void append(StringBuilder parts, String name, long value) {
    if (value != 0) {
      parts.append(parts.isEmpty() ? "" : ", ").append(name).append('=').append(value);
    }
  }

  @Override
  public String toString() {
    long s = seconds();
    String clock = "%d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
    String fraction = microseconds() == 0 ? "" : ".%06d".formatted(microseconds());
    String day = days() == 0 ? "" : days() + (Math.abs(days()) == 1 ? " day, " : " days, ");
    return day + clock + fraction;
  }

  static @Nullable TimeDelta ofSeconds(@Nullable Integer seconds) {
    return seconds == null ? null : new TimeDelta(seconds * 1_000_000L);
  }
}

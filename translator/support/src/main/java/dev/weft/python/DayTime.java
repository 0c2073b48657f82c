package dev.weft.python;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** {@code datetime.time}. */
@SuppressWarnings("JavaLocalTimeGetNano") // Microseconds are what is asked for.
public record DayTime(LocalTime value, @Nullable TimeZone zone)
    implements Repr, Comparable<DayTime>, DateFormat {
  /** {@code time(hour, minute, second, microsecond)}. */
  public static DayTime of(
      long hour, long minute, long second, long microsecond, @Nullable TimeZone zone) {
    return new DayTime(local(hour, minute, second, microsecond), zone);
  }

  static LocalTime local(long hour, long minute, long second, long microsecond) {
    check("hour", hour, 23);
    check("minute", minute, 59);
    check("second", second, 59);
    check("microsecond", microsecond, 999_999);
    return LocalTime.of((int) hour, (int) minute, (int) second, (int) microsecond * 1000);
  }

  private static void check(String name, long value, long max) {
    if (value < 0 || value > max) {
      throw new Errors.ValueError(name + " must be in 0.." + max);
    }
  }

  /** {@code time.fromisoformat(text)}. */
  public static DayTime parse(String text) {
    return IsoText.time(text);
  }

  /** {@code hour}. */
  public long hour() {
    return value.getHour();
  }

  /** {@code minute}. */
  public long minute() {
    return value.getMinute();
  }

  /** {@code second}. */
  public long second() {
    return value.getSecond();
  }

  /** {@code microsecond}. */
  public long microsecond() {
    return value.getNano() / 1000;
  }

  static String text(LocalTime value, String unit) {
    String minutes = "%02d:%02d".formatted(value.getHour(), value.getMinute());
    String seconds = minutes + ":%02d".formatted(value.getSecond());
    return switch (unit) {
      case "hours" -> minutes.substring(0, 2);
      case "minutes" -> minutes;
      case "seconds" -> seconds;
      case "milliseconds" -> seconds + ".%03d".formatted(value.getNano() / 1_000_000);
      case "microseconds" -> seconds + ".%06d".formatted(value.getNano() / 1000);
      default ->
          value.getNano() == 0 ? seconds : seconds + ".%06d".formatted(value.getNano() / 1000);
    };
  }

  /** {@code isoformat(timespec)}. */
  public String isoFormat() {
    return isoFormat("auto");
  }

  /** The same down to a unit. */
  public String isoFormat(String unit) {
    TimeZone fixed = fixed();
    return text(value, unit) + (fixed == null ? "" : fixed.text(":"));
  }

  @Override
  public String strftime(String format) {
    return TimeText.format(format, value.atDate(LocalDate.of(1900, 1, 1)), fixed());
  }

  /** {@code replace(hour=, minute=, second=, microsecond=)}. */
  public DayTime replace(
      @Nullable Long hour,
      @Nullable Long minute,
      @Nullable Long second,
      @Nullable Long microsecond) {
    return of(
        hour == null ? hour() : hour,
        minute == null ? minute() : minute,
        second == null ? second() : second,
        microsecond == null ? microsecond() : microsecond,
        zone);
  }

  /** {@code replace(tzinfo=zone)}. */
  public DayTime with(@Nullable TimeZone other) {
    return new DayTime(value, other);
  }

  /** Its zone, if that has one offset on all days; a time of another is without one. */
  private @Nullable TimeZone fixed() {
    return zone == null ? null : zone.always();
  }

  /** {@code utcoffset()}. */
  public @Nullable TimeDelta offset() {
    return zone == null ? null : zone.offsetAt(null);
  }

  /** {@code tzname()}. */
  public @Nullable String zoneName() {
    return zone == null ? null : zone.nameAt(null);
  }

  /** {@code dst()}. */
  public @Nullable TimeDelta daylight() {
    return zone == null ? null : zone.daylight(null);
  }

  private long utcMicros() {
    TimeZone fixed = fixed();
    return value.toNanoOfDay() / 1000 - (fixed == null ? 0 : fixed.offset().micros());
  }

  @Override
  public int compareTo(DayTime other) {
    if ((fixed() == null) != (other.fixed() == null)) {
      throw new Errors.TypeError("can't compare offset-naive and offset-aware times");
    }
    return Long.compare(utcMicros(), other.utcMicros());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DayTime t
        && (fixed() == null) == (t.fixed() == null)
        && utcMicros() == t.utcMicros();
  }

  @Override
  public int hashCode() {
    return Long.hashCode(utcMicros());
  }

  static String fields(LocalTime value) {
    String text = value.getHour() + ", " + value.getMinute();
    if (value.getSecond() != 0 || value.getNano() != 0) {
      text += ", " + value.getSecond();
    }
    return value.getNano() == 0 ? text : text + ", " + value.getNano() / 1000;
  }

  @Override
  public String repr() {
    return "datetime.time(" + fields(value) + (zone == null ? "" : ", tzinfo=" + zone.repr()) + ")";
  }

  @Override
  public String toString() {
    return isoFormat("auto");
  }
}

package dev.weft.python;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/** {@code datetime.date}. */
public record Date(LocalDate value) implements Repr, Comparable<Date>, DateFormat {
  /** {@code date(year, month, day)}. */
  public static Date of(long year, long month, long day) {
    return new Date(local(year, month, day));
  }

  static LocalDate local(long year, long month, long day) {
    if (year < 1 || year > 9999) {
      throw new Errors.ValueError("year " + year + " is out of range");
    }
    if (month < 1 || month > 12) {
      throw new Errors.ValueError("month must be in 1..12");
    }
    try {
      return LocalDate.of((int) year, (int) month, (int) day);
    } catch (DateTimeException e) {
      throw new Errors.ValueError("day is out of range for month");
    }
  }

  /** {@code date.today()}. */
  public static Date today() {
    return DateTime.now(null).date();
  }

  /** {@code date.fromisoformat(text)}. */
  public static Date parse(String text) {
    return IsoText.date(text);
  }

  /** {@code date.fromisocalendar(year, week, day)}. */
  public static Date ofWeek(long year, long week, long day) {
    return new Date(IsoText.week(year, week, day));
  }

  /** What an addition gave, unless it is out of the years that there are. */
  static <T extends java.time.temporal.Temporal> T inRange(T value) {
    int year = value.get(java.time.temporal.ChronoField.YEAR);
    if (year < 1 || year > 9999) {
      throw new Errors.OverflowError("date value out of range");
    }
    return value;
  }

  /** {@code date.fromordinal(n)}. */
  public static Date ofOrdinal(long n) {
    if (n < 1) {
      throw new Errors.ValueError("ordinal must be >= 1");
    }
    if (n > 3_652_059) {
      throw new Errors.ValueError("year is out of range");
    }
    return new Date(LocalDate.ofEpochDay(n - 719_163));
  }

  /** {@code toordinal()}. */
  public long ordinal() {
    return value.toEpochDay() + 719_163;
  }

  /** {@code year}. */
  @Property
  public long year() {
    return value.getYear();
  }

  /** {@code month}. */
  @Property
  public long month() {
    return value.getMonthValue();
  }

  /** {@code day}. */
  @Property
  public long day() {
    return value.getDayOfMonth();
  }

  /** {@code weekday()}. */
  @Property
  public long weekday() {
    return value.getDayOfWeek().getValue() - 1L;
  }

  /** {@code isocalendar()}. */
  public IsoCalendar isoCalendar() {
    return new IsoCalendar(
        value.get(IsoFields.WEEK_BASED_YEAR),
        value.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
        value.getDayOfWeek().getValue());
  }

  /** What {@code isocalendar()} gives. */
  public record IsoCalendar(long year, long week, long weekday) implements NamedTuple {
    @Override
    public java.util.List<Object> values() {
      return Lists.<Object>of(year, week, weekday);
    }

    @Override
    public String repr() {
      return toString();
    }

    @Override
    public String toString() {
      return "datetime.IsoCalendarDate(year="
          + year
          + ", week="
          + week
          + ", weekday="
          + weekday
          + ")";
    }
  }

  /** {@code replace(year=, month=, day=)}. */
  public Date replace(@Nullable Long year, @Nullable Long month, @Nullable Long day) {
    return of(
        year == null ? year() : year, month == null ? month() : month, day == null ? day() : day);
  }

  /** {@code date + delta}. */
  public Date add(TimeDelta delta) {
    return new Date(inRange(value.plusDays(delta.days())));
  }

  /** {@code date - delta}. */
  public Date sub(TimeDelta delta) {
    return new Date(inRange(value.minusDays(delta.days())));
  }

  /** {@code a - b}. */
  public TimeDelta sub(Date other) {
    return new TimeDelta((value.toEpochDay() - other.value.toEpochDay()) * 86_400_000_000L);
  }

  /** {@code isoformat()}. */
  public String isoFormat() {
    return value.toString();
  }

  @Override
  public String strftime(String format) {
    return TimeText.format(format, value.atTime(LocalTime.MIDNIGHT), null);
  }

  @Override
  public int compareTo(Date other) {
    return value.compareTo(other.value);
  }

  @Override
  public String repr() {
    return "datetime.date(" + year() + ", " + month() + ", " + day() + ")";
  }

  /** Whether something is a date, as each datetime is. */
  public static boolean isOne(@Nullable Object value) {
    return value instanceof Date || value instanceof DateTime;
  }

  /** {@code timetuple()}. */
  public StructTime tuple() {
    return StructTime.of(value.atStartOfDay());
  }

  @Override
  public String toString() {
    return isoFormat();
  }
}

package dev.weft.python;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code datetime.datetime}; {@code fold} is 1 for the second of two times that look the same. */
@SuppressWarnings("JavaLocalDateTimeGetNano") // Microseconds are what is asked for.
public record DateTime(LocalDateTime value, @Nullable TimeZone zone, long fold)
    implements Repr, Comparable<DateTime>, DateFormat {
  /** The first of those that look like this. */
  public DateTime(LocalDateTime value, @Nullable TimeZone zone) {
    this(value, zone, 0);
  }

  /** {@code fold} is 0 or 1. */
  public DateTime {
    if (fold != 0 && fold != 1) {
      throw new Errors.ValueError("fold must be either 0 or 1");
    }
  }

  /** {@code datetime(year, month, day, ...)}. */
  public static DateTime of(
      long year,
      long month,
      long day,
      long hour,
      long minute,
      long second,
      long microsecond,
      @Nullable TimeZone zone) {
    return new DateTime(
        LocalDateTime.of(
            Date.local(year, month, day), DayTime.local(hour, minute, second, microsecond)),
        zone);
  }

  /** {@code datetime.now(zone)}; simulated time is in UTC. */
  public static DateTime now(@Nullable TimeZone zone) {
    return ofTimestamp(Time.time(), zone);
  }

  private static ZoneId local() {
    return Program.isVirtualTime() ? ZoneOffset.UTC : ZoneId.systemDefault();
  }

  /** {@code datetime.fromtimestamp(seconds, zone)}. */
  public static DateTime ofTimestamp(double seconds, @Nullable TimeZone zone) {
    long micros = (long) Math.rint(seconds * 1e6);
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L),
            (int) Math.floorMod(micros, 1_000_000L) * 1000,
            ZoneOffset.UTC);
    if (zone == null) {
      return new DateTime(
          utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(local()).toLocalDateTime(), null);
    }
    return ofUtc(utc, zone);
  }

  private static DateTime ofUtc(LocalDateTime utc, TimeZone zone) {
    return new DateTime(
        utc.plus(zone.atUtc(utc).offset().micros(), ChronoUnit.MICROS),
        zone,
        zone.isSecond(utc) ? 1 : 0);
  }

  /** {@code datetime.combine(date, time)}. */
  public static DateTime combine(Date date, DayTime time) {
    return new DateTime(date.value().atTime(time.value()), time.zone());
  }

  /** {@code datetime.strptime(text, format)}. */
  public static DateTime parse(String text, String format) {
    return TimeParser.parse(text, format);
  }

  /** {@code datetime.fromisoformat(text)}. */
  public static DateTime ofIso(String text) {
    return IsoText.dateTime(text);
  }

  /** {@code year}. */
  public long year() {
    return value.getYear();
  }

  /** {@code month}. */
  public long month() {
    return value.getMonthValue();
  }

  /** {@code day}. */
  public long day() {
    return value.getDayOfMonth();
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

  /** {@code date()}. */
  public Date date() {
    return new Date(value.toLocalDate());
  }

  /** {@code timetz()}. */
  public DayTime timeWithZone() {
    return new DayTime(value.toLocalTime(), zone);
  }

  /** {@code time()}. */
  public DayTime time() {
    return new DayTime(value.toLocalTime(), null);
  }

  /** {@code timestamp()}. */
  public double timestamp() {
    return instantMicros() / 1e6;
  }

  private long instantMicros() {
    LocalDateTime utc =
        zone != null
            ? value.minus(zone.at(this).offset().micros(), ChronoUnit.MICROS)
            : value.atZone(local()).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    return utc.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + utc.getNano() / 1000;
  }

  /** {@code utcoffset()}. */
  public @Nullable TimeDelta offset() {
    return zone == null ? null : zone.at(this).offset();
  }

  /** {@code dst()}. */
  public @Nullable TimeDelta daylight() {
    return zone == null ? null : zone.daylight(this);
  }

  /** {@code tzname()}. */
  public @Nullable String zoneName() {
    return zone == null ? null : zone.at(this).name();
  }

  /** {@code astimezone(zone)}; the zone of the machine unless given. */
  public DateTime in(@Nullable TimeZone other) {
    return ofTimestampMicros(instantMicros(), other == null ? localZone() : other);
  }

  private TimeZone localZone() {
    java.time.Instant at = java.time.Instant.EPOCH.plus(instantMicros(), ChronoUnit.MICROS);
    java.time.ZonedDateTime there = at.atZone(local());
    String name =
        local() instanceof ZoneOffset
            ? "UTC"
            : java.time.format.DateTimeFormatter.ofPattern("zzz", java.util.Locale.ENGLISH)
                .format(there);
    return new TimeZone(new TimeDelta(there.getOffset().getTotalSeconds() * 1_000_000L), name);
  }

  private static DateTime ofTimestampMicros(long micros, TimeZone zone) {
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L),
            (int) Math.floorMod(micros, 1_000_000L) * 1000,
            ZoneOffset.UTC);
    return ofUtc(utc, zone);
  }

  /** {@code replace(...)}. */
  public DateTime replace(
      @Nullable Long year,
      @Nullable Long month,
      @Nullable Long day,
      @Nullable Long hour,
      @Nullable Long minute,
      @Nullable Long second,
      @Nullable Long microsecond) {
    return of(
            year == null ? year() : year,
            month == null ? month() : month,
            day == null ? day() : day,
            hour == null ? hour() : hour,
            minute == null ? minute() : minute,
            second == null ? second() : second,
            microsecond == null ? microsecond() : microsecond,
            zone)
        .folded(fold);
  }

  /** {@code replace(tzinfo=zone)}. */
  public DateTime with(@Nullable TimeZone other) {
    return new DateTime(value, other, fold);
  }

  /** {@code replace(fold=n)}. */
  public DateTime folded(long n) {
    return n == fold ? this : new DateTime(value, zone, n);
  }

  /** {@code timetuple()}. */
  public StructTime tuple() {
    return StructTime.of(value);
  }

  /** {@code a + delta}. */
  public DateTime add(TimeDelta delta) {
    return plus(delta.micros());
  }

  /** {@code a - delta}. */
  public DateTime sub(TimeDelta delta) {
    return plus(-delta.micros());
  }

  private DateTime plus(long micros) {
    return new DateTime(Date.inRange(value.plus(micros, ChronoUnit.MICROS)), zone);
  }

  /** {@code a - b}. */
  public TimeDelta sub(DateTime other) {
    if ((zone == null) != (other.zone == null)) {
      throw new Errors.TypeError("can't subtract offset-naive and offset-aware datetimes");
    }
    return (zone == null || zone.equals(other.zone))
        ? new TimeDelta(ChronoUnit.MICROS.between(other.value, value))
        : new TimeDelta(instantMicros() - other.instantMicros());
  }

  /** {@code isoformat(separator, timespec)}. */
  public String isoFormat() {
    return isoFormat("T", "auto");
  }

  /** The same with what stands between date and time. */
  public String isoFormat(String separator) {
    return isoFormat(separator, "auto");
  }

  /** The same down to a unit. */
  public String isoFormat(String separator, String unit) {
    return value.toLocalDate()
        + separator
        + DayTime.text(value.toLocalTime(), unit)
        + (zone == null ? "" : zone.at(this).text(":"));
  }

  @Override
  public String strftime(String format) {
    return TimeText.format(format, value, zone == null ? null : zone.at(this));
  }

  @Override
  public int compareTo(DateTime other) {
    if ((zone == null) != (other.zone == null)) {
      throw new Errors.TypeError("can't compare offset-naive and offset-aware datetimes");
    }
    return (zone == null || zone.equals(other.zone))
        ? value.compareTo(other.value)
        : Long.compare(instantMicros(), other.instantMicros());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DateTime d
        && (zone == null) == (d.zone == null)
        && ((zone == null || zone.equals(d.zone))
            ? value.equals(d.value)
            : instantMicros() == d.instantMicros());
  }

  @Override
  public int hashCode() {
    return zone == null ? value.hashCode() : Long.hashCode(folded(0).instantMicros());
  }

  @Override
  public String repr() {
    return "datetime.datetime("
        + String.join(
            ", ",
            List.of("" + year(), "" + month(), "" + day(), DayTime.fields(value.toLocalTime())))
        + (fold == 0 ? "" : ", fold=" + fold)
        + (zone == null ? "" : ", tzinfo=" + zone.repr())
        + ")";
  }

  @Override
  public String toString() {
    return isoFormat(" ", "auto");
  }
}

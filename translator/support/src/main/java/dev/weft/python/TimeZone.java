package dev.weft.python;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code datetime.timezone}, and {@code zoneinfo.ZoneInfo}: one with rules, whose offset and label
 * are those at a time.
 */
public record TimeZone(TimeDelta offset, @Nullable String label, @Nullable ZoneId rules)
    implements Repr {
  /** A fixed offset. */
  public TimeZone(TimeDelta offset, @Nullable String label) {
    this(offset, label, null);
  }

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

  /** The names that people use; in the tz database all other offsets are called by numbers. */
  private static final Set<String> NAMES =
      Set.of(
          ("ACDT ACST ADT AEDT AEST AKDT AKST AST AWST BST CAT CDT CEST CET CST ChST EAT EDT EEST"
                  + " EET EST GMT HDT HKT HST IDT IST JST KST MDT MEST MET MSK MST NDT NST NZDT"
                  + " NZST PDT PKT PST SAST SST UTC WAT WEST WET WIB WIT WITA")
              .split(" ", -1));

  /** Those that the JDK calls as zones nearby, and the tz database by numbers. */
  private static final Set<String> NUMBERED =
      Set.of(
          "Antarctica/Casey",
          "Antarctica/Troll",
          "Asia/Colombo",
          "Atlantic/Azores",
          "Europe/Minsk");

  private static boolean isOld(String key) {
    return key.startsWith("SystemV/");
  }

  /** {@code ZoneInfo(key)}. */
  public static TimeZone of(String key) {
    if (isOld(key) || !ZoneId.getAvailableZoneIds().contains(key)) {
      throw new NotFound("No time zone found with key " + key);
    }
    return new TimeZone(new TimeDelta(0), null, ZoneId.of(key));
  }

  /** {@code zoneinfo.ZoneInfoNotFoundError}. */
  @PythonName("ZoneInfoNotFoundError")
  public static final class NotFound extends Errors.KeyError {
    private static final long serialVersionUID = 1L;

    /** The error with these arguments. */
    public NotFound(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code zoneinfo.available_timezones()}. */
  public static Set<String> available() {
    return new PySet<>(ZoneId.getAvailableZoneIds().stream().filter(key -> !isOld(key)).toList());
  }

  /** {@code key}; null for a fixed offset. */
  public @Nullable String key() {
    return rules == null ? null : rules.getId();
  }

  /** The fixed zone that it is at a time on the clocks there, which they show once or twice. */
  TimeZone at(DateTime time) {
    return rules == null ? this : fixed(there(rules, time));
  }

  /** The fixed zone that it is at a time in UTC. */
  TimeZone atUtc(LocalDateTime time) {
    return rules == null ? this : fixed(time.atOffset(ZoneOffset.UTC).atZoneSameInstant(rules));
  }

  /** Whether a time in UTC is the second at which the clocks there show what they show. */
  boolean isSecond(LocalDateTime utc) {
    if (rules == null) {
      return false;
    }
    ZonedDateTime there = utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(rules);
    return there.getOffset() != there.withEarlierOffsetAtOverlap().getOffset();
  }

  /** The fixed zone that it always is; null where that depends on the day. */
  @Nullable TimeZone always() {
    return rules == null || rules.getRules().isFixedOffset()
        ? atUtc(LocalDateTime.of(2000, 1, 1, 0, 0))
        : null;
  }

  /** {@code utcoffset(time)}; None for none. */
  public @Nullable TimeDelta offsetAt(@Nullable Object time) {
    TimeZone fixed = fixedAt(time);
    return fixed == null ? null : fixed.offset;
  }

  /** {@code tzname(time)}; None for none. */
  public @Nullable String nameAt(@Nullable Object time) {
    TimeZone fixed = fixedAt(time);
    return fixed == null ? null : fixed.name();
  }

  /** {@code dst(time)}: how far the clocks there are set forward; null for a fixed offset. */
  public @Nullable TimeDelta daylight(@Nullable Object time) {
    if (rules == null || fixedAt(time) == null) {
      return null;
    }
    return time instanceof DateTime d
        ? new TimeDelta(
            rules.getRules().getDaylightSavings(there(rules, d).toInstant()).toSeconds()
                * 1_000_000L)
        : new TimeDelta(0);
  }

  private @Nullable TimeZone fixedAt(@Nullable Object time) {
    return switch (time) {
      case null -> always();
      case DateTime d -> at(d);
      default ->
          throw new Errors.TypeError(
              "a zone is asked with a datetime or None, not " + Py.typeName(time));
    };
  }

  /** Where the clocks jump over a time, it has the offset before, and the one after with a fold. */
  private static ZonedDateTime there(ZoneId rules, DateTime time) {
    ZoneOffsetTransition change = rules.getRules().getTransition(time.value());
    return change == null
        ? time.value().atZone(rules)
        : change.getInstant().minusSeconds(time.fold() == 1 ? 0 : 1).atZone(rules);
  }

  private static TimeZone fixed(ZonedDateTime there) {
    TimeDelta offset = new TimeDelta(there.getOffset().getTotalSeconds() * 1_000_000L);
    String name = NAME.format(there);
    if (name.equals("HAST") || name.equals("HADT")) {
      return new TimeZone(offset, "H" + name.substring(2));
    }
    String numbers = new TimeZone(offset, null).text("");
    return new TimeZone(
        offset,
        NAMES.contains(name) && !NUMBERED.contains(there.getZone().getId())
            ? name
            : numbers.endsWith("00") ? numbers.substring(0, 3) : numbers);
  }

  /** The offset is less than a day. */
  public TimeZone {
    if (Math.abs(offset.micros()) >= 86_400_000_000L) {
      throw new Errors.ValueError(
          "offset must be a timedelta strictly between -timedelta(hours=24) and"
              + " timedelta(hours=24), not "
              + Py.repr(offset)
              + ".");
    }
  }

  /** {@code timezone.utc}. */
  public static final TimeZone UTC = new TimeZone(new TimeDelta(0), null);

  /** {@code tzname()}. */
  public String name() {
    if (label != null) {
      return label;
    }
    return offset.micros() == 0 ? "UTC" : "UTC" + text(":");
  }

  /** {@code +hh:mm}. */
  String text(String separator) {
    long minutes = Math.abs(offset.micros()) / 60_000_000;
    return (offset.micros() < 0 ? "-" : "+")
        + "%02d%s%02d".formatted(minutes / 60, separator, minutes % 60);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimeZone t && t.offset.equals(offset) && Objects.equals(t.rules, rules);
  }

  @Override
  public int hashCode() {
    return offset.hashCode();
  }

  @Override
  public String repr() {
    if (rules != null) {
      return "zoneinfo.ZoneInfo(key=" + Strs.repr(rules.getId()) + ")";
    }
    return offset.micros() == 0 && label == null
        ? "datetime.timezone.utc"
        : "datetime.timezone(" + offset.repr() + (label == null ? "" : ", " + Py.repr(label)) + ")";
  }

  @Override
  public String toString() {
    return rules != null ? rules.getId() : name();
  }
}

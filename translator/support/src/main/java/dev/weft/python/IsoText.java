package dev.weft.python;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms of ISO 8601 that {@code fromisoformat} reads: with and without separators, and weeks.
 */
final class IsoText {
  private static final String DATE =
      "(?:(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)|(?<by>\\d{4})(?<bm>\\d\\d)(?<bd>\\d\\d)"
          + "|(?<wy>\\d{4})-W(?<w>\\d\\d)(?:-(?<wd>\\d))?|(?<vy>\\d{4})W(?<v>\\d\\d)(?<vd>\\d)?)";
  private static final String CLOCK =
      "(?<H>\\d\\d)(?:(?<c>:?)(?<M>\\d\\d)(?:\\k<c>(?<S>\\d\\d)(?:[.,](?<f>\\d+))?)?)?";
  private static final String ZONE =
      "(?<z>Z|(?<sign>[+-])(?<zh>\\d\\d)(?:(?<zc>:?)(?<zm>\\d\\d)"
          + "(?:\\k<zc>(?<zs>\\d\\d)(?:[.,](?<zf>\\d+))?)?)?)?";
  private static final Pattern DATES = Pattern.compile(DATE);
  private static final Pattern TIMES = Pattern.compile("T?" + CLOCK + ZONE);
  private static final Pattern BOTH = Pattern.compile(DATE + "(?s:.)" + CLOCK + ZONE);

  private IsoText() {}

  static Date date(String text) {
    return new Date(day(matched(DATES, text), text));
  }

  static DayTime time(String text) {
    Matcher m = matched(TIMES, text);
    return new DayTime(clock(m), zone(m));
  }

  static DateTime dateTime(String text) {
    Matcher day = DATES.matcher(text);
    if (day.matches()) {
      return new DateTime(day(day, text).atStartOfDay(), null);
    }
    Matcher m = matched(BOTH, text);
    return new DateTime(day(m, text).atTime(clock(m)), zone(m));
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher m = pattern.matcher(text);
    if (!m.matches()) {
      throw invalid(text);
    }
    return m;
  }

  private static Errors.ValueError invalid(String text) {
    return new Errors.ValueError("Invalid isoformat string: " + Py.repr(text));
  }

  private static LocalDate day(Matcher m, String text) {
    if (m.group("y") != null) {
      return Date.local(number(m, "y"), number(m, "m"), number(m, "d"));
    }
    if (m.group("by") != null) {
      return Date.local(number(m, "by"), number(m, "bm"), number(m, "bd"));
    }
    boolean separated = m.group("wy") != null;
    String day = m.group(separated ? "wd" : "vd");
    try {
      return week(
          number(m, separated ? "wy" : "vy"),
          number(m, separated ? "w" : "v"),
          day == null ? 1 : Long.parseLong(day));
    } catch (Errors.ValueError e) {
      throw Exceptions.from(invalid(text), e);
    }
  }

  /** The day of a year's week, as {@code fromisocalendar} has it. */
  static LocalDate week(long year, long week, long day) {
    if (year < 1 || year > 9999) {
      throw new Errors.ValueError("Year is out of range: " + year);
    }
    LocalDate inYear = LocalDate.of((int) year, 1, 4);
    if (week < 1 || week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inYear).getMaximum()) {
      throw new Errors.ValueError("Invalid week: " + week);
    }
    if (day < 1 || day > 7) {
      throw new Errors.ValueError("Invalid day: " + day + " (range is [1, 7])");
    }
    return inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(ChronoField.DAY_OF_WEEK, day);
  }

  private static LocalTime clock(Matcher m) {
    return DayTime.local(number(m, "H"), number(m, "M"), number(m, "S"), micros(m.group("f")));
  }

  private static long micros(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong((digits + "00000").substring(0, 6));
  }

  private static @Nullable TimeZone zone(Matcher m) {
    if (m.group("z") == null) {
      return null;
    }
    if (m.group("sign") == null) {
      return TimeZone.UTC;
    }
    long seconds = number(m, "zh") * 3600 + number(m, "zm") * 60 + number(m, "zs");
    long micros = seconds * 1_000_000 + micros(m.group("zf"));
    return micros == 0
        ? TimeZone.UTC
        : new TimeZone(new TimeDelta(m.group("sign").equals("-") ? -micros : micros), null);
  }

  private static long number(Matcher m, String group) {
    String digits = m.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}

package dev.weft.python;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** The module {@code calendar}, with Monday as the first day. */
public final class Calendars {
  private Calendars() {}

  /** {@code month_name} and {@code month_abbr}; nothing stands at 0. */
  public static List<String> monthNames(boolean whole) {
    List<String> names = new PyList<>();
    names.add("");
    for (Month month : Month.values()) {
      names.add(month.getDisplayName(style(whole), Locale.ENGLISH));
    }
    return names;
  }

  /** {@code day_name} and {@code day_abbr}. */
  public static List<String> dayNames(boolean whole) {
    List<String> names = new PyList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      names.add(day.getDisplayName(style(whole), Locale.ENGLISH));
    }
    return names;
  }

  private static TextStyle style(boolean whole) {
    return whole ? TextStyle.FULL : TextStyle.SHORT;
  }

  /** {@code monthcalendar(year, month)}: weeks of days, 0 for those of other months. */
  public static List<List<Long>> weeks(long year, long month) {
    LocalDate first = Date.local(year, month, 1);
    List<List<Long>> weeks = new PyList<>();
    long day = 2L - first.getDayOfWeek().getValue();
    while (day <= first.lengthOfMonth()) {
      List<Long> week = new PyList<>();
      for (int i = 0; i < 7; i++, day++) {
        week.add(day < 1 || day > first.lengthOfMonth() ? 0L : day);
      }
      weeks.add(week);
    }
    return weeks;
  }

  /** {@code month(year, month)}. */
  public static String text(long year, long month) {
    String title = monthNames(true).get((int) month) + " " + year;
    StringBuilder out = new StringBuilder(" ".repeat((20 - title.length()) / 2)).append(title);
    out.append("\nMo Tu We Th Fr Sa Su\n");
    for (List<Long> week : weeks(year, month)) {
      StringBuilder line = new StringBuilder();
      for (long day : week) {
        line.append(day == 0 ? "   " : "%2d ".formatted(day));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }
}

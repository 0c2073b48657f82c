package dev.weft.python;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code strftime}, in the C locale. */
public final class TimeText {
  private TimeText() {}

  /** {@code time.strftime(format, time)}. */
  public static String format(String format, StructTime time) {
    return format(format, time.value(), null);
  }

  static String format(String format, LocalDateTime t, @Nullable TimeZone zone) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
        continue;
      }
      char code = format.charAt(++i);
      if (code == '-' && i + 1 < format.length()) {
        out.append(one(format.charAt(++i), t, zone).replaceFirst("^0(?=.)", ""));
      } else {
        out.append(one(code, t, zone));
      }
    }
    return out.toString();
  }

  private static String one(char code, LocalDateTime t, @Nullable TimeZone zone) {
    int week = t.getDayOfWeek().getValue() % 7;
    return switch (code) {
      case 'Y' -> String.valueOf(t.getYear());
      case 'y' -> two(t.getYear() % 100);
      case 'C' -> two(t.getYear() / 100);
      case 'm' -> two(t.getMonthValue());
      case 'd' -> two(t.getDayOfMonth());
      case 'e' -> "%2d".formatted(t.getDayOfMonth());
      case 'H' -> two(t.getHour());
      case 'I' -> two((t.getHour() + 11) % 12 + 1);
      case 'M' -> two(t.getMinute());
      case 'S' -> two(t.getSecond());
      case 'f' -> "%06d".formatted(t.getNano() / 1000);
      case 'j' -> "%03d".formatted(t.getDayOfYear());
      case 'p' -> t.getHour() < 12 ? "AM" : "PM";
      case 'A' -> t.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'a' -> t.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'B' -> t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'b', 'h' -> t.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'w' -> String.valueOf(week);
      case 'u' -> String.valueOf(t.getDayOfWeek().getValue());
      case 'U' -> two((t.getDayOfYear() + 6 - week) / 7);
      case 'W' -> two((t.getDayOfYear() + 6 - (week + 6) % 7) / 7);
      case 'V' -> two(t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'G' -> String.valueOf(t.get(IsoFields.WEEK_BASED_YEAR));
      case 'c' -> format("%a %b %e %H:%M:%S %Y", t, zone);
      case 'x' -> format("%m/%d/%y", t, zone);
      case 'X', 'T' -> format("%H:%M:%S", t, zone);
      case 'D' -> format("%m/%d/%y", t, zone);
      case 'F' -> format("%Y-%m-%d", t, zone);
      case 'R' -> format("%H:%M", t, zone);
      case 'z' -> zone == null ? "" : zone.text("");
      case 'Z' -> zone == null ? "" : zone.name();
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      default -> "%" + code;
    };
  }

  private static String two(int n) {
    return "%02d".formatted(n);
  }
}

package dev.weft.python;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code strptime}, in the C locale. */
final class TimeParser {
  private static final Map<Character, String> CODES =
      Map.ofEntries(
          Map.entry('Y', "\\d{4}"),
          Map.entry('y', "\\d{2}"),
          Map.entry('m', "1[0-2]|0[1-9]|[1-9]"),
          Map.entry('d', "3[01]|[12]\\d|0[1-9]|[1-9]| [1-9]"),
          Map.entry('H', "2[0-3]|[01]\\d|\\d"),
          Map.entry('I', "1[0-2]|0[1-9]|[1-9]"),
          Map.entry('M', "[0-5]\\d|\\d"),
          Map.entry('S', "6[01]|[0-5]\\d|\\d"),
          Map.entry('f', "\\d{1,6}"),
          Map.entry('j', "36[0-6]|3[0-5]\\d|[12]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|[1-9]"),
          Map.entry('p', "(?i:am|pm)"),
          Map.entry('a', "[A-Za-z]{3}"),
          Map.entry('A', "[A-Za-z]+"),
          Map.entry('b', "[A-Za-z]{3}"),
          Map.entry('B', "[A-Za-z]+"),
          Map.entry('z', "[+-]\\d\\d:?[0-5]\\d|Z"),
          Map.entry('Z', "UTC|GMT"));

  private TimeParser() {}

  static DateTime parse(String text, String format) {
    StringBuilder regex = new StringBuilder();
    String whole =
        format.replace("%T", "%H:%M:%S").replace("%F", "%Y-%m-%d").replace("%D", "%m/%d/%y");
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c == '%' && i + 1 < whole.length()) {
        char code = whole.charAt(++i);
        String part = CODES.get(code);
        if (code == '%') {
          regex.append('%');
        } else if (part == null) {
          throw new Errors.ValueError(
              "'" + code + "' is a bad directive in format " + Py.repr(format));
        } else {
          regex.append("(?<").append(code).append('>').append(part).append(')');
        }
      } else {
        regex.append(Character.isWhitespace(c) ? "\\s+" : Pattern.quote(String.valueOf(c)));
      }
    }
    Matcher m = Pattern.compile(regex.toString()).matcher(text);
    if (!m.lookingAt()) {
      throw new Errors.ValueError(
          "time data " + Py.repr(text) + " does not match format " + Py.repr(format));
    }
    if (m.end() != text.length()) {
      throw new Errors.ValueError("unconverted data remains: " + text.substring(m.end()));
    }
    Map<Character, String> found = new HashMap<>();
    for (Character code : CODES.keySet()) {
      if (whole.contains("%" + code)) {
        found.put(code, m.group(String.valueOf(code)).strip());
      }
    }
    return of(found);
  }

  private static DateTime of(Map<Character, String> found) {
    long year = number(found, 'Y', 1900);
    if (found.containsKey('y')) {
      long y = number(found, 'y', 0);
      year = y < 69 ? 2000 + y : 1900 + y;
    }
    long month = number(found, 'm', 1);
    for (char code : new char[] {'b', 'B'}) {
      String name = found.get(code);
      if (name != null) {
        month = month(name);
      }
    }
    long hour = number(found, 'H', 0);
    if (found.containsKey('I')) {
      hour = number(found, 'I', 0) % 12;
      hour += "pm".equalsIgnoreCase(found.get('p')) ? 12 : 0;
    }
    String fraction = found.get('f');
    long micros = fraction == null ? 0 : Long.parseLong((fraction + "000000").substring(0, 6));
    DateTime at =
        DateTime.of(
            year,
            month,
            number(found, 'd', 1),
            hour,
            number(found, 'M', 0),
            number(found, 'S', 0),
            micros,
            zone(found.get('z')));
    if (found.containsKey('j')) {
      LocalDateTime day = at.value().withDayOfYear((int) number(found, 'j', 1));
      return new DateTime(day, at.zone());
    }
    return at;
  }

  private static long number(Map<Character, String> found, char code, long fallback) {
    String text = found.get(code);
    return text == null ? fallback : Long.parseLong(text);
  }

  private static int month(String name) {
    for (Month month : Month.values()) {
      if (month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).equalsIgnoreCase(name)
          || month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equalsIgnoreCase(name)) {
        return month.getValue();
      }
    }
    throw new Errors.ValueError("unknown month " + Py.repr(name));
  }

  private static @Nullable TimeZone zone(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.equals("Z")) {
      return TimeZone.UTC;
    }
    String digits = text.replace(":", "");
    long minutes =
        Long.parseLong(digits.substring(1, 3)) * 60 + Long.parseLong(digits.substring(3));
    long micros = minutes * 60_000_000 * (text.startsWith("-") ? -1 : 1);
    return micros == 0 ? TimeZone.UTC : new TimeZone(new TimeDelta(micros), null);
  }
}

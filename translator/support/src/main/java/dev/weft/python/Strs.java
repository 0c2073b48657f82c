package dev.weft.python;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Methods of {@code str}, by code point. */
public final class Strs {
  private static final String[] LATIN = new String[256];

  static {
    for (int i = 0; i < LATIN.length; i++) {
      // As literals are, so that most that are equal are the same object.
      LATIN[i] = Character.toString(i).intern();
    }
  }

  private Strs() {}

  /** {@code len(s)}. */
  public static long len(String s) {
    return s.codePointCount(0, s.length());
  }

  /** {@code s[index]}. */
  public static String get(String s, long index) {
    // Quick for Latin text, which Java holds a byte each.
    long length = len(s);
    long at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) {
      throw new Errors.IndexError("string index out of range");
    }
    return character(
        length == s.length()
            ? s.charAt((int) at)
            : s.codePointAt(s.offsetByCodePoints(0, (int) at)));
  }

  /** A string of one code point. */
  private static String character(int point) {
    return point < LATIN.length ? LATIN[point] : Character.toString(point);
  }

  /** {@code s[lower:upper]}. */
  public static String slice(String s, @Nullable Long lower, @Nullable Long upper) {
    return slice(s, lower, upper, null);
  }

  /** {@code s[lower:upper:step]}. */
  public static String slice(
      String s, @Nullable Long lower, @Nullable Long upper, @Nullable Long step) {
    if (step == null || step == 1) {
      int length = (int) len(s);
      int from = lower == null ? 0 : Lists.bound(lower, length);
      int to = upper == null ? length : Lists.bound(upper, length);
      return from >= to
          ? ""
          : length == s.length()
              ? s.substring(from, to)
              : s.substring(s.offsetByCodePoints(0, from), s.offsetByCodePoints(0, to));
    }
    int[] points = s.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    for (int i : Lists.indices(points.length, lower, upper, step)) {
      out.appendCodePoint(points[i]);
    }
    return out.toString();
  }

  /** The characters, one string each. */
  public static Iterable<String> chars(String s) {
    return () ->
        new Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            return at < s.length();
          }

          @Override
          public String next() {
            char unit = s.charAt(at);
            if (unit < LATIN.length) {
              at++;
              return LATIN[unit];
            }
            int point = s.codePointAt(at);
            at += Character.charCount(point);
            return Character.toString(point);
          }
        };
  }

  /** The order of code points. */
  public static int compare(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // Surrogates stand for what comes behind all other characters.
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? x - y
            : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }

  public static String repeat(String s, long times) {
    return times <= 0 ? "" : s.repeat(Math.toIntExact(times));
  }

  /** {@code repr(s)}. */
  public static String repr(String s) {
    char quote = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    s.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
              if (c == quote) {
                out.append('\\').append(quote);
              } else if (c < 32 || c == 127) {
                out.append("\\x%02x".formatted(c));
              } else if (c > 127 && !isPrintable(c)) {
                out.append(
                    c < 256
                        ? "\\x%02x".formatted(c)
                        : c < 65536 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
              } else {
                out.appendCodePoint(c);
              }
            }
          }
        });
    return out.append(quote).toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  public static String join(String separator, Iterable<? extends @Nullable Object> parts) {
    StringBuilder out = new StringBuilder();
    long at = 0;
    for (Object part : parts) {
      Object plain =
          part instanceof PyEnum e && e.value() instanceof String && e.isValue()
              ? e.value()
              : Inherited.plain(part);
      if (!(plain instanceof String text)) {
        throw new Errors.TypeError(
            "sequence item " + at + ": expected str instance, " + Py.typeName(part) + " found");
      }
      out.append(at++ == 0 ? "" : separator).append(text);
    }
    return out.toString();
  }

  public static List<String> split(String s, @Nullable String separator) {
    return split(s, separator, -1);
  }

  public static List<String> split(String s, @Nullable String separator, long max) {
    List<String> parts = new PyList<>();
    if (separator == null) {
      int at = 0;
      while (true) {
        while (at < s.length() && isSpace(s.charAt(at))) {
          at++;
        }
        if (at == s.length()) {
          return parts;
        }
        if (max >= 0 && parts.size() == max) {
          parts.add(s.substring(at));
          return parts;
        }
        int start = at;
        while (at < s.length() && !isSpace(s.charAt(at))) {
          at++;
        }
        parts.add(s.substring(start, at));
      }
    }
    if (separator.isEmpty()) {
      throw new Errors.ValueError("empty separator");
    }
    int start = 0;
    for (int at = s.indexOf(separator);
        at >= 0 && (max < 0 || parts.size() < max);
        at = s.indexOf(separator, start)) {
      parts.add(s.substring(start, at));
      start = at + separator.length();
    }
    parts.add(s.substring(start));
    return parts;
  }

  public static List<String> rsplit(String s, @Nullable String separator) {
    return rsplit(s, separator, -1);
  }

  public static List<String> rsplit(String s, @Nullable String separator, long max) {
    if (max < 0) {
      return split(s, separator, -1);
    }
    if (separator == null) {
      return wordsFromTheEnd(s, max);
    }
    if (separator.isEmpty()) {
      throw new Errors.ValueError("empty separator");
    }
    List<String> parts = new ArrayList<>();
    int end = s.length();
    for (int at = s.lastIndexOf(separator);
        at >= 0 && parts.size() < max;
        at = s.lastIndexOf(separator, at - 1)) {
      parts.add(s.substring(at + separator.length(), end));
      end = at;
    }
    parts.add(s.substring(0, end));
    return new PyList<>(parts.reversed());
  }

  private static List<String> wordsFromTheEnd(String s, long max) {
    List<String> parts = new ArrayList<>();
    int end = s.length();
    while (true) {
      while (end > 0 && isSpace(s.charAt(end - 1))) {
        end--;
      }
      if (end == 0) {
        break;
      }
      if (parts.size() == max) {
        parts.add(s.substring(0, end));
        break;
      }
      int start = end;
      while (start > 0 && !isSpace(s.charAt(start - 1))) {
        start--;
      }
      parts.add(s.substring(start, end));
      end = start;
    }
    return new PyList<>(parts.reversed());
  }

  private static boolean isSpace(char c) {
    return Letters.isSpace(c);
  }

  public static List<String> lines(String s) {
    return lines(s, false);
  }

  public static String strip(String s) {
    return strip(s, null);
  }

  public static String strip(String s, @Nullable String chars) {
    return lstrip(rstrip(s, chars), chars);
  }

  public static String lstrip(String s) {
    return lstrip(s, null);
  }

  public static String lstrip(String s, @Nullable String chars) {
    int at = 0;
    while (at < s.length()
        && (chars == null ? isSpace(s.charAt(at)) : chars.indexOf(s.charAt(at)) >= 0)) {
      at++;
    }
    return s.substring(at);
  }

  public static String rstrip(String s) {
    return rstrip(s, null);
  }

  public static String rstrip(String s, @Nullable String chars) {
    int at = s.length();
    while (at > 0
        && (chars == null ? isSpace(s.charAt(at - 1)) : chars.indexOf(s.charAt(at - 1)) >= 0)) {
      at--;
    }
    return s.substring(0, at);
  }

  public static String upper(String s) {
    return s.toUpperCase(Locale.ROOT);
  }

  public static String lower(String s) {
    return s.toLowerCase(Locale.ROOT);
  }

  public static String capitalize(String s) {
    return s.isEmpty() ? s : upper(s.substring(0, 1)) + lower(s.substring(1));
  }

  public static String title(String s) {
    return Casing.title(s);
  }

  public static String swapcase(String s) {
    StringBuilder out = new StringBuilder();
    s.chars()
        .forEach(c ->
            out.append(
                (char)
                    (Character.isUpperCase(c)
                        ? Character.toLowerCase(c)
                        : Character.toUpperCase(c))));
    return out.toString();
  }

  public static String replace(String s, String from, String to, long count) {
    if (count < 0) {
      return s.replace(from, to);
    }
    StringBuilder out = new StringBuilder();
    int start = 0;
    for (long n = 0; n < count; n++) {
      int at = s.indexOf(from, start);
      if (at < 0) {
        break;
      }
      out.append(s, start, at).append(to);
      start = at + from.length();
    }
    return out.append(s.substring(start)).toString();
  }

  public static boolean startsWith(String s, @Nullable Object prefix) {
    return prefix instanceof String p
        ? s.startsWith(p)
        : any("startswith", prefix, p -> s.startsWith(p));
  }

  public static boolean endsWith(String s, @Nullable Object suffix) {
    return suffix instanceof String p ? s.endsWith(p) : any("endswith", suffix, p -> s.endsWith(p));
  }

  private static boolean any(
      String method, @Nullable Object all, java.util.function.Predicate<String> test) {
    if (!(all instanceof Tuple || all instanceof FixedTuple)) {
      throw new Errors.TypeError(
          method + " first arg must be str or a tuple of str, not " + Py.fullTypeName(all));
    }
    for (Object each : Iters.of(all)) {
      if (test.test((String) java.util.Objects.requireNonNull(each))) {
        return true;
      }
    }
    return false;
  }

  public static long find(String s, String part) {
    int at = s.indexOf(part);
    return at < 0 ? -1 : s.codePointCount(0, at);
  }

  public static long rfind(String s, String part) {
    int at = s.lastIndexOf(part);
    return at < 0 ? -1 : s.codePointCount(0, at);
  }

  public static long index(String s, String part) {
    long at = find(s, part);
    if (at < 0) {
      throw new Errors.ValueError("substring not found");
    }
    return at;
  }

  public static long count(String s, String part) {
    if (part.isEmpty()) {
      return len(s) + 1;
    }
    long count = 0;
    for (int at = s.indexOf(part); at >= 0; at = s.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  public static Tuple3<String, String, String> partition(String s, String separator) {
    if (separator.isEmpty()) {
      throw new Errors.ValueError("empty separator");
    }
    int at = s.indexOf(separator);
    return at < 0
        ? new Tuple3<>(s, "", "")
        : new Tuple3<>(s.substring(0, at), separator, s.substring(at + separator.length()));
  }

  public static Tuple3<String, String, String> rpartition(String s, String separator) {
    if (separator.isEmpty()) {
      throw new Errors.ValueError("empty separator");
    }
    int at = s.lastIndexOf(separator);
    return at < 0
        ? new Tuple3<>("", "", s)
        : new Tuple3<>(s.substring(0, at), separator, s.substring(at + separator.length()));
  }

  public static boolean isDigit(String s) {
    return Letters.all(s, Letters::isDigit);
  }

  public static boolean isDecimal(String s) {
    return Letters.all(s, Character::isDigit);
  }

  public static boolean isNumeric(String s) {
    return Letters.all(s, Letters::isNumeric);
  }

  public static boolean isTitle(String s) {
    return Letters.isTitle(s);
  }

  public static String casefold(String s) {
    return Letters.folded(s);
  }

  public static boolean isAlpha(String s) {
    return Letters.all(s, Character::isLetter);
  }

  public static boolean isAlnum(String s) {
    return Letters.all(s, Letters::isAlnum);
  }

  public static boolean isSpace(String s) {
    return Letters.all(s, Letters::isSpace);
  }

  public static boolean isUpper(String s) {
    return Letters.isUpper(s);
  }

  public static boolean isLower(String s) {
    return Letters.isLower(s);
  }

  public static boolean isIdentifier(String s) {
    return Letters.isIdentifier(s);
  }

  public static String center(String s, long width, String fill) {
    long pad = width - len(s);
    if (pad <= 0) {
      return s;
    }
    long left = pad / 2 + (pad & width & 1);
    return fill.repeat((int) left) + s + fill.repeat((int) (pad - left));
  }

  public static String ljust(String s, long width, String fill) {
    return s + fill.repeat((int) Math.max(0, width - len(s)));
  }

  public static String rjust(String s, long width, String fill) {
    return fill.repeat((int) Math.max(0, width - len(s))) + s;
  }

  public static String zfill(String s, long width) {
    String sign = s.startsWith("-") || s.startsWith("+") ? s.substring(0, 1) : "";
    return sign + rjust(s.substring(sign.length()), width - sign.length(), "0");
  }

  public static String removePrefix(String s, String prefix) {
    return s.startsWith(prefix) ? s.substring(prefix.length()) : s;
  }

  public static String removeSuffix(String s, String suffix) {
    return !suffix.isEmpty() && s.endsWith(suffix)
        ? s.substring(0, s.length() - suffix.length())
        : s;
  }

  /** {@code ord(s)}. */
  public static long ord(String s) {
    if (len(s) != 1) {
      throw new Errors.TypeError(
          "ord() expected a character, but string of length " + len(s) + " found");
    }
    return s.codePointAt(0);
  }

  /** {@code chr(point)}. */
  public static String chr(long point) {
    if (point < 0 || point > Character.MAX_CODE_POINT) {
      throw new Errors.ValueError("chr() arg not in range(0x110000)");
    }
    return character((int) point);
  }

  /** {@code splitlines(keepends)}. */
  public static List<String> lines(String s, boolean keepEnds) {
    List<String> all = new PyList<>();
    for (int start = 0; start < s.length(); ) {
      int end = start;
      while (end < s.length() && !Letters.endsLine(s.charAt(end))) {
        end++;
      }
      boolean both = s.startsWith("\r\n", end);
      int next = Math.min(s.length(), end + (both ? 2 : 1));
      all.add(s.substring(start, keepEnds ? next : end));
      start = next;
    }
    return all;
  }

  /** {@code expandtabs(size)}. */
  public static String expandTabs(String s, long size) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '\t') {
        int spaces = size <= 0 ? 0 : (int) (size - column % size);
        out.append(" ".repeat(spaces));
        column += spaces;
      } else {
        out.append(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return out.toString();
  }

  /** {@code isascii()}. */
  public static boolean isAscii(String s) {
    return s.chars().allMatch(c -> c < 128);
  }

  /** {@code isprintable()}. */
  public static boolean isPrintable(String s) {
    return repr(s).length() == s.length() + 2;
  }
}

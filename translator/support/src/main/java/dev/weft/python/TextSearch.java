package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** Where a text occurs in a part of another; places count code points. */
public final class TextSearch {
  private TextSearch() {}

  /** The part of a text between two places, as code units; null where it starts behind the end. */
  private static int @Nullable [] part(String s, @Nullable Long start, @Nullable Long end) {
    long length = Strs.len(s);
    long from = start == null ? 0 : start < 0 ? Math.max(0, start + length) : start;
    long to = end == null ? length : Lists.bound(end, (int) length);
    if (from > to) {
      return null;
    }
    return length == s.length()
        ? new int[] {(int) from, (int) to}
        : new int[] {s.offsetByCodePoints(0, (int) from), s.offsetByCodePoints(0, (int) to)};
  }

  /** {@code s.find(part, start, end)}; -1 if it is not there. */
  public static long find(String s, String part, @Nullable Long start, @Nullable Long end) {
    int[] within = part(s, start, end);
    int at = within == null ? -1 : s.indexOf(part, within[0], within[1]);
    return at < 0 ? -1 : s.codePointCount(0, at);
  }

  /** {@code s.rfind(part, start, end)}; -1 if it is not there. */
  public static long rfind(String s, String part, @Nullable Long start, @Nullable Long end) {
    int[] within = part(s, start, end);
    int at = within == null ? -1 : s.lastIndexOf(part, within[1] - part.length());
    return within == null || at < within[0] ? -1 : s.codePointCount(0, at);
  }

  /** {@code s.index(part, start, end)}. */
  public static long index(String s, String part, @Nullable Long start, @Nullable Long end) {
    return found(find(s, part, start, end));
  }

  /** {@code s.rindex(part, start, end)}. */
  public static long rindex(String s, String part, @Nullable Long start, @Nullable Long end) {
    return found(rfind(s, part, start, end));
  }

  private static long found(long at) {
    if (at < 0) {
      throw new Errors.ValueError("substring not found");
    }
    return at;
  }

  /** {@code s.count(part, start, end)}: places that do not overlap. */
  public static long count(String s, String part, @Nullable Long start, @Nullable Long end) {
    int[] within = part(s, start, end);
    return within == null ? 0 : Strs.count(s.substring(within[0], within[1]), part);
  }

  /** {@code s.startswith(prefix, start, end)}; the prefix may be a tuple of texts. */
  public static boolean startsWith(
      String s, @Nullable Object prefix, @Nullable Long start, @Nullable Long end) {
    int[] within = part(s, start, end);
    return Strs.startsWith(within == null ? "" : s.substring(within[0], within[1]), prefix)
        && within != null;
  }

  /** {@code s.endswith(suffix, start, end)}; the suffix may be a tuple of texts. */
  public static boolean endsWith(
      String s, @Nullable Object suffix, @Nullable Long start, @Nullable Long end) {
    int[] within = part(s, start, end);
    return Strs.endsWith(within == null ? "" : s.substring(within[0], within[1]), suffix)
        && within != null;
  }
}

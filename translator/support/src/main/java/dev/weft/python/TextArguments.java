package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Methods of str with arguments of unknown type: what does not fit is told in CPython's words. */
public final class TextArguments {
  private TextArguments() {}

  private static @Nullable String inherited(@Nullable Object value) {
    return value instanceof PyObject o && o.isValue() && o.container() instanceof String s
        ? s
        : null;
  }

  private static String text(@Nullable Object value, String before) {
    String inherited = inherited(value);
    if (inherited != null) {
      return inherited;
    }
    if (value instanceof String s) {
      return s;
    }
    if (Ops.member(value) instanceof String s) {
      return s;
    }
    throw new Errors.TypeError(before + "must be str, not " + Py.typeName(value));
  }

  private static @Nullable String stripped(@Nullable Object chars, String method) {
    if (chars == null || chars instanceof String) {
      return (String) chars;
    }
    String inherited = inherited(chars);
    if (inherited != null) {
      return inherited;
    }
    throw new Errors.TypeError(method + " arg must be None or str");
  }

  private static @Nullable String separator(@Nullable Object value) {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    String inherited = inherited(value);
    if (inherited != null) {
      return inherited;
    }
    throw new Errors.TypeError("must be str or None, not " + Py.typeName(value));
  }

  private static String fill(@Nullable Object value) {
    if (value instanceof String s) {
      if (Strs.len(s) != 1) {
        throw new Errors.TypeError("The fill character must be exactly one character long");
      }
      return s;
    }
    throw new Errors.TypeError(
        "The fill character must be a unicode character, not " + Py.typeName(value));
  }

  /** {@code ord(value)}. */
  public static long ord(@Nullable Object value) {
    return switch (value) {
      case String s -> Strs.ord(s);
      case Bytes b when b.length() == 1 -> b.get(0);
      case null, default ->
          throw new Errors.TypeError(
              "ord() expected string of length 1, but " + Py.typeName(value) + " found");
    };
  }

  /** {@code text.strip(chars)}. */
  public static String strip(String text, @Nullable Object chars) {
    return Strs.strip(text, stripped(chars, "strip"));
  }

  /** {@code text.lstrip(chars)}. */
  public static String lstrip(String text, @Nullable Object chars) {
    return Strs.lstrip(text, stripped(chars, "lstrip"));
  }

  /** {@code text.rstrip(chars)}. */
  public static String rstrip(String text, @Nullable Object chars) {
    return Strs.rstrip(text, stripped(chars, "rstrip"));
  }

  /** {@code text.split(separator, most)}. */
  public static List<String> split(String text, @Nullable Object separator, long most) {
    return Strs.split(text, separator(separator), most);
  }

  /** {@code text.rsplit(separator, most)}. */
  public static List<String> rsplit(String text, @Nullable Object separator, long most) {
    return Strs.rsplit(text, separator(separator), most);
  }

  /** {@code text.replace(old, new, count)}. */
  public static String replace(
      String text, @Nullable Object old, @Nullable Object replacement, long count) {
    return Strs.replace(
        text,
        text(old, "replace() argument 1 "),
        text(replacement, "replace() argument 2 "),
        count);
  }

  /** {@code text.join(parts)}. */
  public static String join(String text, @Nullable Object parts) {
    if (parts == null || !Iters.isIterable(parts)) {
      throw new Errors.TypeError("can only join an iterable");
    }
    return Strs.join(text, Iters.of(parts));
  }

  /** {@code text.find(part, start, end)}. */
  public static long find(
      String text, @Nullable Object part, @Nullable Long start, @Nullable Long end) {
    return TextSearch.find(text, text(part, ""), start, end);
  }

  /** {@code text.rfind(part, start, end)}. */
  public static long rfind(
      String text, @Nullable Object part, @Nullable Long start, @Nullable Long end) {
    return TextSearch.rfind(text, text(part, ""), start, end);
  }

  /** {@code text.index(part, start, end)}. */
  public static long index(
      String text, @Nullable Object part, @Nullable Long start, @Nullable Long end) {
    return TextSearch.index(text, text(part, ""), start, end);
  }

  /** {@code text.rindex(part, start, end)}. */
  public static long rindex(
      String text, @Nullable Object part, @Nullable Long start, @Nullable Long end) {
    return TextSearch.rindex(text, text(part, ""), start, end);
  }

  /** {@code text.count(part, start, end)}. */
  public static long count(
      String text, @Nullable Object part, @Nullable Long start, @Nullable Long end) {
    return TextSearch.count(text, text(part, ""), start, end);
  }

  /** {@code text.partition(separator)}. */
  public static Tuple3<String, String, String> partition(String text, @Nullable Object separator) {
    return Strs.partition(text, text(separator, ""));
  }

  /** {@code text.rpartition(separator)}. */
  public static Tuple3<String, String, String> rpartition(String text, @Nullable Object separator) {
    return Strs.rpartition(text, text(separator, ""));
  }

  /** {@code text.removeprefix(prefix)}. */
  public static String removePrefix(String text, @Nullable Object prefix) {
    return Strs.removePrefix(text, text(prefix, "removeprefix() argument "));
  }

  /** {@code text.removesuffix(suffix)}. */
  public static String removeSuffix(String text, @Nullable Object suffix) {
    return Strs.removeSuffix(text, text(suffix, "removesuffix() argument "));
  }

  /** {@code text.center(width, fill)}. */
  public static String center(String text, long width, @Nullable Object fill) {
    return Strs.center(text, width, fill(fill));
  }

  /** {@code text.ljust(width, fill)}. */
  public static String ljust(String text, long width, @Nullable Object fill) {
    return Strs.ljust(text, width, fill(fill));
  }

  /** {@code text.rjust(width, fill)}. */
  public static String rjust(String text, long width, @Nullable Object fill) {
    return Strs.rjust(text, width, fill(fill));
  }
}

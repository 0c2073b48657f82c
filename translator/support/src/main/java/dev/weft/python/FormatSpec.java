package dev.weft.python;

import org.jspecify.annotations.Nullable;

/**
 * A format specification, taken apart as CPython does it: {@code
 * [[fill]align][sign][z][#][0][width][grouping][.precision][type]}.
 *
 * @param fill what fills the width, one code point
 * @param align one of {@code <>=^}
 * @param sign one of {@code +- }, or 0
 * @param noNegativeZero whether {@code z} was given
 * @param alternate whether {@code #} was given
 * @param width the least width, or -1
 * @param grouping {@code ,} or {@code _}, or 0
 * @param precision the precision, or -1
 * @param type the code point of the presentation type, or 0
 */
record FormatSpec(
    String fill,
    char align,
    char sign,
    boolean noNegativeZero,
    boolean alternate,
    int width,
    char grouping,
    int precision,
    int type) {

  /** Takes a specification apart, for a value that is aligned so unless it says otherwise. */
  static FormatSpec parse(String spec, char defaultAlign, @Nullable Object value) {
    return new Reader(spec).read(defaultAlign, value);
  }

  /** The same without a precision. */
  FormatSpec withoutPrecision() {
    return new FormatSpec(fill, align, sign, noNegativeZero, alternate, width, grouping, -1, type);
  }

  /** What an error calls a type. */
  static String typeText(int type) {
    return type > 32 && type < 128 ? Character.toString(type) : "\\x" + Integer.toHexString(type);
  }

  Errors.ValueError unknownType(@Nullable Object value) {
    return new Errors.ValueError(
        "Unknown format code '"
            + typeText(type)
            + "' for object of type '"
            + Py.typeName(value)
            + "'");
  }

  private static boolean isAlign(int c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
  }

  private static final class Reader {
    private final String spec;
    private int at;

    Reader(String spec) {
      this.spec = spec;
    }

    private char next() {
      return at < spec.length() ? spec.charAt(at) : 0;
    }

    private boolean take(char c) {
      boolean found = at < spec.length() && spec.charAt(at) == c;
      at += found ? 1 : 0;
      return found;
    }

    FormatSpec read(char defaultAlign, @Nullable Object value) {
      String fill = "";
      char align = 0;
      int first = spec.isEmpty() ? 0 : Character.charCount(spec.codePointAt(0));
      if (first > 0 && first < spec.length() && isAlign(spec.charAt(first))) {
        fill = spec.substring(0, first);
        align = spec.charAt(first);
        at = first + 1;
      } else if (isAlign(next())) {
        align = spec.charAt(at++);
      }
      char sign = next() == '+' || next() == '-' || next() == ' ' ? spec.charAt(at++) : 0;
      boolean noNegativeZero = take('z');
      boolean alternate = take('#');
      if (fill.isEmpty() && take('0')) {
        fill = "0";
        align = align == 0 && defaultAlign == '>' ? '=' : align;
      }
      int width = number();
      char grouping = grouping();
      int precision = -1;
      if (take('.')) {
        precision = number();
        if (precision < 0) {
          throw new Errors.ValueError("Format specifier missing precision");
        }
      }
      int type = at < spec.length() ? spec.codePointAt(at) : 0;
      if (spec.length() - at > Character.charCount(type)) {
        throw new Errors.ValueError(
            "Invalid format specifier '"
                + spec
                + "' for object of type '"
                + Py.typeName(value)
                + "'");
      }
      return new FormatSpec(
          fill.isEmpty() ? " " : fill,
          align == 0 ? defaultAlign : align,
          sign,
          noNegativeZero,
          alternate,
          width,
          grouping,
          precision,
          type);
    }

    private char grouping() {
      char grouping = take(',') ? ',' : 0;
      if (take('_')) {
        if (grouping != 0) {
          throw new Errors.ValueError("Cannot specify both ',' and '_'.");
        }
        grouping = '_';
      }
      if (next() == ',' && grouping == '_') {
        throw new Errors.ValueError("Cannot specify both ',' and '_'.");
      }
      return grouping;
    }

    private int number() {
      int start = at;
      long value = 0;
      while (next() >= '0' && next() <= '9') {
        value = value * 10 + (spec.charAt(at++) - '0');
        if (value > Integer.MAX_VALUE) {
          throw new Errors.ValueError("Too many decimal digits in format string");
        }
      }
      return at == start ? -1 : (int) value;
    }
  }
}

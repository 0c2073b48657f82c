package dev.weft.python;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers in the format mini-language. */
final class NumberText {
  private NumberText() {}

  /** An int, as a {@code Long} or {@code BigInteger}. */
  static String ofInt(Object value, FormatSpec spec) {
    int type = spec.type() == 0 ? 'd' : spec.type();
    checkGrouping(spec, type);
    if ("eEfFgG%".indexOf(type) >= 0) {
      return ofFloat(Numbers.toDouble(value), spec);
    }
    if ("bcdoxXn".indexOf(type) < 0) {
      throw spec.unknownType(value);
    }
    if (spec.precision() >= 0) {
      throw new Errors.ValueError("Precision not allowed in integer format specifier");
    }
    if (spec.noNegativeZero()) {
      throw new Errors.ValueError(
          "Negative zero coercion (z) not allowed in integer format specifier");
    }
    if (type == 'c') {
      return character(value, spec);
    }
    BigInteger number =
        value instanceof BigInteger big ? big : BigInteger.valueOf(((Number) value).longValue());
    int base = type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
    String digits = number.abs().toString(base);
    String prefix = spec.alternate() && base != 10 ? "0" + (char) type : "";
    return laidOut(
        spec,
        sign(spec, number.signum() < 0),
        prefix,
        type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits,
        "",
        base == 10 ? 3 : 4);
  }

  private static String character(Object value, FormatSpec spec) {
    if (spec.sign() != 0) {
      throw new Errors.ValueError("Sign not allowed with integer format specifier 'c'");
    }
    if (spec.alternate()) {
      throw new Errors.ValueError(
          "Alternate form (#) not allowed with integer format specifier 'c'");
    }
    return laidOut(spec, "", "", ofCodePoint(value), "", 0);
  }

  /** {@code %c} of an int. */
  static String ofCodePoint(Object value) {
    if (!(value instanceof Long l) || l < 0 || l > Character.MAX_CODE_POINT) {
      throw new Errors.OverflowError("%c arg not in range(0x110000)");
    }
    return Strs.chr(l);
  }

  /** A float. */
  static String ofFloat(double given, FormatSpec spec) {
    int type = spec.type();
    checkGrouping(spec, type);
    if (type != 0 && "eEfFgGn%".indexOf(type) < 0) {
      throw spec.unknownType(given);
    }
    boolean percent = type == '%';
    double d = percent ? given * 100 : given;
    boolean negative = d < 0 || (d == 0 && 1 / d < 0);
    String text = digits(Math.abs(d), spec, type) + (percent ? "%" : "");
    if (negative && spec.noNegativeZero() && isZero(text)) {
      negative = false;
    }
    if (type == 'E' || type == 'F' || type == 'G') {
      text = text.toUpperCase(Locale.ROOT);
    }
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return laidOut(spec, sign(spec, negative), "", text.substring(0, end), text.substring(end), 3);
  }

  private static String digits(double d, FormatSpec spec, int type) {
    if (Double.isNaN(d) || Double.isInfinite(d)) {
      return Numbers.repr(d);
    }
    int precision = spec.precision() < 0 ? 6 : spec.precision();
    return switch (type) {
      case 0 ->
          spec.precision() < 0
              ? Numbers.repr(d)
              : FloatText.general(d, precision, spec.alternate(), true);
      case 'e', 'E' -> FloatText.scientific(d, precision, spec.alternate());
      case 'f', 'F', '%' -> FloatText.fixed(d, precision, spec.alternate());
      default -> FloatText.general(d, precision, spec.alternate(), false);
    };
  }

  private static boolean isZero(String text) {
    for (int i = 0; i < text.length() && text.charAt(i) != 'e'; i++) {
      if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
        return false;
      }
    }
    return true;
  }

  private static String sign(FormatSpec spec, boolean negative) {
    return negative ? "-" : spec.sign() == '+' || spec.sign() == ' ' ? "" + spec.sign() : "";
  }

  /** A separator goes with numbers only, and a comma with decimal ones only. */
  static void checkGrouping(FormatSpec spec, int type) {
    if (spec.grouping() == 0
        || type == 0
        || "defgEG%F".indexOf(type) >= 0
        || (spec.grouping() == '_' && "boxX".indexOf(type) >= 0)) {
      return;
    }
    throw new Errors.ValueError(
        "Cannot specify '" + spec.grouping() + "' with '" + FormatSpec.typeText(type) + "'.");
  }

  private static String laidOut(
      FormatSpec spec, String sign, String prefix, String digits, String rest, int size) {
    String grouped = digits;
    if (spec.grouping() != 0 && !digits.isEmpty()) {
      boolean filled = spec.fill().equals("0") && spec.align() == '=';
      int room = spec.width() - sign.length() - prefix.length() - rest.length();
      grouped = grouped(digits, spec.grouping(), size, filled ? room : 0);
    }
    return padded(spec, sign + prefix, grouped + rest);
  }

  /** Digits with a separator between groups, and zeros before them up to a width. */
  private static String grouped(String digits, char separator, int size, int width) {
    StringBuilder out = new StringBuilder();
    int count = 0;
    for (int i = digits.length() - 1; i >= 0 || out.length() < width; i--) {
      if (count > 0 && count % size == 0) {
        out.append(separator);
      }
      out.append(i >= 0 ? digits.charAt(i) : '0');
      count++;
    }
    return out.reverse().toString();
  }

  /** A text in its width. */
  static String padded(FormatSpec spec, String lead, String body) {
    int missing = spec.width() - (int) Strs.len(lead) - (int) Strs.len(body);
    if (missing <= 0) {
      return lead + body;
    }
    int left =
        switch (spec.align()) {
          case '<' -> 0;
          case '^' -> missing / 2;
          default -> missing;
        };
    String before = spec.fill().repeat(left);
    return spec.align() == '='
        ? lead + before + body
        : before + lead + body + spec.fill().repeat(missing - left);
  }
}

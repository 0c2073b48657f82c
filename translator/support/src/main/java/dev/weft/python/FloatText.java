package dev.weft.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The digits of a float without its sign, as the presentation types ask for them. */
public final class FloatText {
  private static final int HEX_DIGITS = 13;

  private FloatText() {}

  /** {@code f}. */
  static String fixed(double d, int precision, boolean alternate) {
    String text = new BigDecimal(d).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return precision == 0 && alternate ? text + "." : text;
  }

  /** {@code e}. */
  static String scientific(double d, int precision, boolean alternate) {
    BigDecimal rounded = rounded(d, precision + 1);
    int exponent = d == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String digits = d == 0 ? "0" : rounded.unscaledValue().toString();
    digits += "0".repeat(Math.max(0, precision + 1 - digits.length()));
    return digits.charAt(0)
        + (precision > 0 || alternate ? "." : "")
        + digits.substring(1, precision + 1)
        + exponent(exponent);
  }

  /**
   * {@code g}, or, where a float without a type has a precision, the same with a digit behind the
   * point.
   */
  static String general(double d, int wanted, boolean alternate, boolean point) {
    int precision = wanted == 0 ? 1 : wanted;
    BigDecimal rounded = rounded(d, precision);
    int exponent = d == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent >= precision - (point ? 1 : 0)) {
      String text = scientific(d, precision - 1, alternate);
      int e = text.indexOf('e');
      return (alternate ? text.substring(0, e) : shorter(text.substring(0, e))) + text.substring(e);
    }
    String plain =
        rounded
            .setScale(Math.max(0, precision - 1 - exponent), RoundingMode.UNNECESSARY)
            .toPlainString();
    if (alternate) {
      return plain.contains(".") ? plain : plain + ".";
    }
    String text = shorter(plain);
    return point && !text.contains(".") ? text + ".0" : text;
  }

  private static BigDecimal rounded(double d, int precision) {
    return d == 0
        ? BigDecimal.ZERO
        : new BigDecimal(d).round(new MathContext(precision, RoundingMode.HALF_EVEN));
  }

  private static String exponent(int exponent) {
    int size = Math.abs(exponent);
    return (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }

  /** Without zeros at the end behind a point, and without a point at the end. */
  private static String shorter(String digits) {
    if (!digits.contains(".")) {
      return digits;
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /** {@code x.hex()}: always with all digits, and with the sign of the exponent. */
  public static String hex(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return Py.str(x);
    }
    String[] parts = Double.toHexString(x).split("[.p]", -1);
    if (x == 0) {
      return parts[0] + ".0p+0";
    }
    String digits = parts[1] + "0".repeat(HEX_DIGITS - parts[1].length());
    return parts[0] + "." + digits + "p" + (parts[2].startsWith("-") ? "" : "+") + parts[2];
  }
}

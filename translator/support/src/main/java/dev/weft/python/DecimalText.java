package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code format(decimal, spec)}. */
final class DecimalText {
  private static final Pattern SPEC =
      Pattern.compile("(?:(.)?([<>=^]))?([-+ ])?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?([eEfFgGn%])?");

  private DecimalText() {}

  static String format(Decimal value, String spec) {
    Matcher m = SPEC.matcher(spec);
    if (!m.matches()) {
      throw new Errors.ValueError("invalid format string");
    }
    String type = m.group(8) == null ? "" : m.group(8);
    String plus = m.group(3) == null || m.group(3).equals("-") ? "" : m.group(3);
    String sign = value.isNegative() ? "-" : plus;
    String digits =
        value.isFinite()
            ? digits(value, type, m.group(7))
            : Decimal.of(value).toString().replace("-", "");
    if (m.group(6) != null) {
      int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
      digits =
          digits.substring(0, point).replaceAll("(?<=\\d)(?=(\\d{3})+$)", m.group(6))
              + digits.substring(point);
    }
    String text = digits + (type.equals("%") ? "%" : "");
    int width = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
    int lacking = Math.max(0, width - sign.length() - text.length());
    if ((m.group(4) != null && m.group(2) == null) || "=".equals(m.group(2))) {
      String fill = m.group(1) == null ? (m.group(4) == null ? " " : "0") : m.group(1);
      return sign + fill.repeat(lacking) + text;
    }
    String fill = m.group(1) == null ? " " : m.group(1);
    String align = m.group(2) == null ? ">" : m.group(2);
    return width == 0 ? sign + text : Format.of(sign + text, fill + align + width);
  }

  private static String digits(
      Decimal value, String type, @org.jspecify.annotations.Nullable String places) {
    BigDecimal shown = value.value();
    var mode = DecimalContext.mode(DecimalContext.now().rounding());
    int wanted = places == null ? -1 : Integer.parseInt(places);
    switch (type) {
      case "%" -> shown = shown.movePointRight(2);
      case "e", "E" -> {
        if (wanted >= 0) {
          shown = shown.round(new MathContext(wanted + 1, mode));
          shown =
              shown.signum() == 0
                  ? shown
                  : shown.setScale(shown.scale() + wanted + 1 - shown.precision());
        }
        return scientific(shown.abs(), type);
      }
      case "", "g", "G", "n" -> {
        if (wanted >= 0 && shown.precision() > Math.max(wanted, 1)) {
          shown = shown.round(new MathContext(Math.max(wanted, 1), mode));
        }
        String text = shown.abs().toString();
        return type.equals("g") || type.equals("n") ? text.replace('E', 'e') : text;
      }
      default -> {}
    }
    if (wanted >= 0) {
      shown = shown.setScale(wanted, mode);
    }
    return shown.abs().toPlainString();
  }

  private static String scientific(BigDecimal value, String letter) {
    BigInteger digits = value.unscaledValue();
    String text = digits.toString();
    int exponent = text.length() - 1 - value.scale();
    String rest = text.substring(1);
    return text.charAt(0)
        + (rest.isEmpty() ? "" : "." + rest)
        + letter
        + (exponent < 0 ? "-" : "+")
        + Math.abs(exponent);
  }
}

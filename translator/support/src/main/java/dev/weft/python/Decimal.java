package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code decimal.Decimal}, in the default context of 28 digits. */
public record Decimal(BigDecimal value) implements Repr, Comparable<Decimal>, Truthy {
  private static final Pattern SPEC =
      Pattern.compile("(?:(.)?([<>=^]))?([+ ])?(0)?(\\d+)?(,)?(?:\\.(\\d+))?([fF%])?");
  private static final MathContext CONTEXT = new MathContext(28, RoundingMode.HALF_EVEN);

  /** {@code Decimal(value)}. */
  public static Decimal of(@Nullable Object value) {
    return switch (value) {
      case Decimal d -> d;
      case Double d -> new Decimal(new BigDecimal(d));
      case Long l -> new Decimal(BigDecimal.valueOf(l));
      case BigInteger b -> new Decimal(new BigDecimal(b));
      case String s -> parse(s);
      case null, default ->
          throw new Errors.TypeError(
              "conversion from " + Py.typeName(value) + " to Decimal is not supported");
    };
  }

  private static Decimal parse(String text) {
    try {
      return new Decimal(new BigDecimal(text.strip().replace("_", "")));
    } catch (NumberFormatException e) {
      throw Errors.from(new Errors.InvalidOperation("[<class 'decimal.ConversionSyntax'>]"), e);
    }
  }

  /** {@code a + b}. */
  public Decimal add(@Nullable Object other) {
    return new Decimal(value.add(of(other).value, CONTEXT));
  }

  /** {@code a - b}. */
  public Decimal sub(@Nullable Object other) {
    return new Decimal(value.subtract(of(other).value, CONTEXT));
  }

  /** {@code a * b}. */
  public Decimal mul(@Nullable Object other) {
    return new Decimal(value.multiply(of(other).value, CONTEXT));
  }

  /** {@code a / b}. */
  public Decimal truediv(@Nullable Object other) {
    BigDecimal by = of(other).value;
    if (by.signum() == 0) {
      throw new Errors.ZeroDivisionError("[<class 'decimal.DivisionByZero'>]");
    }
    BigDecimal quotient = value.divide(by, CONTEXT);
    BigDecimal exact = quotient.stripTrailingZeros();
    int ideal = value.scale() - by.scale();
    boolean isExact = exact.multiply(by).compareTo(value) == 0;
    return new Decimal(
        isExact
            ? exact.setScale(Math.max(ideal, exact.scale()), RoundingMode.UNNECESSARY)
            : quotient);
  }

  /** {@code a // b}. */
  public Decimal floordiv(@Nullable Object other) {
    return new Decimal(value.divideToIntegralValue(of(other).value).setScale(0, RoundingMode.DOWN));
  }

  /** {@code a % b}. */
  public Decimal mod(@Nullable Object other) {
    return new Decimal(value.remainder(of(other).value));
  }

  /** {@code a ** n}. */
  public Decimal pow(long n) {
    return new Decimal(value.pow((int) n, CONTEXT));
  }

  /** {@code -a}. */
  public Decimal neg() {
    return new Decimal(value.negate());
  }

  /** {@code abs(a)}. */
  public Decimal abs() {
    return new Decimal(value.abs());
  }

  /** {@code sqrt()}. */
  public Decimal sqrt() {
    return new Decimal(value.sqrt(CONTEXT));
  }

  /** {@code round(a, digits)}. */
  public Decimal round(long digits) {
    return new Decimal(value.setScale((int) digits, RoundingMode.HALF_EVEN));
  }

  /** {@code round(a)}. */
  public long round() {
    return value.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** {@code int(a)}. */
  public long toLong() {
    return value.setScale(0, RoundingMode.DOWN).longValueExact();
  }

  /** {@code float(a)}. */
  public double toDouble() {
    return value.doubleValue();
  }

  /** {@code sum(values, start)}. */
  public static Decimal sum(Iterable<Decimal> values, Decimal start) {
    Decimal all = start;
    for (Decimal value : values) {
      all = all.add(value);
    }
    return all;
  }

  /** {@code format(a, spec)}. */
  public String format(String spec) {
    Matcher m = SPEC.matcher(spec);
    if (!m.matches()) {
      throw new Errors.ValueError("invalid format string");
    }
    boolean percent = "%".equals(m.group(8));
    BigDecimal shown = percent ? value.movePointRight(2) : value;
    if (m.group(7) != null) {
      shown = shown.setScale(Integer.parseInt(m.group(7)), RoundingMode.HALF_EVEN);
    }
    String digits = m.group(8) == null ? shown.abs().toString() : shown.abs().toPlainString();
    if (m.group(6) != null) {
      int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
      digits =
          digits.substring(0, point).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",")
              + digits.substring(point);
    }
    String plus = m.group(3) == null ? "" : m.group(3);
    String sign = shown.signum() < 0 ? "-" : plus;
    String text = digits + (percent ? "%" : "");
    int width = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
    if (m.group(4) != null && m.group(2) == null) {
      return sign + "0".repeat(Math.max(0, width - sign.length() - text.length())) + text;
    }
    String fill = m.group(1) == null ? " " : m.group(1);
    String align = m.group(2) == null ? ">" : m.group(2);
    return width == 0 ? sign + text : Format.of(sign + text, fill + align + width);
  }

  /** {@code normalize()}. */
  public Decimal normalize() {
    return new Decimal(value.stripTrailingZeros());
  }

  /** {@code quantize(exponent, rounding)}. */
  public Decimal quantize(Decimal exponent, String rounding) {
    return new Decimal(value.setScale(exponent.value.scale(), RoundingMode.valueOf(rounding)));
  }

  @Override
  public boolean truthy() {
    return value.signum() != 0;
  }

  @Override
  public int compareTo(Decimal other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return switch (other) {
      case Decimal d -> value.compareTo(d.value) == 0;
      case Long l -> value.compareTo(BigDecimal.valueOf(l)) == 0;
      case Double d -> value.compareTo(new BigDecimal(d)) == 0;
      case null, default -> false;
    };
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }

  @Override
  public String repr() {
    return "Decimal('" + this + "')";
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

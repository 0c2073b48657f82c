package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** {@code decimal.Decimal}, in the default context of 28 digits. */
public record Decimal(BigDecimal value) implements Repr, Comparable<Decimal>, Truthy {
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
      throw Errors.from(
          new Errors.InvalidOperation("[<class 'decimal.ConversionSyntax'>]"), e);
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
        isExact ? exact.setScale(Math.max(ideal, exact.scale()), RoundingMode.UNNECESSARY) : quotient);
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

  /** {@code normalize()}. */
  public Decimal normalize() {
    return new Decimal(value.stripTrailingZeros());
  }

  /** {@code quantize(exponent, rounding)}. */
  public Decimal quantize(Decimal exponent, String rounding) {
    return new Decimal(
        value.setScale(exponent.value.scale(), RoundingMode.valueOf(rounding)));
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

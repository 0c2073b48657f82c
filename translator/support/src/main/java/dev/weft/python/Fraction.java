package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code fractions.Fraction}. */
public final class Fraction implements Repr, Comparable<Fraction>, Truthy {
  private final BigInteger numerator;
  private final BigInteger denominator;

  private Fraction(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new Errors.ZeroDivisionError("Fraction(" + numerator + ", 0)");
    }
    BigInteger common = numerator.gcd(denominator).max(BigInteger.ONE);
    BigInteger sign = denominator.signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ONE;
    this.numerator = numerator.divide(common).multiply(sign);
    this.denominator = denominator.divide(common).multiply(sign);
  }

  private static BigInteger big(Number n) {
    return n instanceof BigInteger b ? b : BigInteger.valueOf(n.longValue());
  }

  /** {@code Fraction(numerator, denominator)}. */
  public static Fraction of(Number numerator, Number denominator) {
    return new Fraction(big(numerator), big(denominator));
  }

  /** {@code Fraction(value)}. */
  public static Fraction parse(@Nullable Object value) {
    return switch (value) {
      case Fraction f -> f;
      case Double d -> ofDecimal(new BigDecimal(d));
      case Number n -> new Fraction(big(n), BigInteger.ONE);
      case String s when s.contains("/") -> {
        String[] parts = s.strip().split("/", 2);
        yield new Fraction(new BigInteger(parts[0]), new BigInteger(parts[1]));
      }
      case String s -> ofDecimal(new BigDecimal(s.strip()));
      case null, default ->
          throw new Errors.TypeError("argument should be a string or a Rational instance");
    };
  }

  private static Fraction ofDecimal(BigDecimal d) {
    BigInteger scale = BigInteger.TEN.pow(Math.max(0, d.scale()));
    return new Fraction(d.multiply(new BigDecimal(scale)).toBigIntegerExact(), scale);
  }

  /** {@code numerator}. */
  public Number numerator() {
    return small(numerator);
  }

  /** {@code denominator}. */
  public Number denominator() {
    return small(denominator);
  }

  private static Number small(BigInteger n) {
    return n.bitLength() < 64 ? (Number) n.longValue() : n;
  }

  /** {@code (numerator, denominator)}. */
  public Tuple2<Long, Long> pair() {
    return new Tuple2<>(numerator.longValueExact(), denominator.longValueExact());
  }

  /** {@code a + b}. */
  public Fraction add(@Nullable Object other) {
    Fraction o = parse(other);
    return new Fraction(
        numerator.multiply(o.denominator).add(o.numerator.multiply(denominator)),
        denominator.multiply(o.denominator));
  }

  /** {@code a - b}. */
  public Fraction sub(@Nullable Object other) {
    return add(parse(other).neg());
  }

  /** {@code a * b}. */
  public Fraction mul(@Nullable Object other) {
    Fraction o = parse(other);
    return new Fraction(numerator.multiply(o.numerator), denominator.multiply(o.denominator));
  }

  /** {@code a / b}. */
  public Fraction truediv(@Nullable Object other) {
    Fraction o = parse(other);
    return new Fraction(numerator.multiply(o.denominator), denominator.multiply(o.numerator));
  }

  /** {@code -a}. */
  public Fraction neg() {
    return new Fraction(numerator.negate(), denominator);
  }

  /** {@code float(a)}. */
  public double toDouble() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), java.math.MathContext.DECIMAL128)
        .doubleValue();
  }

  @Override
  public boolean truthy() {
    return numerator.signum() != 0;
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return switch (other) {
      case Fraction f -> compareTo(f) == 0;
      case Number n -> compareTo(parse(n)) == 0;
      case null, default -> false;
    };
  }

  @Override
  public int hashCode() {
    return 31 * numerator.hashCode() + denominator.hashCode();
  }

  @Override
  public String repr() {
    return "Fraction(" + numerator + ", " + denominator + ")";
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}

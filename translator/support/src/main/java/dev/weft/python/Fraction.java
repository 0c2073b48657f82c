package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
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
      case Decimal d when d.isFinite() -> ofDecimal(d.value());
      case Boolean b -> new Fraction(b ? BigInteger.ONE : BigInteger.ZERO, BigInteger.ONE);
      case Number n -> new Fraction(big(n), BigInteger.ONE);
      case String s when s.contains("/") -> {
        String[] parts = s.strip().split("/", 2);
        yield new Fraction(whole(parts[0].strip(), s), whole(parts[1].strip(), s));
      }
      case String s -> {
        try {
          yield ofDecimal(new BigDecimal(s.strip().replace("_", "")));
        } catch (NumberFormatException e) {
          throw Exceptions.from(
              new Errors.ValueError("Invalid literal for Fraction: " + Py.repr(s)), e);
        }
      }
      case null, default ->
          throw new Errors.TypeError("argument should be a string or a Rational instance");
    };
  }

  private static BigInteger whole(String digits, String text) {
    if (!digits.matches("[+-]?\\d+")) {
      throw new Errors.ValueError("Invalid literal for Fraction: " + Py.repr(text));
    }
    return new BigInteger(digits);
  }

  private static Fraction ofDecimal(BigDecimal d) {
    BigInteger scale = BigInteger.TEN.pow(Math.max(0, d.scale()));
    return new Fraction(d.multiply(new BigDecimal(scale)).toBigIntegerExact(), scale);
  }

  /** {@code numerator}. */
  @Property
  public Number numerator() {
    return Numbers.number(numerator);
  }

  /** {@code denominator}. */
  @Property
  public Number denominator() {
    return Numbers.number(denominator);
  }

  /** {@code (numerator, denominator)}. */
  public Tuple2<Number, Number> pair() {
    return new Tuple2<>(numerator(), denominator());
  }

  private static boolean isRational(@Nullable Object value) {
    return value instanceof Fraction || value instanceof Boolean || Numbers.isNumber(value);
  }

  /** {@code a + b}. */
  public Object add(@Nullable Object other) {
    if (other instanceof Double d) {
      return Numbers.add((Object) toDouble(), d);
    }
    return isRational(other) ? plus(parse(other)) : Py.NOT_IMPLEMENTED;
  }

  /** {@code b + a}. */
  public Object radd(@Nullable Object other) {
    if (other instanceof Double d) {
      return Numbers.add(d, (Object) toDouble());
    }
    return isRational(other) ? parse(other).add(this) : Py.NOT_IMPLEMENTED;
  }

  /** {@code a - b}. */
  public Object sub(@Nullable Object other) {
    if (other instanceof Double d) {
      return Numbers.subtract((Object) toDouble(), d);
    }
    return isRational(other) ? plus(parse(other).neg()) : Py.NOT_IMPLEMENTED;
  }

  /** {@code b - a}. */
  public Object rsub(@Nullable Object other) {
    if (other instanceof Double d) {
      return Numbers.subtract(d, (Object) toDouble());
    }
    return isRational(other) ? parse(other).sub(this) : Py.NOT_IMPLEMENTED;
  }

  /** {@code a * b}. */
  public Object mul(@Nullable Object other) {
    if (other instanceof Double d) {
      return Numbers.multiply((Object) toDouble(), d);
    }
    return isRational(other) ? times(parse(other)) : Py.NOT_IMPLEMENTED;
  }

  /** {@code b * a}. */
  public Object rmul(@Nullable Object other) {
    if (other instanceof Double d) {
      return Numbers.multiply(d, (Object) toDouble());
    }
    return isRational(other) ? parse(other).mul(this) : Py.NOT_IMPLEMENTED;
  }

  /** {@code a / b}. */
  public Object truediv(@Nullable Object other) {
    if (other instanceof Double d) {
      return Numbers.divide(toDouble(), d);
    }
    return isRational(other) ? over(parse(other)) : Py.NOT_IMPLEMENTED;
  }

  /** {@code b / a}. */
  public Object rtruediv(@Nullable Object other) {
    if (other instanceof Double d) {
      return Numbers.divide((double) d, toDouble());
    }
    return isRational(other) ? parse(other).truediv(this) : Py.NOT_IMPLEMENTED;
  }

  /** {@code a // b}. */
  public Object floordiv(@Nullable Object other) {
    if (other instanceof Double d) {
      return Ops.floorDiv((Object) toDouble(), d);
    }
    return isRational(other)
        ? Numbers.number(over(parse(other)).rounded(RoundingMode.FLOOR))
        : Py.NOT_IMPLEMENTED;
  }

  /** {@code b // a}. */
  public Object rfloordiv(@Nullable Object other) {
    if (other instanceof Double d) {
      return Ops.floorDiv(d, (Object) toDouble());
    }
    return isRational(other) ? parse(other).floordiv(this) : Py.NOT_IMPLEMENTED;
  }

  /** {@code a % b}. */
  public Object mod(@Nullable Object other) {
    if (other instanceof Double d) {
      return Ops.mod((Object) toDouble(), d);
    }
    return isRational(other) ? modulo(parse(other)) : Py.NOT_IMPLEMENTED;
  }

  /** {@code b % a}. */
  public Object rmod(@Nullable Object other) {
    if (other instanceof Double d) {
      return Ops.mod(d, (Object) toDouble());
    }
    return isRational(other) ? parse(other).mod(this) : Py.NOT_IMPLEMENTED;
  }

  /** {@code divmod(a, b)}. */
  public Object divmod(@Nullable Object other) {
    return isRational(other) ? new Tuple2<>(floordiv(other), mod(other)) : Py.NOT_IMPLEMENTED;
  }

  /** {@code a ** b}. */
  public Object pow(@Nullable Object other) {
    boolean whole =
        other instanceof Long
            || (other instanceof Fraction f && f.denominator.equals(BigInteger.ONE));
    if (!whole) {
      return isRational(other) || other instanceof Double
          ? Ops.pow(toDouble(), Numbers.toDouble(other))
          : Py.NOT_IMPLEMENTED;
    }
    int n = parse(other).numerator.intValueExact();
    return n >= 0
        ? new Fraction(numerator.pow(n), denominator.pow(n))
        : new Fraction(denominator.pow(-n), numerator.pow(-n));
  }

  /** {@code b ** a}. */
  public Object rpow(@Nullable Object other) {
    return isRational(other) || other instanceof Double
        ? denominator.equals(BigInteger.ONE) && !(other instanceof Double)
            ? parse(other).pow(this)
            : Ops.pow(Numbers.toDouble(other), toDouble())
        : Py.NOT_IMPLEMENTED;
  }

  private Fraction plus(Fraction o) {
    return new Fraction(
        numerator.multiply(o.denominator).add(o.numerator.multiply(denominator)),
        denominator.multiply(o.denominator));
  }

  private Fraction times(Fraction o) {
    return new Fraction(numerator.multiply(o.numerator), denominator.multiply(o.denominator));
  }

  private Fraction over(Fraction o) {
    if (o.numerator.signum() == 0) {
      throw new Errors.ZeroDivisionError("Fraction(" + numerator.multiply(o.denominator) + ", 0)");
    }
    return new Fraction(numerator.multiply(o.denominator), denominator.multiply(o.numerator));
  }

  private Fraction modulo(Fraction o) {
    BigInteger times = over(o).rounded(RoundingMode.FLOOR);
    return plus(new Fraction(times, BigInteger.ONE).times(o).neg());
  }

  private BigInteger rounded(RoundingMode mode) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), 0, mode).toBigInteger();
  }

  /** {@code math.floor(a)}. */
  public Number floor() {
    return Numbers.number(rounded(RoundingMode.FLOOR));
  }

  /** {@code math.ceil(a)}. */
  public Number ceil() {
    return Numbers.number(rounded(RoundingMode.CEILING));
  }

  /** {@code int(a)}. */
  public Number trunc() {
    return Numbers.number(rounded(RoundingMode.DOWN));
  }

  /** {@code round(a)}. */
  public Number round() {
    return Numbers.number(rounded(RoundingMode.HALF_EVEN));
  }

  /** {@code round(a, digits)}. */
  public Fraction round(long digits) {
    BigInteger scale = BigInteger.TEN.pow((int) Math.abs(digits));
    Fraction by = new Fraction(scale, BigInteger.ONE);
    Fraction scaled = digits >= 0 ? times(by) : over(by);
    Fraction whole = new Fraction(scaled.rounded(RoundingMode.HALF_EVEN), BigInteger.ONE);
    return digits >= 0 ? whole.over(by) : whole.times(by);
  }

  /** {@code limit_denominator(most)}: the closest fraction whose denominator is not above. */
  public Fraction limit(Number most) {
    BigInteger limit = Numbers.integer(most);
    if (limit.signum() <= 0) {
      throw new Errors.ValueError("max_denominator should be at least 1");
    }
    if (denominator.compareTo(limit) <= 0) {
      return this;
    }
    BigInteger p0 = BigInteger.ZERO;
    BigInteger q0 = BigInteger.ONE;
    BigInteger p1 = BigInteger.ONE;
    BigInteger q1 = BigInteger.ZERO;
    BigInteger n = numerator;
    BigInteger d = denominator;
    while (true) {
      BigInteger a = new Fraction(n, d).rounded(RoundingMode.FLOOR);
      BigInteger q2 = q0.add(a.multiply(q1));
      if (q2.compareTo(limit) > 0) {
        break;
      }
      BigInteger p2 = p0.add(a.multiply(p1));
      p0 = p1;
      q0 = q1;
      p1 = p2;
      q1 = q2;
      BigInteger rest = n.subtract(a.multiply(d));
      n = d;
      d = rest;
    }
    BigInteger k = limit.subtract(q0).divide(q1);
    Fraction first = new Fraction(p0.add(k.multiply(p1)), q0.add(k.multiply(q1)));
    Fraction second = new Fraction(p1, q1);
    return second.distance(this).compareTo(first.distance(this)) <= 0 ? second : first;
  }

  private Fraction distance(Fraction other) {
    return plus(other.neg()).abs();
  }

  /** {@code -a}. */
  public Fraction neg() {
    return new Fraction(numerator.negate(), denominator);
  }

  /** {@code +a}. */
  public Fraction pos() {
    return this;
  }

  /** {@code abs(a)}. */
  public Fraction abs() {
    return new Fraction(numerator.abs(), denominator);
  }

  /** {@code float(a)}. */
  public double toDouble() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), new MathContext(60))
        .doubleValue();
  }

  static boolean comparable(@Nullable Object value) {
    return isRational(value);
  }

  /** The order of two numbers of which one is a fraction. */
  static int order(@Nullable Object a, @Nullable Object b) {
    return parse(a).compareTo(parse(b));
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
      case Double d -> !d.isNaN() && !d.isInfinite() && compareTo(parse(d)) == 0;
      case Number n -> compareTo(parse(n)) == 0;
      case null, default -> false;
    };
  }

  @Override
  public int hashCode() {
    if (denominator.equals(BigInteger.ONE)) {
      return numerator.hashCode();
    }
    double exact = numerator.doubleValue() / denominator.doubleValue();
    return Double.isFinite(exact) && compareTo(parse(exact)) == 0
        ? Double.hashCode(exact)
        : 31 * numerator.hashCode() + denominator.hashCode();
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

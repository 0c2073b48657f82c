package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code decimal.Decimal}: a sign, digits and an exponent, as the General Decimal Arithmetic
 * Specification has them, so that zeros keep their sign and their places.
 */
public final class Decimal implements Repr, Comparable<Decimal>, Truthy {
  private static final Pattern NUMBER =
      Pattern.compile("([+-])?(?:(\\d+)(?:\\.(\\d*))?|\\.(\\d+))(?:[eE]([+-]?\\d+))?");
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  /** What is no number of digits. */
  enum Kind {
    FINITE,
    INFINITE,
    NAN
  }

  private final Kind kind;
  private final boolean negative;

  /** The digits; zero for what is not finite. */
  private final BigDecimal size;

  private Decimal(Kind kind, boolean negative, BigDecimal size) {
    this.kind = kind;
    this.negative = negative;
    this.size = size;
  }

  private static Decimal finite(boolean negative, BigDecimal size) {
    return new Decimal(Kind.FINITE, negative, size);
  }

  private static Decimal signed(BigDecimal value) {
    return finite(value.signum() < 0, value.abs());
  }

  /** {@code Decimal(value)}. */
  public static Decimal of(@Nullable Object value) {
    return switch (value) {
      case Decimal d -> d;
      case Double d when d.isNaN() -> new Decimal(Kind.NAN, false, BigDecimal.ZERO);
      case Double d when d.isInfinite() -> new Decimal(Kind.INFINITE, d < 0, BigDecimal.ZERO);
      case Double d -> finite(d < 0 || 1 / d < 0, new BigDecimal(d).abs());
      case String s -> parse(s);
      case FixedTuple t when t.values().size() == 3 -> ofParts(t);
      case Object n when Numbers.isNumber(n) || n instanceof Boolean ->
          signed(new BigDecimal(Numbers.integer(n)));
      case null, default ->
          throw new Errors.TypeError(
              "conversion from " + Py.typeName(value) + " to Decimal is not supported");
    };
  }

  private static Decimal ofParts(FixedTuple parts) {
    StringBuilder digits = new StringBuilder("0");
    Iters.of(parts.values().get(1)).forEach(d -> digits.append(Numbers.toLong(d)));
    return finite(
        Py.truth(parts.values().get(0)),
        new BigDecimal(
            new BigInteger(digits.toString()),
            Math.toIntExact(-Numbers.toLong(parts.values().get(2)))));
  }

  private static Decimal parse(String text) {
    String plain = text.strip().replace("_", "");
    Matcher m = NUMBER.matcher(plain);
    if (!m.matches()) {
      String word = plain.toLowerCase(Locale.ROOT);
      boolean minus = word.startsWith("-");
      return switch (word.replaceFirst("^[+-]", "")) {
        case "nan" -> new Decimal(Kind.NAN, minus, BigDecimal.ZERO);
        case "inf", "infinity" -> new Decimal(Kind.INFINITE, minus, BigDecimal.ZERO);
        default -> throw new Errors.InvalidOperation("[<class 'decimal.ConversionSyntax'>]");
      };
    }
    return finite(plain.startsWith("-"), new BigDecimal(plain).abs());
  }

  private static Errors.InvalidOperation invalid() {
    return new Errors.InvalidOperation("[<class 'decimal.InvalidOperation'>]");
  }

  /** What arithmetic takes beside another decimal: ints. */
  private static @Nullable Decimal operand(@Nullable Object other) {
    return other instanceof Decimal d
        ? d
        : other instanceof Long || other instanceof BigInteger || other instanceof Boolean
            ? of(other)
            : null;
  }

  private Decimal fixed() {
    DecimalContext context = DecimalContext.now();
    return fixed(context.digits(), DecimalContext.mode(context.rounding()));
  }

  private Decimal fixed(int digits, RoundingMode mode) {
    return kind != Kind.FINITE || size.precision() <= digits
        ? this
        : finite(negative, signedSize().round(new MathContext(digits, mode)).abs());
  }

  private BigDecimal signedSize() {
    return negative ? size.negate() : size;
  }

  private boolean isZeroed() {
    return kind == Kind.FINITE && size.signum() == 0;
  }

  /** What comes of operands that are not both finite; null if both are. */
  private static @Nullable Decimal nan(Decimal a, Decimal b) {
    return a.kind == Kind.NAN ? a : b.kind == Kind.NAN ? b : null;
  }

  /** {@code a + b}. */
  public Object add(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : plus(b);
  }

  /** {@code a + b} of two decimals. */
  public Decimal plus(Decimal b) {
    Decimal nan = nan(this, b);
    if (nan != null) {
      return nan;
    }
    if (kind == Kind.INFINITE || b.kind == Kind.INFINITE) {
      if (kind == b.kind && negative != b.negative) {
        throw invalid();
      }
      return kind == Kind.INFINITE ? this : b;
    }
    BigDecimal sum = signedSize().add(b.signedSize());
    boolean minus =
        sum.signum() == 0
            ? (isZeroed() && b.isZeroed())
                ? negative && b.negative
                : DecimalContext.now().rounding().equals("ROUND_FLOOR")
            : sum.signum() < 0;
    return finite(minus, sum.abs()).fixed();
  }

  /** {@code a - b}. */
  public Object sub(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : plus(b.flipped());
  }

  private Decimal flipped() {
    return new Decimal(kind, !negative, size);
  }

  /** {@code a * b}. */
  public Object mul(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : times(b);
  }

  private Decimal times(Decimal b) {
    Decimal nan = nan(this, b);
    if (nan != null) {
      return nan;
    }
    boolean minus = negative != b.negative;
    if (kind == Kind.INFINITE || b.kind == Kind.INFINITE) {
      if (isZeroed() || b.isZeroed()) {
        throw invalid();
      }
      return new Decimal(Kind.INFINITE, minus, BigDecimal.ZERO);
    }
    return finite(minus, size.multiply(b.size)).fixed();
  }

  /** {@code a / b}. */
  public Object truediv(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : over(b);
  }

  private Decimal over(Decimal b) {
    Decimal nan = nan(this, b);
    if (nan != null) {
      return nan;
    }
    boolean minus = negative != b.negative;
    if (kind == Kind.INFINITE) {
      if (b.kind == Kind.INFINITE) {
        throw invalid();
      }
      return new Decimal(Kind.INFINITE, minus, BigDecimal.ZERO);
    }
    if (b.kind == Kind.INFINITE) {
      return finite(minus, BigDecimal.ZERO);
    }
    if (b.isZeroed()) {
      throw isZeroed()
          ? new Errors.InvalidOperation("[<class 'decimal.DivisionUndefined'>]")
          : new Errors.DivisionByZero("[<class 'decimal.DivisionByZero'>]");
    }
    int ideal = b.size.scale() - size.scale();
    if (isZeroed()) {
      return finite(minus, new BigDecimal(BigInteger.ZERO, -ideal));
    }
    int digits = DecimalContext.now().digits();
    int shift = b.size.precision() - size.precision() + digits + 1;
    int exponent = ideal - shift;
    BigInteger x = size.unscaledValue();
    BigInteger y = b.size.unscaledValue();
    BigInteger[] parts =
        shift >= 0
            ? x.multiply(BigInteger.TEN.pow(shift)).divideAndRemainder(y)
            : x.divideAndRemainder(y.multiply(BigInteger.TEN.pow(-shift)));
    BigInteger quotient = parts[0];
    if (parts[1].signum() != 0) {
      // Not exact: a digit that rounding sees as more than a half or a zero.
      quotient = quotient.mod(FIVE).signum() == 0 ? quotient.add(BigInteger.ONE) : quotient;
    } else {
      while (exponent < ideal && quotient.mod(BigInteger.TEN).signum() == 0) {
        quotient = quotient.divide(BigInteger.TEN);
        exponent++;
      }
    }
    return finite(minus, new BigDecimal(quotient, -exponent)).fixed();
  }

  private Decimal[] divided(Decimal b) {
    Decimal nan = nan(this, b);
    if (nan != null) {
      return new Decimal[] {nan, nan};
    }
    if (kind == Kind.INFINITE) {
      throw invalid();
    }
    boolean minus = negative != b.negative;
    if (b.kind == Kind.INFINITE) {
      return new Decimal[] {finite(minus, BigDecimal.ZERO), this.fixed()};
    }
    if (b.isZeroed()) {
      throw isZeroed()
          ? new Errors.InvalidOperation("[<class 'decimal.DivisionUndefined'>]")
          : new Errors.DivisionByZero("[<class 'decimal.DivisionByZero'>]");
    }
    BigDecimal quotient = size.divideToIntegralValue(b.size).setScale(0, RoundingMode.DOWN);
    if (quotient.precision() > DecimalContext.now().digits()) {
      throw new Errors.InvalidOperation("[<class 'decimal.DivisionImpossible'>]");
    }
    BigDecimal rest =
        size.subtract(quotient.multiply(b.size)).setScale(Math.max(size.scale(), b.size.scale()));
    return new Decimal[] {finite(minus, quotient), finite(negative, rest).fixed()};
  }

  /** {@code a // b}. */
  public Object floordiv(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : divided(b)[0];
  }

  /** {@code a % b}; has the sign of {@code a}. */
  public Object mod(@Nullable Object other) {
    Decimal b = operand(other);
    if (b != null && b.isZeroed() && !isZeroed()) {
      throw invalid();
    }
    return b == null ? Py.NOT_IMPLEMENTED : divided(b)[1];
  }

  /** {@code divmod(a, b)}. */
  public Object divmod(@Nullable Object other) {
    Decimal b = operand(other);
    if (b == null) {
      return Py.NOT_IMPLEMENTED;
    }
    Decimal[] parts = divided(b);
    return new Tuple2<>(parts[0], parts[1]);
  }

  /** {@code a ** b}. */
  public Object pow(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : DecimalMath.power(this, b);
  }

  /** {@code b + a}. */
  public Object radd(@Nullable Object other) {
    return add(other);
  }

  /** {@code b - a}. */
  public Object rsub(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : b.sub(this);
  }

  /** {@code b * a}. */
  public Object rmul(@Nullable Object other) {
    return mul(other);
  }

  /** {@code b / a}. */
  public Object rtruediv(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : b.over(this);
  }

  /** {@code b // a}. */
  public Object rfloordiv(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : b.floordiv(this);
  }

  /** {@code b % a}. */
  public Object rmod(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : b.mod(this);
  }

  /** {@code b ** a}. */
  public Object rpow(@Nullable Object other) {
    Decimal b = operand(other);
    return b == null ? Py.NOT_IMPLEMENTED : b.pow(this);
  }

  /** {@code -a}. */
  public Decimal neg() {
    return isZeroed() ? finite(false, size).fixed() : flipped().fixed();
  }

  /** {@code +a}, which rounds to the context. */
  public Decimal pos() {
    return isZeroed() ? finite(false, size) : fixed();
  }

  /** {@code abs(a)}. */
  public Decimal abs() {
    return new Decimal(kind, false, size).fixed();
  }

  /** {@code copy_abs()}. */
  public Decimal copyAbs() {
    return new Decimal(kind, false, size);
  }

  /** {@code copy_negate()}. */
  public Decimal copyNegate() {
    return flipped();
  }

  /** {@code sqrt()}. */
  public Decimal sqrt() {
    if (kind == Kind.NAN || isZeroed()) {
      return isZeroed()
          ? finite(negative, new BigDecimal(BigInteger.ZERO, size.scale() - size.scale() / 2))
          : this;
    }
    if (negative) {
      throw invalid();
    }
    return kind == Kind.INFINITE ? this : DecimalMath.root(this);
  }

  /** {@code exp()}. */
  public Decimal exp() {
    return DecimalMath.exp(this);
  }

  /** {@code ln()}. */
  public Decimal ln() {
    return DecimalMath.ln(this);
  }

  /** {@code log10()}. */
  public Decimal log10() {
    return DecimalMath.log10(this);
  }

  /** {@code round(a, digits)}. */
  public Decimal round(long digits) {
    return quantize(finite(false, new BigDecimal(BigInteger.ONE, (int) digits)), "ROUND_HALF_EVEN");
  }

  /** {@code round(a)}. */
  public Number round() {
    return integer(RoundingMode.HALF_EVEN);
  }

  /** {@code math.floor(a)}. */
  public Number floor() {
    return integer(RoundingMode.FLOOR);
  }

  /** {@code math.ceil(a)}. */
  public Number ceil() {
    return integer(RoundingMode.CEILING);
  }

  /** {@code int(a)}. */
  public Number trunc() {
    return integer(RoundingMode.DOWN);
  }

  private Number integer(RoundingMode mode) {
    if (kind != Kind.FINITE) {
      throw kind == Kind.NAN
          ? new Errors.ValueError("cannot convert NaN to integer")
          : new Errors.OverflowError("cannot convert Infinity to integer");
    }
    return Numbers.number(signedSize().setScale(0, mode).toBigInteger());
  }

  /** {@code to_integral_value(rounding)}. */
  public Decimal toIntegral(@Nullable String rounding) {
    if (kind != Kind.FINITE || size.scale() <= 0) {
      return this;
    }
    String mode = rounding == null ? DecimalContext.now().rounding() : rounding;
    return finite(negative, signedSize().setScale(0, DecimalContext.mode(mode)).abs());
  }

  /** {@code float(a)}. */
  public double toDouble() {
    return switch (kind) {
      case NAN -> Double.NaN;
      case INFINITE -> negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      case FINITE -> negative ? -size.doubleValue() : size.doubleValue();
    };
  }

  /** {@code sum(values, start)}. */
  public static Decimal sum(Iterable<Decimal> values, Decimal start) {
    Decimal all = start;
    for (Decimal value : values) {
      all = all.plus(value);
    }
    return all;
  }

  /** {@code format(a, spec)}. */
  public String format(String spec) {
    return DecimalText.format(this, spec);
  }

  /** {@code normalize()}. */
  public Decimal normalize() {
    if (kind != Kind.FINITE) {
      return this;
    }
    Decimal rounded = fixed();
    return finite(
        negative, rounded.isZeroed() ? BigDecimal.ZERO : rounded.size.stripTrailingZeros());
  }

  /** {@code quantize(exponent, rounding)}. */
  public Decimal quantize(Decimal exponent, @Nullable String rounding) {
    if (kind != Kind.FINITE || exponent.kind != Kind.FINITE) {
      Decimal nan = nan(this, exponent);
      if (nan == null && kind != exponent.kind) {
        throw invalid();
      }
      return nan == null ? this : nan;
    }
    String mode = rounding == null ? DecimalContext.now().rounding() : rounding;
    BigDecimal changed =
        signedSize().setScale(exponent.size.scale(), DecimalContext.mode(mode)).abs();
    if (changed.precision() > DecimalContext.now().digits()) {
      throw invalid();
    }
    return finite(negative, changed);
  }

  /** {@code as_tuple()}. */
  public DecimalTuple parts() {
    Object exponent =
        kind == Kind.FINITE ? (Object) (long) -size.scale() : kind == Kind.NAN ? "n" : "F";
    java.util.List<Long> digits = new PyList<>();
    if (kind != Kind.NAN) {
      size.unscaledValue().toString().chars().forEach(c -> digits.add((long) c - '0'));
    }
    return new DecimalTuple(negative ? 1L : 0L, Tuple.copyOf(digits), exponent);
  }

  /** {@code adjusted()}: the exponent of the first digit. */
  public long adjusted() {
    return kind == Kind.FINITE ? (long) size.precision() - size.scale() - 1 : 0;
  }

  /** {@code as_integer_ratio()}. */
  public Tuple2<Number, Number> ratio() {
    Fraction exact = Fraction.parse(this);
    return new Tuple2<>(exact.numerator(), exact.denominator());
  }

  Kind kind() {
    return kind;
  }

  boolean isNegative() {
    return negative;
  }

  BigDecimal size() {
    return size;
  }

  /** The number; for what is finite. */
  BigDecimal value() {
    return signedSize();
  }

  static Decimal rounded(BigDecimal value) {
    return signed(value).fixed();
  }

  static Decimal exactly(BigDecimal value) {
    return signed(value);
  }

  /** {@code is_nan()}. */
  public boolean isNan() {
    return kind == Kind.NAN;
  }

  /** {@code is_infinite()}. */
  public boolean isInfinite() {
    return kind == Kind.INFINITE;
  }

  /** {@code is_finite()}. */
  public boolean isFinite() {
    return kind == Kind.FINITE;
  }

  /** {@code is_signed()}. */
  public boolean isSigned() {
    return negative;
  }

  @Override
  public boolean truthy() {
    return !isZeroed();
  }

  /** The order of two numbers of which one is a decimal. */
  static int order(@Nullable Object a, @Nullable Object b) {
    return exact(a).compareTo(exact(b));
  }

  static boolean comparable(@Nullable Object value) {
    return value instanceof Decimal || value instanceof Boolean || Numbers.isNumber(value);
  }

  private static Decimal exact(@Nullable Object value) {
    return value instanceof Boolean b ? of(b ? 1L : 0L) : of(value);
  }

  @Override
  public int compareTo(Decimal other) {
    if (kind == Kind.NAN || other.kind == Kind.NAN) {
      throw invalid();
    }
    int left = kind == Kind.INFINITE ? (negative ? -1 : 1) : 0;
    int right = other.kind == Kind.INFINITE ? (other.negative ? -1 : 1) : 0;
    return left != 0 || right != 0
        ? Integer.compare(left, right)
        : signedSize().compareTo(other.signedSize());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    boolean number =
        other instanceof Decimal || (other instanceof Number && !(other instanceof Integer));
    if (!number || kind == Kind.NAN || (other instanceof Double d && d.isNaN())) {
      return false;
    }
    Decimal b = of(other);
    return b.kind != Kind.NAN && compareTo(b) == 0;
  }

  @Override
  public int hashCode() {
    return isZeroed() ? 0 : signedSize().stripTrailingZeros().hashCode();
  }

  @Override
  public String repr() {
    return "Decimal('" + this + "')";
  }

  @Override
  public String toString() {
    String sign = negative ? "-" : "";
    return switch (kind) {
      case NAN -> sign + "NaN";
      case INFINITE -> sign + "Infinity";
      case FINITE -> sign + size;
    };
  }
}

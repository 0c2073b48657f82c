package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Python's arithmetic. Ints that fit are {@link Long}, larger ones {@link BigInteger}. */
public final class Numbers {
  /** Below this, doubles hold every int as it is. */
  private static final double EXACT = 1L << 53;

  /** The powers of ten that a double holds as they are. */
  private static final double[] TENS = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < TENS.length; i++) {
      TENS[i] = power;
      power *= 10;
    }
  }

  private Numbers() {}

  static boolean isNumber(@Nullable Object value) {
    return value instanceof Long
        || value instanceof Double
        || value instanceof Integer
        || value instanceof BigInteger
        || value instanceof Boolean;
  }

  private static boolean isFloat(Object value) {
    return value instanceof Double;
  }

  /** Whether a float holds an int as it is. */
  static boolean isExact(long value) {
    return Math.abs((double) value) < EXACT;
  }

  static BigInteger integer(Object value) {
    return switch (value) {
      case BigInteger b -> b;
      case Boolean b -> b ? BigInteger.ONE : BigInteger.ZERO;
      case Number n -> BigInteger.valueOf(n.longValue());
      default -> throw new Errors.TypeError("not a number: " + Py.typeName(value));
    };
  }

  static Number number(BigInteger value) {
    if (value.bitLength() < 64) {
      return value.longValue();
    }
    return value;
  }

  /** An int literal beyond the range of long. */
  public static Number big(String digits) {
    return number(new BigInteger(digits));
  }

  static int compare(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    if (isFloat(a) || isFloat(b)) {
      double x = toDouble(a);
      double y = toDouble(b);
      if (!(Math.abs(x) < EXACT && Math.abs(y) < EXACT)
          && !(isFloat(a) && isFloat(b))
          && Double.isFinite(x)
          && Double.isFinite(y)) {
        return decimal(a).compareTo(decimal(b));
      }
      return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
    }
    if (!(a instanceof BigInteger || b instanceof BigInteger)) {
      return Long.compare(toLong(a), toLong(b));
    }
    return integer(a).compareTo(integer(b));
  }

  private static BigDecimal decimal(Object value) {
    return value instanceof Double d ? new BigDecimal(d) : new BigDecimal(integer(value));
  }

  /** As a double. */
  public static double toDouble(@Nullable Object value) {
    return switch (value) {
      case Double d -> d;
      case Long l -> l;
      case Boolean b -> b ? 1 : 0;
      case BigInteger b -> {
        double d = b.doubleValue();
        if (Double.isInfinite(d)) {
          throw new Errors.OverflowError("int too large to convert to float");
        }
        yield d;
      }
      case Number n -> n.doubleValue();
      case PyObject o when o.isValue() -> toDouble(o.container());
      case null, default ->
          throw new Errors.TypeError("must be real number, not " + Py.typeName(value));
    };
  }

  /** As a long; an int that does not fit is reported. */
  public static long toLong(@Nullable Object value) {
    return switch (value) {
      case Long l -> l;
      case Integer i -> i;
      case Boolean b -> b ? 1 : 0;
      case BigInteger b ->
          throw new Errors.OverflowError("Python int too large to convert to Java long");
      case PyEnum e -> toLong(e.value());
      case PyObject o when o.isValue() -> toLong(o.container());
      case null, default ->
          throw new Errors.TypeError(
              "'" + Py.typeName(value) + "' object cannot be interpreted as an integer");
    };
  }

  /** {@code float.fromhex(text)}. */
  public static double ofHex(String text) {
    String plain = text.strip().toLowerCase(java.util.Locale.ROOT);
    if (plain.matches("[+-]?(inf|infinity|nan)")) {
      return parseDouble(plain);
    }
    String digits = plain.replaceFirst("^([+-]?)(0x)?", "$10x");
    try {
      return Double.parseDouble(digits.contains("p") ? digits : digits + "p0");
    } catch (NumberFormatException e) {
      throw new Errors.ValueError("invalid hexadecimal floating-point string");
    }
  }

  /** As a number. */
  public static Number toNumber(@Nullable Object value) {
    return switch (value) {
      case Boolean b -> b ? 1L : 0L;
      case Integer i -> i.longValue();
      case Number n -> n;
      case PyEnum e when e.value() instanceof Number n && e.isValue() -> n;
      case null, default ->
          throw new Errors.TypeError("unsupported operand type: '" + Py.typeName(value) + "'");
    };
  }

  public static Number add(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      long sum = x + y;
      // Java's own test for overflow, without its exception.
      if (((x ^ sum) & (y ^ sum)) >= 0) {
        return sum;
      }
    }
    if (isFloat(a) || isFloat(b)) {
      return toDouble(a) + toDouble(b);
    }
    return number(integer(a).add(integer(b)));
  }

  public static Number subtract(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      long difference = x - y;
      if (((x ^ y) & (x ^ difference)) >= 0) {
        return difference;
      }
    }
    if (isFloat(a) || isFloat(b)) {
      return toDouble(a) - toDouble(b);
    }
    return number(integer(a).subtract(integer(b)));
  }

  public static Number multiply(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      long product = x * y;
      if (Math.multiplyHigh(x, y) == product >> 63) {
        return product;
      }
    }
    if (isFloat(a) || isFloat(b)) {
      return toDouble(a) * toDouble(b);
    }
    return number(integer(a).multiply(integer(b)));
  }

  /** {@code a / b}. */
  public static double divide(long a, long b) {
    if (b == 0) {
      throw new Errors.ZeroDivisionError("division by zero");
    }
    long limit = 1L << 53;
    if (Math.abs(a) <= limit && Math.abs(b) <= limit) {
      return (double) a / b;
    }
    return divideExactly(BigInteger.valueOf(a), BigInteger.valueOf(b));
  }

  public static double divide(double a, double b) {
    if (b == 0) {
      throw new Errors.ZeroDivisionError("float division by zero");
    }
    return a / b;
  }

  public static double divideOf(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return divide(x.longValue(), y.longValue());
    }
    if (isFloat(a) || isFloat(b)) {
      return divide(toDouble(a), toDouble(b));
    }
    BigInteger y = integer(b);
    if (y.signum() == 0) {
      throw new Errors.ZeroDivisionError("division by zero");
    }
    return divideExactly(integer(a), y);
  }

  private static double divideExactly(BigInteger a, BigInteger b) {
    return new BigDecimal(a)
        .divide(new BigDecimal(b), new java.math.MathContext(40, RoundingMode.HALF_EVEN))
        .doubleValue();
  }

  public static long floorDiv(long a, long b) {
    if (b == 0) {
      throw new Errors.ZeroDivisionError("integer division or modulo by zero");
    }
    if (b == -1) {
      return Math.negateExact(a);
    }
    return Math.floorDiv(a, b);
  }

  public static double floorDiv(double a, double b) {
    if (b == 0) {
      throw new Errors.ZeroDivisionError("float floor division by zero");
    }
    double mod = mod(a, b);
    double div = (a - mod) / b;
    double floor = Math.floor(div);
    return div - floor > 0.5 ? floor + 1 : floor;
  }

  public static Number floorDivOf(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y && y > 0) {
      return Math.floorDiv(x, y);
    }
    if (isFloat(a) || isFloat(b)) {
      return floorDiv(toDouble(a), toDouble(b));
    }
    BigInteger y = integer(b);
    if (y.signum() == 0) {
      throw new Errors.ZeroDivisionError("integer division or modulo by zero");
    }
    BigInteger[] parts = integer(a).divideAndRemainder(y);
    return number(
        parts[1].signum() != 0 && parts[1].signum() != y.signum()
            ? parts[0].subtract(BigInteger.ONE)
            : parts[0]);
  }

  public static long mod(long a, long b) {
    if (b == 0) {
      throw new Errors.ZeroDivisionError("integer modulo by zero");
    }
    return Math.floorMod(a, b);
  }

  public static double mod(double a, double b) {
    if (b == 0) {
      throw new Errors.ZeroDivisionError("float modulo");
    }
    double mod = a % b;
    if (mod != 0) {
      return (b < 0) != (mod < 0) ? mod + b : mod;
    }
    return Math.copySign(0.0, b);
  }

  public static Number modOf(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y && y > 0) {
      return Math.floorMod(x, y);
    }
    if (isFloat(a) || isFloat(b)) {
      return mod(toDouble(a), toDouble(b));
    }
    BigInteger y = integer(b);
    if (y.signum() == 0) {
      throw new Errors.ZeroDivisionError("integer modulo by zero");
    }
    BigInteger r = integer(a).mod(y.abs());
    return number(y.signum() < 0 && r.signum() != 0 ? r.add(y) : r);
  }

  /** An int, or None. */
  public static @Nullable Long longOrNone(@Nullable Object value) {
    return value == null ? null : (Long) toLong(value);
  }

  /** A float, or None. */
  public static @Nullable Double doubleOrNone(@Nullable Object value) {
    return value == null ? null : (Double) toDouble(value);
  }

  /** A number, or None. */
  public static @Nullable Number numberOrNone(@Nullable Object value) {
    return value == null ? null : toNumber(value);
  }

  /** {@code divmod(a, b)} of ints of any size. */
  public static Tuple2<Number, Number> divmodOf(Object a, Object b) {
    return new Tuple2<>(floorDivOf(a, b), modOf(a, b));
  }

  /** {@code round(n, digits)} of an int. */
  public static long roundTo(long n, long digits) {
    if (digits >= 0) {
      return n;
    }
    return new BigDecimal(n)
        .setScale((int) digits, java.math.RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** {@code divmod(a, b)}. */
  public static Tuple2<Long, Long> divmod(long a, long b) {
    return new Tuple2<>(floorDiv(a, b), mod(a, b));
  }

  /** {@code a ** b} where the result fits a long; it is reported where it does not. */
  public static long powExact(long a, long b) {
    if (b < 0) {
      throw new Errors.ValueError("a negative power of an int is a float; make the base a float");
    }
    Number result = power(a, b);
    if (result instanceof Long l) {
      return l;
    }
    throw new Errors.OverflowError("int too large for a Java long: " + a + " ** " + b);
  }

  public static double pow(double a, double b) {
    if (a == 0 && b < 0) {
      throw new Errors.ZeroDivisionError("0.0 cannot be raised to a negative power");
    }
    double result = Math.pow(a, b);
    if (Double.isNaN(result) && a < 0 && !Double.isNaN(b) && !Double.isInfinite(a)) {
      throw new Errors.NotImplementedError(
          "%s ** %s is a complex number, which a float does not hold; use complex(%s) ** %s"
              .formatted(repr(a), repr(b), repr(a), repr(b)));
    }
    if (Double.isInfinite(result) && !Double.isInfinite(a) && !Double.isInfinite(b)) {
      throw new Errors.OverflowError(34L, "Numerical result out of range");
    }
    return result;
  }

  public static Number power(Object a, Object b) {
    if (isFloat(a) || isFloat(b) || integer(b).signum() < 0) {
      return pow(toDouble(a), toDouble(b));
    }
    return number(integer(a).pow(integer(b).intValueExact()));
  }

  /** {@code pow(a, b, m)}. */
  public static long powMod(long a, long b, long m) {
    return integer(a).modPow(integer(b), integer(m)).longValue();
  }

  public static long shiftRight(long a, long b) {
    if (b < 0) {
      throw new Errors.ValueError("negative shift count");
    }
    return b > 63 ? a < 0 ? -1 : 0 : a >> b;
  }

  public static long shiftLeftExact(long a, long b) {
    return toLong(shiftLeft(a, b));
  }

  public static Number shiftLeft(Object a, Object b) {
    if (integer(b).signum() < 0) {
      throw new Errors.ValueError("negative shift count");
    }
    return number(integer(a).shiftLeft(integer(b).intValueExact()));
  }

  public static Number shiftRight(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y && y >= 0) {
      return x >> Math.min(y, 63);
    }
    return number(integer(a).shiftRight(integer(b).intValueExact()));
  }

  public static Number and(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x & y;
    }
    return number(integer(a).and(integer(b)));
  }

  public static Number or(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x | y;
    }
    return number(integer(a).or(integer(b)));
  }

  public static Number xor(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x ^ y;
    }
    return number(integer(a).xor(integer(b)));
  }

  public static Number negate(Object a) {
    return isFloat(a) ? -toDouble(a) : number(integer(a).negate());
  }

  /** {@code abs(a)}. */
  public static Number abs(Object a) {
    return isFloat(a) ? Math.abs(toDouble(a)) : number(integer(a).abs());
  }

  /** {@code round(value)}: half to even. */
  public static long round(double value) {
    return truncate(Math.rint(value));
  }

  /** {@code round(value, digits)}. */
  public static double round(double value, long digits) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    if (digits >= 0 && digits < TENS.length) {
      double scaled = value * TENS[(int) digits];
      double whole = Math.rint(scaled);
      double size = Math.abs(scaled);
      // An int over a power of ten is rounded once, so it is right if the int is. The product is
      // off by half a unit in its last place at most, which only matters close to a tie.
      if (size < EXACT && 0.5 - Math.abs(scaled - whole) > Math.ulp(scaled)) {
        return whole / TENS[(int) digits];
      }
    }
    return new BigDecimal(value).setScale((int) digits, RoundingMode.HALF_EVEN).doubleValue();
  }

  /** {@code round(value)} of any number. */
  public static Number round(Object value) {
    return value instanceof Double d ? whole(Math.rint(d)) : toNumber(value);
  }

  /** {@code round(value, digits)} of any number. */
  public static Number round(Object value, long digits) {
    return value instanceof Double d ? (Number) round(d.doubleValue(), digits) : toNumber(value);
  }

  /** {@code int(value)}. */
  public static long truncate(double value) {
    return toLong(whole(value));
  }

  /** A finite float without its fraction, of any size. */
  static Number whole(double value) {
    if (Double.isNaN(value)) {
      throw new Errors.ValueError("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw new Errors.OverflowError("cannot convert float infinity to integer");
    }
    return Math.abs(value) < EXACT
        ? (Number) (long) value
        : number(new BigDecimal(value).toBigInteger());
  }

  /** {@code int(text, base)}. */
  public static long parse(@Nullable String text, long base) {
    if (text == null) {
      throw notInt(null);
    }
    return toLong(parseNumber(text, base));
  }

  /** {@code int(text, base)} of any size. */
  static Number parseNumber(String text, long base) {
    String digits = text.strip().replace("_", "");
    String plain = digits.startsWith("+") || digits.startsWith("-") ? digits.substring(1) : digits;
    if (base == 0) {
      String head =
          plain.length() > 1 ? plain.substring(0, 2).toLowerCase(java.util.Locale.ROOT) : "";
      return parseNumber(
          text, head.equals("0x") ? 16 : head.equals("0b") ? 2 : head.equals("0o") ? 8 : 10);
    }
    String prefix = base == 16 ? "0x" : base == 2 ? "0b" : base == 8 ? "0o" : " ";
    if (plain.toLowerCase(java.util.Locale.ROOT).startsWith(prefix)) {
      plain = plain.substring(2);
    }
    try {
      if (plain.startsWith("-") || plain.startsWith("+") || isMisplaced(text.strip())) {
        throw new NumberFormatException();
      }
      return number(new BigInteger((digits.startsWith("-") ? "-" : "") + plain, (int) base));
    } catch (NumberFormatException e) {
      throw Exceptions.from(
          new Errors.ValueError(
              "invalid literal for int() with base " + base + ": " + Strs.repr(text)),
          null);
    }
  }

  /** Whether an underscore stands elsewhere than between digits. */
  private static boolean isMisplaced(String text) {
    return text.startsWith("_") || text.endsWith("_") || text.contains("__");
  }

  /** {@code int(value)} of anything. */
  public static Number toInt(@Nullable Object value) {
    return switch (value) {
      case Double d -> number(new BigDecimal(checkFinite(d)).toBigInteger());
      case String s -> parseNumber(s, 10);
      case Bytes b -> parseNumber(b.decode("ascii"), 10);
      case java.util.List<?> l -> throw notInt(l);
      case PyEnum e -> toInt(e.value());
      case Flags.Member m when m.isInt() -> m.value();
      case Decimal d -> d.trunc();
      case Fraction f -> f.trunc();
      case Number n -> toNumber(n);
      case Boolean b -> b ? 1L : 0L;
      case Object o when Dyn.has(o, "__int__") ->
          toNumber(java.util.Objects.requireNonNull(Dyn.invoke(o, "__int__")));
      case Object o when Dyn.has(o, "__index__") ->
          toNumber(java.util.Objects.requireNonNull(Dyn.invoke(o, "__index__")));
      case null, default -> throw notInt(value);
    };
  }

  private static Errors.TypeError notInt(@Nullable Object value) {
    return new Errors.TypeError(
        "int() argument must be a string, a bytes-like object or a real number, not '"
            + Py.typeName(value)
            + "'");
  }

  private static double checkFinite(double d) {
    if (Double.isNaN(d) || Double.isInfinite(d)) {
      truncate(d);
    }
    return d;
  }

  /** {@code float(text)}. */
  public static double parseDouble(@Nullable String text) {
    if (text == null) {
      throw new Errors.TypeError(
          "float() argument must be a string or a real number, not 'NoneType'");
    }
    String plain = text.strip().replace("_", "").toLowerCase(java.util.Locale.ROOT);
    switch (plain) {
      case "inf", "+inf", "infinity", "+infinity" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-inf", "-infinity" -> {
        return Double.NEGATIVE_INFINITY;
      }
      case "nan", "+nan", "-nan" -> {
        return Double.NaN;
      }
      default -> {}
    }
    try {
      if (plain.endsWith("f") || plain.endsWith("d") || plain.startsWith("0x")) {
        throw new NumberFormatException();
      }
      return Double.parseDouble(plain);
    } catch (NumberFormatException e) {
      throw Exceptions.from(
          new Errors.ValueError("could not convert string to float: " + Strs.repr(text)), null);
    }
  }

  /** {@code float(value)} of anything. */
  public static double toFloat(@Nullable Object value) {
    if (value != null && !isNumber(value) && Dyn.has(value, "__float__")) {
      return toDouble(Dyn.invoke(value, "__float__"));
    }
    if (value instanceof Decimal d) {
      return d.toDouble();
    }
    if (value instanceof Fraction f) {
      return f.toDouble();
    }
    if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
      throw new Errors.TypeError(
          "float() argument must be a string or a real number, not '"
              + Py.fullTypeName(value)
              + "'");
    }
    return value instanceof String s ? parseDouble(s) : toDouble(value);
  }

  /**
   * {@code repr(value)}: the shortest digits that give the value back, as CPython lays them out.
   */
  public static String repr(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    if (shortest.precision() == 2) {
      // Java gives two digits where one would do.
      BigDecimal one = shortest.round(new java.math.MathContext(1, RoundingMode.HALF_EVEN));
      if (one.doubleValue() == Math.abs(value)) {
        shortest = one.stripTrailingZeros();
      }
    }
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - shortest.scale() - 1;
    String sign = value < 0 ? "-" : "";
    if (exponent < -4 || exponent >= 16) {
      String mantissa =
          digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
      return sign
          + mantissa
          + "e"
          + (exponent < 0 ? "-" : "+")
          + (Math.abs(exponent) < 10 ? "0" : "")
          + Math.abs(exponent);
    }
    String plain = shortest.toPlainString();
    return sign + (plain.contains(".") ? plain : plain + ".0");
  }

  /** {@code n.bit_length()}. */
  public static long bitLength(Object n) {
    return integer(n).abs().bitLength();
  }

  /** {@code x.is_integer()}. */
  public static boolean isInteger(double x) {
    return x == Math.rint(x) && !Double.isInfinite(x);
  }

  /** {@code sum(values)} of ints. */
  public static long sumInts(Iterable<Long> values) {
    long sum = 0;
    if (values instanceof LongList longs && longs.isPacked()) {
      for (int i = 0; i < longs.size; i++) {
        sum = Math.addExact(sum, longs.getLong(i));
      }
      return sum;
    }
    for (long value : values) {
      sum = Math.addExact(sum, value);
    }
    return sum;
  }

  /** {@code sum(values)} of booleans. */
  public static long countTrue(Iterable<Boolean> values) {
    long count = 0;
    for (boolean value : values) {
      count += value ? 1 : 0;
    }
    return count;
  }

  /** {@code sum(values)} of floats, compensated as CPython 3.12 does; 0 of none. */
  public static Number sumFloats(Iterable<Double> values) {
    Sum sum = new Sum();
    for (double x : values) {
      sum.add(x);
    }
    return sum.number();
  }

  /** {@code sum(values, start)} of anything. */
  public static @Nullable Object sum(@Nullable Object values, @Nullable Object start) {
    Sum sum = new Sum(start);
    for (Object value : Iters.of(values)) {
      sum.add(value);
    }
    return sum.value();
  }
}

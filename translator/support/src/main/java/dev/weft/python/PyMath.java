package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The module {@code math}, where Java's differs. */
public final class PyMath {
  private PyMath() {}

  /** {@code floor(x)} of an int or a float. */
  public static Number floor(Number x) {
    return x instanceof Double d ? (Number) Numbers.truncate(Math.floor(d)) : x;
  }

  /** {@code ceil(x)} of an int or a float. */
  public static Number ceil(Number x) {
    return x instanceof Double d ? (Number) Numbers.truncate(Math.ceil(d)) : x;
  }

  /** {@code floor(x)}. */
  public static Object floorOf(@Nullable Object x) {
    return x != null && Dyn.has(x, "__floor__")
        ? Py.<Object>cast(Dyn.invoke(x, "__floor__"))
        : floor(Numbers.toNumber(x instanceof Boolean b ? (Object) (b ? 1L : 0L) : x));
  }

  /** {@code ceil(x)}. */
  public static Object ceilOf(@Nullable Object x) {
    return x != null && Dyn.has(x, "__ceil__")
        ? Py.<Object>cast(Dyn.invoke(x, "__ceil__"))
        : ceil(Numbers.toNumber(x instanceof Boolean b ? (Object) (b ? 1L : 0L) : x));
  }

  private static Errors.ValueError domain() {
    return new Errors.ValueError("math domain error");
  }

  /** {@code exp(x)}. */
  public static double exp(double x) {
    return inRange(x, Math.exp(x));
  }

  /** {@code expm1(x)}. */
  public static double expm1(double x) {
    return inRange(x, Math.expm1(x));
  }

  /** {@code exp2(x)}. */
  public static double exp2(double x) {
    return inRange(x, Math.pow(2, x));
  }

  /** {@code sinh(x)}. */
  public static double sinh(double x) {
    return inRange(x, Math.sinh(x));
  }

  /** {@code cosh(x)}. */
  public static double cosh(double x) {
    return inRange(x, Math.cosh(x));
  }

  private static double inRange(double x, double result) {
    if (Double.isInfinite(result) && !Double.isInfinite(x)) {
      throw new Errors.OverflowError("math range error");
    }
    return result;
  }

  /** {@code log10(x)}. */
  public static double log10(double x) {
    if (x <= 0) {
      throw domain();
    }
    return Math.log10(x);
  }

  public static double sqrt(double x) {
    if (x < 0) {
      throw domain();
    }
    return Math.sqrt(x);
  }

  public static double log(double x) {
    if (x <= 0) {
      throw domain();
    }
    return Math.log(x);
  }

  public static double log2(double x) {
    if (x <= 0) {
      throw domain();
    }
    int exponent = Math.getExponent(x);
    return x == Math.scalb(1.0, exponent) ? exponent : Math.log(x) / Math.log(2);
  }

  public static long gcd(long a, long b) {
    return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValueExact();
  }

  public static Number factorial(long n) {
    if (n < 0) {
      throw new Errors.ValueError("factorial() not defined for negative values");
    }
    BigInteger product = BigInteger.ONE;
    for (long i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return Numbers.number(product);
  }

  public static Number isqrt(Number n) {
    if (n instanceof BigInteger big) {
      if (big.signum() < 0) {
        throw new Errors.ValueError("isqrt() argument must be nonnegative");
      }
      return Numbers.number(big.sqrt());
    }
    return isqrt(Numbers.toLong(n));
  }

  /** The same within the range of a long. */
  public static long isqrt(long n) {
    if (n < 0) {
      throw new Errors.ValueError("isqrt() argument must be nonnegative");
    }
    return BigInteger.valueOf(n).sqrt().longValueExact();
  }

  public static Number comb(long n, long k) {
    BigInteger result = BigInteger.ONE;
    for (long i = 0; i < k; i++) {
      result = result.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return Numbers.number(result);
  }

  public static boolean isClose(double a, double b) {
    return a == b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  }

  public static Object product(Iterable<?> values) {
    Object product = 1L;
    for (Object value : values) {
      product = Ops.multiply(product, value);
    }
    return product;
  }

  public static double log(double x, double base) {
    return log(x) / log(base);
  }

  public static double remainder(double x, double y) {
    if (y == 0 || Double.isInfinite(x)) {
      throw domain();
    }
    return x % y;
  }

  public static Tuple2<Double, Double> split(double x) {
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    return new Tuple2<>(Math.copySign(x - whole, x), whole);
  }

  public static double checked(double result) {
    if (Double.isNaN(result)) {
      throw domain();
    }
    return result;
  }

  public static double asinh(double x) {
    double size = Math.abs(x);
    double squared = size * size;
    double result =
        size > 2
            ? Math.log(2 * size + 1 / (Math.sqrt(squared + 1) + size))
            : Math.log1p(size + squared / (1 + Math.sqrt(1 + squared)));
    return Math.copySign(size > 1e150 ? Math.log(size) + Math.log(2) : result, x);
  }

  public static double acosh(double x) {
    return checked(Math.log(x + Math.sqrt(x * x - 1)));
  }

  public static double atanh(double x) {
    return checked(0.5 * Math.log1p(2 * x / (1 - x)));
  }

  public static long gcdOf(Object... values) {
    long all = 0;
    for (Object value : values) {
      all = gcd(all, Numbers.toLong(value));
    }
    return all;
  }

  public static long lcmOf(Object... values) {
    long all = 1;
    for (Object each : values) {
      long value = Numbers.toLong(each);
      all = value == 0 ? 0 : Math.absExact(Math.multiplyExact(all / gcd(all, value), value));
    }
    return all;
  }

  public static Number permutations(long n, @Nullable Long k) {
    BigInteger result = BigInteger.ONE;
    for (long i = 0; i < (k == null ? n : k); i++) {
      result = result.multiply(BigInteger.valueOf(n - i));
    }
    return Numbers.number(result);
  }

  public static double hypotOf(Object... given) {
    double[] values = Arrays.stream(given).mapToDouble(Numbers::toDouble).toArray();
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return values.length == 2 ? Math.hypot(values[0], values[1]) : Math.sqrt(sum);
  }

  public static double distance(Iterable<?> p, Iterable<?> q) {
    Iterator<?> other = q.iterator();
    double sum = 0;
    for (Object x : p) {
      double d = Numbers.toDouble(x) - Numbers.toDouble(other.next());
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  public static double exactSum(Iterable<?> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Object value : values) {
      sum = sum.add(new BigDecimal(Numbers.toDouble(value)));
    }
    return sum.doubleValue();
  }

  public static Object sumOfProducts(Iterable<?> p, Iterable<?> q) {
    Iterator<?> other = q.iterator();
    Object sum = 0L;
    for (Object x : p) {
      sum = Ops.add(sum, Ops.multiply(x, other.next()));
    }
    return sum;
  }

  public static boolean isClose(double a, double b, double relative, double absolute) {
    return a == b
        || Math.abs(a - b) <= Math.max(relative * Math.max(Math.abs(a), Math.abs(b)), absolute);
  }

  public static double nextAfter(double x, double toward) {
    return Math.nextAfter(x, toward);
  }

  public static double ulp(double x) {
    return Math.ulp(x);
  }

  public static double scale(double x, long exponent) {
    return Math.scalb(x, (int) Math.max(-5000, Math.min(5000, exponent)));
  }

  public static Tuple2<Double, Long> mantissa(double x) {
    if (x == 0 || !Double.isFinite(x)) {
      return new Tuple2<>(x, 0L);
    }
    int exponent = Math.getExponent(x) + 1;
    return new Tuple2<>(Math.scalb(x, -exponent), (long) exponent);
  }

  /** {@code gamma(x)}: exact where it is a factorial that a float holds. */
  public static double gamma(double x) {
    boolean whole = x == Math.rint(x);
    if ((whole && x <= 0) || x == Double.NEGATIVE_INFINITY) {
      throw new Errors.ValueError("math domain error");
    }
    if (whole && x <= 23) {
      double product = 1;
      for (int i = 2; i < x; i++) {
        product *= i;
      }
      return product;
    }
    double result =
        x < 0.5 ? Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x)) : Math.exp(lgamma(x));
    if (Double.isInfinite(result) && !Double.isInfinite(x)) {
      throw new Errors.OverflowError("math range error");
    }
    return result;
  }

  /** {@code math.pow(x, y)}. */
  public static double pow(double x, double y) {
    double result = Math.pow(x, y);
    boolean finite = Double.isFinite(x) && Double.isFinite(y);
    if (finite && (Double.isNaN(result) || (x == 0 && y < 0))) {
      throw new Errors.ValueError("math domain error");
    }
    if (finite && Double.isInfinite(result)) {
      throw new Errors.OverflowError("math range error");
    }
    return x == 1 || (x == -1 && Double.isInfinite(y)) ? 1 : result;
  }

  /** By the approximation of Lanczos, for x above zero. */
  public static double lgamma(double x) {
    double[] c = {
      0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531,
      -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6,
      1.5056327351493116e-7
    };
    if (x < 0.5) {
      return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgamma(1 - x);
    }
    double at = x - 1;
    double sum = c[0];
    for (int i = 1; i < c.length; i++) {
      sum += c[i] / (at + i);
    }
    double t = at + 7.5;
    return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum);
  }

  /** By its series, which serves for moderate x. */
  public static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }
}

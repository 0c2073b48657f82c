package dev.weft.python;

import java.math.BigInteger;

/** The module {@code math}, where Java's differs. */
public final class PyMath {
  private PyMath() {}

  private static Errors.ValueError domain() {
    return new Errors.ValueError("math domain error");
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
}

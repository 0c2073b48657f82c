package dev.weft.executor.nodes;

import java.math.BigInteger;

/**
 * Arithmetic of items. Integers stay exact, growing into {@link BigInteger} where a {@code long} is
 * too small; with a {@code Double} on either side the result is one, as in Python. A result that is
 * not finite is an error, since JSON cannot say it.
 */
final class Arithmetic {
  /** A larger power of an integer would take the memory rather than the time. */
  private static final int MAX_BITS = 1_000_000;

  private Arithmetic() {}

  /** The item as a number. */
  static Number number(Object item) {
    if (item instanceof Number number
        && (!(item instanceof Double real) || Double.isFinite(real))) {
      return number;
    }
    throw new IllegalArgumentException("expected a finite number, got " + Items.show(item));
  }

  static boolean isInteger(Number n) {
    return n instanceof Long
        || n instanceof Integer
        || n instanceof BigInteger
        || n instanceof Short
        || n instanceof Byte;
  }

  private static boolean areLong(Number a, Number b) {
    return isInteger(a) && isInteger(b) && !(a instanceof BigInteger) && !(b instanceof BigInteger);
  }

  private static boolean areInteger(Number a, Number b) {
    return isInteger(a) && isInteger(b);
  }

  private static BigInteger big(Number n) {
    return n instanceof BigInteger big ? big : BigInteger.valueOf(n.longValue());
  }

  private static Number exact(BigInteger n) {
    return n.bitLength() < Long.SIZE ? (Number) n.longValue() : n;
  }

  private static double real(Number n) {
    return finite(n.doubleValue(), "the number is too large for a float");
  }

  private static double finite(double value, String otherwise) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException(otherwise);
    }
    return value;
  }

  private static Number result(double value) {
    return finite(value, "the result is too large for a float");
  }

  static Number add(Number a, Number b) {
    if (areLong(a, b)) {
      long sum = a.longValue() + b.longValue();
      boolean overflow = ((a.longValue() ^ sum) & (b.longValue() ^ sum)) < 0;
      return overflow ? (Number) big(a).add(big(b)) : (Number) sum;
    }
    return areInteger(a, b) ? exact(big(a).add(big(b))) : result(real(a) + real(b));
  }

  static Number subtract(Number a, Number b) {
    return areInteger(a, b) ? exact(big(a).subtract(big(b))) : result(real(a) - real(b));
  }

  static Number multiply(Number a, Number b) {
    if (areLong(a, b)) {
      long high = Math.multiplyHigh(a.longValue(), b.longValue());
      long low = a.longValue() * b.longValue();
      boolean overflow = high != low >> 63;
      return overflow ? (Number) big(a).multiply(big(b)) : (Number) low;
    }
    return areInteger(a, b) ? exact(big(a).multiply(big(b))) : result(real(a) * real(b));
  }

  /** The quotient: an integer where integers divide without a rest, else a float. */
  static Number divide(Number a, Number b) {
    checkDivisor(a, b);
    if (areInteger(a, b)) {
      BigInteger[] parts = big(a).divideAndRemainder(big(b));
      if (parts[1].signum() == 0) {
        return exact(parts[0]);
      }
    }
    return result(real(a) / real(b));
  }

  /** The rest of a division, with the sign of the divisor, as in Python. */
  static Number modulo(Number a, Number b) {
    checkDivisor(a, b);
    if (areInteger(a, b)) {
      BigInteger rest = big(a).mod(big(b).abs());
      return exact(big(b).signum() < 0 && rest.signum() != 0 ? rest.add(big(b)) : rest);
    }
    double divisor = real(b);
    double rest = real(a) % divisor;
    if (rest == 0) {
      return Math.copySign(0.0, divisor);
    }
    return result(rest < 0 != divisor < 0 ? rest + divisor : rest);
  }

  private static void checkDivisor(Number a, Number b) {
    if (b.doubleValue() == 0) {
      throw new ArithmeticException("division by zero: " + a + " by " + b);
    }
  }

  static Number power(Number a, Number b) {
    if (areInteger(a, b) && big(b).signum() >= 0) {
      BigInteger base = big(a);
      boolean trivial = base.bitLength() <= 1 && base.abs().bitLength() <= 1;
      if (!trivial && b.doubleValue() * base.bitLength() > MAX_BITS) {
        throw new ArithmeticException(
            "power too large: %s to the %s; at most %d bits".formatted(a, b, MAX_BITS));
      }
      int exponent = trivial ? big(b).testBit(0) ? 1 : big(b).signum() == 0 ? 0 : 2 : b.intValue();
      return exact(base.pow(exponent));
    }
    double value = Math.pow(real(a), real(b));
    if (Double.isNaN(value) || (a.doubleValue() == 0 && b.doubleValue() < 0)) {
      throw new ArithmeticException("no such power: %s to the %s".formatted(a, b));
    }
    return result(value);
  }

  /** The sign of a difference. */
  static int compare(Number a, Number b) {
    if (areLong(a, b)) {
      return Long.compare(a.longValue(), b.longValue());
    }
    return new java.math.BigDecimal(a.toString()).compareTo(new java.math.BigDecimal(b.toString()));
  }
}

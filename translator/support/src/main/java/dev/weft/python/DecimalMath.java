package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Roots, powers, logarithms of decimals, to the precision of the context. */
final class DecimalMath {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private DecimalMath() {}

  /** The square root, by the specification: exact ones have half the exponent. */
  static Decimal root(Decimal x) {
    int digits = DecimalContext.now().digits() + 1;
    int exponent = -x.size().scale();
    BigInteger c = x.size().unscaledValue();
    int e = Math.floorDiv(exponent, 2);
    int length = x.size().precision();
    int half;
    if (Math.floorMod(exponent, 2) == 1) {
      c = c.multiply(BigInteger.TEN);
      half = (length >> 1) + 1;
    } else {
      half = (length + 1) >> 1;
    }
    int shift = digits - half;
    boolean exact = true;
    BigInteger hundred = BigInteger.valueOf(100);
    if (shift >= 0) {
      c = c.multiply(hundred.pow(shift));
    } else {
      BigInteger[] parts = c.divideAndRemainder(hundred.pow(-shift));
      c = parts[0];
      exact = parts[1].signum() == 0;
    }
    e -= shift;
    BigInteger n = c.sqrt();
    exact &= n.multiply(n).equals(c);
    if (exact) {
      n = shift >= 0 ? n.divide(BigInteger.TEN.pow(shift)) : n.multiply(BigInteger.TEN.pow(-shift));
      e += shift;
    } else if (n.mod(BigInteger.valueOf(5)).signum() == 0) {
      n = n.add(BigInteger.ONE);
    }
    return rounded(new BigDecimal(n, -e));
  }

  private static Decimal rounded(BigDecimal value) {
    int digits = DecimalContext.now().digits();
    return Decimal.exactly(
        value.precision() <= digits
            ? value
            : value.round(new MathContext(digits, RoundingMode.HALF_EVEN)));
  }

  static Decimal power(Decimal x, Decimal y) {
    if (x.kind() != Decimal.Kind.FINITE || y.kind() != Decimal.Kind.FINITE) {
      if (x.isNan() || y.isNan()) {
        return x.isNan() ? x : y;
      }
      throw new Errors.NotImplementedError(
          "powers of an infinite Decimal are not supported (" + x + " ** " + y + ")");
    }
    boolean whole = y.value().stripTrailingZeros().scale() <= 0;
    if (y.size().signum() == 0) {
      if (x.size().signum() == 0) {
        throw invalid();
      }
      return Decimal.of(1L);
    }
    if (x.isNegative() && !whole) {
      throw invalid();
    }
    if (x.size().signum() == 0) {
      return y.isNegative() ? Decimal.of("Infinity") : Decimal.of(0L);
    }
    if (whole && y.size().compareTo(BigDecimal.valueOf(100_000)) < 0) {
      int n = y.value().intValueExact();
      int digits = DecimalContext.now().digits();
      boolean small = (long) x.size().precision() * Math.abs(n) < 20_000;
      BigDecimal up =
          small
              ? x.value().pow(Math.abs(n))
              : x.value().pow(Math.abs(n), new MathContext(digits + 20));
      return n > 0 ? Decimal.rounded(up) : (Decimal) Decimal.of(1L).truediv(Decimal.exactly(up));
    }
    MathContext wide = new MathContext(DecimalContext.now().digits() + 25);
    BigDecimal result = exp(y.value().multiply(ln(x.value(), wide), wide), wide);
    int digits = DecimalContext.now().digits();
    BigDecimal fixed = result.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    // What is not known to be exact is shown with all digits.
    return Decimal.exactly(fixed.setScale(fixed.scale() + digits - fixed.precision()));
  }

  private static Errors.InvalidOperation invalid() {
    return new Errors.InvalidOperation("[<class 'decimal.InvalidOperation'>]");
  }

  static Decimal exp(Decimal x) {
    if (x.kind() != Decimal.Kind.FINITE) {
      return x.isNan() || !x.isNegative() ? x : Decimal.of(0L);
    }
    if (x.size().signum() == 0) {
      return Decimal.of(1L);
    }
    return rounded(exp(x.value(), wide()));
  }

  static Decimal ln(Decimal x) {
    if (x.size().compareTo(BigDecimal.ONE) == 0 && !x.isNegative()) {
      return Decimal.of(0L);
    }
    return rounded(ln(positive(x), wide()));
  }

  static Decimal log10(Decimal x) {
    BigDecimal value = positive(x).stripTrailingZeros();
    if (value.unscaledValue().equals(BigInteger.ONE)) {
      return Decimal.of((long) -value.scale());
    }
    MathContext wide = wide();
    return rounded(ln(value, wide).divide(lnTen(wide), wide));
  }

  private static MathContext wide() {
    return new MathContext(DecimalContext.now().digits() + 25);
  }

  private static BigDecimal positive(Decimal x) {
    if (x.kind() != Decimal.Kind.FINITE || x.isNegative() || x.size().signum() == 0) {
      throw invalid();
    }
    return x.value();
  }

  /** By the series, of an argument made small by halving. */
  private static BigDecimal exp(BigDecimal x, MathContext wide) {
    int halvings =
        Math.max(0, (int) Math.ceil(Math.log(Math.abs(x.doubleValue()) + 1) / Math.log(2))) + 8;
    MathContext inner = new MathContext(wide.getPrecision() + halvings);
    BigDecimal small = x.divide(TWO.pow(halvings), inner);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    BigDecimal limit = BigDecimal.ONE.movePointLeft(inner.getPrecision() + 2);
    for (int i = 1; term.abs().compareTo(limit) > 0; i++) {
      term = term.multiply(small, inner).divide(BigDecimal.valueOf(i), inner);
      sum = sum.add(term, inner);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, inner);
    }
    return sum.round(wide);
  }

  /** By Newton's method on {@link #exp}, from what doubles give. */
  private static BigDecimal ln(BigDecimal x, MathContext wide) {
    int exponent = x.precision() - x.scale() - 1;
    BigDecimal scaled = x.movePointLeft(exponent);
    BigDecimal y = BigDecimal.valueOf(Math.log(scaled.doubleValue()));
    for (int correct = 15; correct < wide.getPrecision() * 2; correct *= 2) {
      BigDecimal e = exp(y, wide);
      y = y.add(TWO.multiply(scaled.subtract(e)).divide(scaled.add(e), wide), wide);
    }
    return exponent == 0 ? y : y.add(lnTen(wide).multiply(BigDecimal.valueOf(exponent)), wide);
  }

  /** ln 10 = 2 ln 3 + ln (10 / 9), both of numbers below ten. */
  private static BigDecimal lnTen(MathContext wide) {
    BigDecimal rest = ln(BigDecimal.TEN.divide(BigDecimal.valueOf(9), wide), wide);
    return ln(BigDecimal.valueOf(3), wide).multiply(TWO).add(rest, wide);
  }
}

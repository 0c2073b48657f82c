package dev.weft.python;

/** CPython's hashes of numbers: an int modulo a prime, and a float as the fraction it is. */
final class PyHash {
  private PyHash() {}

  private static final long MODULUS = (1L << 61) - 1;

  static long of(long value) {
    // Division is slow, and most ints are small.
    long top = value >>> 60;
    return marked(top == 0 || top == 15 ? value : value % MODULUS);
  }

  /** A hash, where -1 is CPython's own mark of a failure. */
  private static long marked(long hash) {
    return hash == -1 ? -2 : hash;
  }

  static long of(java.math.BigInteger value) {
    return of(value.remainder(java.math.BigInteger.valueOf(MODULUS)).longValue());
  }

  static long of(double d) {
    if (Double.isNaN(d)) {
      return 0;
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? 314159 : -314159;
    }
    return marked(ofFinite(d));
  }

  private static long ofFinite(double d) {
    if (d == Math.rint(d) && Math.abs(d) < 9e15) {
      return (long) d;
    }
    int exponent = Math.getExponent(d) + 1;
    double m = Math.abs(d) / Math.pow(2, exponent);
    long x = 0;
    while (m != 0) {
      x = ((x << 28) & MODULUS) | x >>> (61 - 28);
      m *= 268435456.0;
      exponent -= 28;
      long y = (long) m;
      m -= y;
      x += y;
      if (x >= MODULUS) {
        x -= MODULUS;
      }
    }
    int shift = exponent >= 0 ? exponent % 61 : 61 - 1 - ((-1 - exponent) % 61);
    x = ((x << shift) & MODULUS) | x >>> (61 - shift);
    return d < 0 ? -x : x;
  }
}

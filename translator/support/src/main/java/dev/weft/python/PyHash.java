package dev.weft.python;

/** CPython's hash of floats. */
final class PyHash {
  private PyHash() {}

  static long of(double d) {
    if (d == Math.rint(d) && Math.abs(d) < 9e15) {
      return (long) d;
    }
    long modulus = (1L << 61) - 1;
    int exponent = Math.getExponent(d) + 1;
    double m = Math.abs(d) / Math.pow(2, exponent);
    long x = 0;
    while (m != 0) {
      x = ((x << 28) & modulus) | x >>> (61 - 28);
      m *= 268435456.0;
      exponent -= 28;
      long y = (long) m;
      m -= y;
      x += y;
      if (x >= modulus) {
        x -= modulus;
      }
    }
    int shift = exponent >= 0 ? exponent % 61 : 61 - 1 - ((-1 - exponent) % 61);
    x = ((x << shift) & modulus) | x >>> (61 - shift);
    return d < 0 ? -x : x;
  }
}

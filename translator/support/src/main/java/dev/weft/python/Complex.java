package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A complex number. */
public record Complex(double real, double imag) implements Repr {
  /** {@code complex(real, imag)}. */
  public static Complex of(@Nullable Object real, @Nullable Object imag) {
    Complex a = from(real);
    Complex b = from(imag);
    return new Complex(a.real - b.imag, a.imag + b.real);
  }

  static boolean isOne(@Nullable Object value) {
    return value instanceof Complex;
  }

  static Complex from(@Nullable Object value) {
    return value instanceof Complex c ? c : new Complex(Numbers.toDouble(value), 0);
  }

  Complex plus(Complex other) {
    return new Complex(real + other.real, imag + other.imag);
  }

  Complex minus(Complex other) {
    return new Complex(real - other.real, imag - other.imag);
  }

  Complex times(Complex other) {
    return new Complex(
        real * other.real - imag * other.imag, real * other.imag + imag * other.real);
  }

  Complex over(Complex other) {
    double size = other.real * other.real + other.imag * other.imag;
    if (size == 0) {
      throw new Errors.ZeroDivisionError("complex division by zero");
    }
    return new Complex(
        (real * other.real + imag * other.imag) / size,
        (imag * other.real - real * other.imag) / size);
  }

  Complex power(Complex other) {
    if (other.imag == 0 && other.real == Math.rint(other.real) && Math.abs(other.real) <= 100) {
      Complex result = new Complex(1, 0);
      for (int i = 0; i < Math.abs(other.real); i++) {
        result = result.times(this);
      }
      return other.real < 0 ? new Complex(1, 0).over(result) : result;
    }
    double size = Math.hypot(real, imag);
    double angle = Math.atan2(imag, real);
    double length = Math.pow(size, other.real) * Math.exp(-other.imag * angle);
    double turn = other.imag * Math.log(size) + other.real * angle;
    return new Complex(length * Math.cos(turn), length * Math.sin(turn));
  }

  /** {@code abs(z)}. */
  public double size() {
    return Math.hypot(real, imag);
  }

  /** {@code z.conjugate()}. */
  public Complex conjugate() {
    return new Complex(real, -imag);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return Numbers.isNumber(other)
        ? imag == 0 && real == Numbers.toDouble(other)
        : other instanceof Complex c && c.real == real && c.imag == imag;
  }

  @Override
  public int hashCode() {
    return imag == 0 ? Double.hashCode(real) : Double.hashCode(real) * 31 + Double.hashCode(imag);
  }

  private static String part(double value) {
    String text = Numbers.repr(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  @Override
  public String repr() {
    if (real == 0 && Math.copySign(1, real) > 0) {
      return part(imag) + "j";
    }
    String sign = imag < 0 || (imag == 0 && Math.copySign(1, imag) < 0) ? "" : "+";
    return "(" + part(real) + sign + part(imag) + "j)";
  }

  @Override
  public String toString() {
    return repr();
  }
}

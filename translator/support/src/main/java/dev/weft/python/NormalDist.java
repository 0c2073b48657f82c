package dev.weft.python;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code statistics.NormalDist}. */
// None is null; the coefficients stand as published.
@SuppressWarnings({"NullAway", "FloatingPointLiteralPrecision"})
public record NormalDist(double mean, double stdev) implements Repr {
  /** {@code NormalDist(mu, sigma)}. */
  public NormalDist {
    if (stdev < 0) {
      throw new Errors.StatisticsError("sigma must be non-negative");
    }
  }

  /** {@code NormalDist.from_samples(data)}. */
  public static NormalDist fromSamples(Iterable<?> data) {
    List<?> values = Lists.copy(data);
    return new NormalDist(
        Numbers.toDouble(Statistics.mean(values)), Statistics.deviation(values, true));
  }

  /** {@code variance}. */
  public double variance() {
    return stdev * stdev;
  }

  /** {@code samples(n, seed=seed)}. */
  public List<Double> samples(long n, @Nullable Object seed) {
    Random random = seed == null ? RandomModule.shared() : new Random(seed);
    List<Double> all = new PyList<>();
    for (long i = 0; i < n; i++) {
      all.add(random.gauss(mean, stdev));
    }
    return all;
  }

  private void requireSpread(String what) {
    if (stdev == 0) {
      throw new Errors.StatisticsError(what + "() not defined when sigma is zero");
    }
  }

  /** {@code pdf(x)}. */
  public double pdf(double x) {
    if (stdev == 0) {
      throw new Errors.StatisticsError("pdf() not defined when sigma is zero");
    }
    double difference = x - mean;
    double variance = variance();
    return Math.exp(difference * difference / (-2.0 * variance))
        / Math.sqrt(2 * Math.PI * variance);
  }

  /** {@code cdf(x)}. */
  public double cdf(double x) {
    requireSpread("cdf");
    return 0.5 * (1.0 + PyMath.erf((x - mean) / (stdev * Math.sqrt(2.0))));
  }

  /** {@code inv_cdf(p)}, by Wichura's algorithm AS 241. */
  public double invCdf(double p) {
    if (p <= 0.0 || p >= 1.0) {
      throw new Errors.StatisticsError("p must be in the range 0.0 < p < 1.0");
    }
    return Quantile.of(p, mean, stdev);
  }

  /** {@code quantiles(n)}. */
  public List<Double> quantiles(long n) {
    List<Double> all = new PyList<>();
    for (long i = 1; i < n; i++) {
      all.add(invCdf(i / (double) n));
    }
    return all;
  }

  /** {@code zscore(x)}. */
  public double zscore(double x) {
    if (stdev == 0) {
      throw new Errors.StatisticsError("zscore() not defined when sigma is zero");
    }
    return (x - mean) / stdev;
  }

  /** {@code overlap(other)}. */
  public double overlap(NormalDist other) {
    NormalDist x = this;
    NormalDist y = other;
    if (y.stdev < x.stdev || (y.stdev == x.stdev && y.mean < x.mean)) {
      x = other;
      y = this;
    }
    if (x.stdev == 0 || y.stdev == 0) {
      throw new Errors.StatisticsError("overlap() not defined when sigma is zero");
    }
    double dv = y.variance() - x.variance();
    double dm = Math.abs(y.mean - x.mean);
    if (dv == 0) {
      return 1.0 - PyMath.erf(dm / (2.0 * x.stdev * Math.sqrt(2.0)));
    }
    double a = x.mean * y.variance() - y.mean * x.variance();
    double b = x.stdev * y.stdev * Math.sqrt(dm * dm + dv * Math.log(y.variance() / x.variance()));
    double x1 = (a + b) / dv;
    double x2 = (a - b) / dv;
    return 1.0 - (Math.abs(y.cdf(x1) - x.cdf(x1)) + Math.abs(y.cdf(x2) - x.cdf(x2)));
  }

  /** {@code a + b}, of a number or another distribution. */
  public NormalDist add(@Nullable Object other) {
    return other instanceof NormalDist o
        ? new NormalDist(mean + o.mean, Math.hypot(stdev, o.stdev))
        : new NormalDist(mean + Numbers.toDouble(other), stdev);
  }

  /** {@code a - b}. */
  public NormalDist sub(@Nullable Object other) {
    return other instanceof NormalDist o
        ? new NormalDist(mean - o.mean, Math.hypot(stdev, o.stdev))
        : new NormalDist(mean - Numbers.toDouble(other), stdev);
  }

  /** {@code a * b}. */
  public NormalDist mul(@Nullable Object factor) {
    double by = Numbers.toDouble(factor);
    return new NormalDist(mean * by, stdev * Math.abs(by));
  }

  /** {@code a / b}. */
  public NormalDist truediv(@Nullable Object divisor) {
    double by = Numbers.toDouble(divisor);
    return new NormalDist(mean / by, stdev / Math.abs(by));
  }

  /** {@code -a}. */
  public NormalDist neg() {
    return new NormalDist(-mean, stdev);
  }

  /** {@code b + a}. */
  public NormalDist radd(@Nullable Object other) {
    return add(other);
  }

  /** {@code b - a}. */
  public NormalDist rsub(@Nullable Object other) {
    return neg().add(other);
  }

  /** {@code b * a}. */
  public NormalDist rmul(@Nullable Object other) {
    return mul(other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NormalDist o && mean == o.mean && stdev == o.stdev;
  }

  @Override
  public int hashCode() {
    return Objects.hash(mean, stdev);
  }

  @Override
  public String repr() {
    return "NormalDist(mu=" + Py.repr(mean) + ", sigma=" + Py.repr(stdev) + ")";
  }

  @Override
  public String toString() {
    return repr();
  }

  /** Rational approximations of the inverse, for the middle and for two ranges of the tails. */
  private static final class Quantile {
    private static final double[] MIDDLE = {
      2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
      4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
      1.3314166789178437745e+2, 3.3871328727963666080e+0
    };
    private static final double[] MIDDLE_BELOW = {
      5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
      2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
      4.2313330701600911252e+1, 1.0
    };
    private static final double[] NEAR = {
      7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
      1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
      4.63033784615654529590e+0, 1.42343711074968357734e+0
    };
    private static final double[] NEAR_BELOW = {
      1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
      1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
      2.05319162663775882187e+0, 1.0
    };
    private static final double[] FAR = {
      2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
      2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
      5.46378491116411436990e+0, 6.65790464350110377720e+0
    };
    private static final double[] FAR_BELOW = {
      2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
      7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
      5.99832206555887937690e-1, 1.0
    };

    private Quantile() {}

    static double of(double p, double mean, double deviation) {
      double q = p - 0.5;
      if (Math.abs(q) <= 0.425) {
        double r = 0.180625 - q * q;
        return mean + value(MIDDLE, r) * q / value(MIDDLE_BELOW, r) * deviation;
      }
      double r = Math.sqrt(-Math.log(q <= 0.0 ? p : 1.0 - p));
      double x =
          r <= 5.0
              ? value(NEAR, r - 1.6) / value(NEAR_BELOW, r - 1.6)
              : value(FAR, r - 5.0) / value(FAR_BELOW, r - 5.0);
      return mean + (q < 0.0 ? -x : x) * deviation;
    }

    private static double value(double[] factors, double x) {
      double sum = factors[0];
      for (int i = 1; i < factors.length; i++) {
        sum = sum * x + factors[i];
      }
      return sum;
    }
  }
}

package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** The rarer distributions of {@code random}, by the formulas that CPython documents. */
public final class Distributions {
  private static final double LOG4 = Math.log(4.0);
  private static final double MAGIC = 1.0 + Math.log(4.5);

  private Distributions() {}

  /** {@code gammavariate(alpha, beta)}. */
  public static double gamma(Random random, double alpha, double beta) {
    if (alpha <= 0.0 || beta <= 0.0) {
      throw new Errors.ValueError("gammavariate: alpha and beta must be > 0.0");
    }
    if (alpha > 1.0) {
      return gammaOver1(random, alpha) * beta;
    }
    if (alpha == 1.0) {
      return -Math.log(1.0 - random.random()) * beta;
    }
    return gammaUnder1(random, alpha) * beta;
  }

  private static double gammaOver1(Random random, double alpha) {
    double inverse = Math.sqrt(2.0 * alpha - 1.0);
    double b = alpha - LOG4;
    double c = alpha + inverse;
    while (true) {
      double u1 = random.random();
      if (!(1e-7 < u1 && u1 < 0.9999999)) {
        continue;
      }
      double u2 = 1.0 - random.random();
      double v = Math.log(u1 / (1.0 - u1)) / inverse;
      double x = alpha * Math.exp(v);
      double z = u1 * u1 * u2;
      double r = b + c * v - x;
      if (r + MAGIC - 4.5 * z >= 0.0 || r >= Math.log(z)) {
        return x;
      }
    }
  }

  private static double gammaUnder1(Random random, double alpha) {
    while (true) {
      double b = (Math.E + alpha) / Math.E;
      double p = b * random.random();
      double x = p <= 1.0 ? Math.pow(p, 1.0 / alpha) : -Math.log((b - p) / alpha);
      double u1 = random.random();
      if (p > 1.0 ? u1 <= Math.pow(x, alpha - 1.0) : u1 <= Math.exp(-x)) {
        return x;
      }
    }
  }

  /** {@code betavariate(alpha, beta)}. */
  public static double beta(Random random, double alpha, double beta) {
    double y = gamma(random, alpha, 1.0);
    return y == 0 ? 0.0 : y / (y + gamma(random, beta, 1.0));
  }

  /** {@code lognormvariate(mu, sigma)}. */
  public static double logNormal(Random random, double mu, double sigma) {
    return Math.exp(random.normal(mu, sigma));
  }

  /** {@code paretovariate(alpha)}. */
  public static double pareto(Random random, double alpha) {
    return Math.pow(1.0 - random.random(), -1.0 / alpha);
  }

  /** {@code weibullvariate(alpha, beta)}. */
  public static double weibull(Random random, double alpha, double beta) {
    return alpha * Math.pow(-Math.log(1.0 - random.random()), 1.0 / beta);
  }

  /** {@code vonmisesvariate(mu, kappa)}. */
  public static double vonMises(Random random, double mu, double kappa) {
    if (kappa <= 1e-6) {
      return Math.TAU * random.random();
    }
    double s = 0.5 / kappa;
    double r = s + Math.sqrt(1.0 + s * s);
    double z;
    while (true) {
      z = Math.cos(Math.PI * random.random());
      double d = z / (r + z);
      double u2 = random.random();
      if (u2 < 1.0 - d * d || u2 <= (1.0 - d) * Math.exp(d)) {
        break;
      }
    }
    double q = 1.0 / r;
    double f = (q + z) / (1.0 + q * z);
    return random.random() > 0.5
        ? Numbers.mod(mu + Math.acos(f), Math.TAU)
        : Numbers.mod(mu - Math.acos(f), Math.TAU);
  }

  /** {@code binomialvariate(n, p)}. */
  public static long binomial(Random random, long n, double p) {
    if (n < 0) {
      throw new Errors.ValueError("n must be non-negative");
    }
    if (p < 0.0 || p > 1.0) {
      throw new Errors.ValueError("p must be in the range 0.0 <= p <= 1.0");
    }
    if (p == 0.0 || p == 1.0) {
      return p == 0.0 ? 0 : n;
    }
    if (n == 1) {
      return random.random() < p ? 1 : 0;
    }
    if (p > 0.5) {
      return n - binomial(random, n, 1.0 - p);
    }
    if (n * p < 10.0) {
      double c = PyMath.log2(1.0 - p);
      long x = 0;
      long y = 0;
      while (c != 0) {
        y += (long) Math.floor(PyMath.log2(random.random()) / c) + 1;
        if (y > n) {
          return x;
        }
        x++;
      }
      return x;
    }
    return binomialByRejection(random, n, p);
  }

  private static long binomialByRejection(Random random, long n, double p) {
    double spread = Math.sqrt(n * p * (1.0 - p));
    double b = 1.15 + 2.53 * spread;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double c = n * p + 0.5;
    double alpha = (2.83 + 5.1 / b) * spread;
    double lpq = Math.log(p / (1.0 - p));
    double m = Math.floor((n + 1) * p);
    double h = PyMath.lgamma(m + 1) + PyMath.lgamma(n - m + 1);
    while (true) {
      double u = random.random() - 0.5;
      double us = 0.5 - Math.abs(u);
      long k = (long) Math.floor((2.0 * a / us + b) * u + c);
      if (k < 0 || k > n) {
        continue;
      }
      double v = random.random();
      if (us >= 0.07 && v <= 0.92 - 4.2 / b) {
        return k;
      }
      v *= alpha / (a / (us * us) + b);
      if (Math.log(v) <= h - PyMath.lgamma(k + 1.0) - PyMath.lgamma(n - k + 1.0) + (k - m) * lpq) {
        return k;
      }
    }
  }

  /** {@code sample(population, k, counts=)}. */
  public static <T extends @Nullable Object> java.util.List<T> sample(
      Random random, Iterable<? extends T> items, Iterable<Long> counts, long k) {
    java.util.List<T> all = new java.util.ArrayList<>();
    java.util.Iterator<Long> times = counts.iterator();
    for (T item : items) {
      long count = times.next();
      for (long i = 0; i < count; i++) {
        all.add(item);
      }
    }
    java.util.List<T> result = new PyList<>();
    for (Long at : random.sample(Range.of(0, all.size(), 1), k)) {
      result.add(all.get(at.intValue()));
    }
    return result;
  }
}

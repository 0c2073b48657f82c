package dev.weft.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The module {@code statistics}. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class Statistics {
  private Statistics() {}

  /** {@code mean(values)}. */
  public static Object mean(Iterable<?> values) {
    List<Object> all = Lists.copy(Iters.<Object>cast(values));
    if (all.isEmpty()) {
      throw new Errors.StatisticsError("mean requires at least one data point");
    }
    java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
    boolean ints = true;
    for (Object value : all) {
      ints &= !(value instanceof Double);
      sum = sum.add(new java.math.BigDecimal(Numbers.toDouble(value)));
    }
    double mean =
        sum.divide(java.math.BigDecimal.valueOf(all.size()), java.math.MathContext.DECIMAL128)
            .doubleValue();
    return ints && mean == Math.rint(mean) ? (Object) (long) mean : (Object) mean;
  }

  /** {@code median(values)}. */
  public static Object median(Iterable<?> values) {
    List<Object> all = Lists.sorted(Iters.<Object>cast(values), false);
    if (all.isEmpty()) {
      throw new Errors.StatisticsError("no median for empty data");
    }
    int middle = all.size() / 2;
    return all.size() % 2 == 1
        ? all.get(middle)
        : Numbers.divideOf(Ops.add(all.get(middle - 1), all.get(middle)), (Object) 2L);
  }

  private static List<Double> doubles(Iterable<?> values, String name) {
    List<Double> all = new PyList<>();
    values.forEach(v -> all.add(Numbers.toDouble(v)));
    if (all.isEmpty()) {
      throw new Errors.StatisticsError(name + " requires at least one data point");
    }
    return all;
  }

  /** {@code fmean(values)}. */
  public static double floatMean(Iterable<?> values) {
    List<Double> all = doubles(values, "fmean");
    return PyMath.exactSum(all) / all.size();
  }

  /** {@code fmean(values, weights)}. */
  public static double floatMean(Iterable<?> values, @Nullable Iterable<?> weights) {
    if (weights == null) {
      return floatMean(values);
    }
    List<Double> all = doubles(values, "fmean");
    List<Double> shares = doubles(weights, "fmean");
    if (all.size() != shares.size()) {
      throw new Errors.StatisticsError("data and weights must be the same length");
    }
    double total = PyMath.exactSum(shares);
    if (total == 0) {
      throw new Errors.StatisticsError("sum of weights must be non-zero");
    }
    List<Double> products = new PyList<>();
    for (int i = 0; i < all.size(); i++) {
      products.add(all.get(i) * shares.get(i));
    }
    return PyMath.exactSum(products) / total;
  }

  /** {@code covariance(xs, ys)}. */
  public static double covariance(Iterable<?> xs, Iterable<?> ys) {
    List<Double> a = doubles(xs, "covariance");
    List<Double> b = doubles(ys, "covariance");
    if (a.size() != b.size()) {
      throw new Errors.StatisticsError(
          "covariance requires that both inputs have same number of data points");
    }
    if (a.size() < 2) {
      throw new Errors.StatisticsError("covariance requires at least two data points");
    }
    double meanOfA = PyMath.exactSum(a) / a.size();
    double meanOfB = PyMath.exactSum(b) / b.size();
    List<Double> products = new PyList<>();
    for (int i = 0; i < a.size(); i++) {
      products.add((a.get(i) - meanOfA) * (b.get(i) - meanOfB));
    }
    return PyMath.exactSum(products) / (a.size() - 1);
  }

  /** {@code median_low(values)} and {@code median_high}. */
  public static <T extends @Nullable Object> T medianAt(
      Iterable<? extends T> values, boolean high) {
    List<T> all = Lists.<T>sorted(values, false);
    if (all.isEmpty()) {
      throw new Errors.StatisticsError("no median for empty data");
    }
    return all.get(high ? all.size() / 2 : (all.size() - 1) / 2);
  }

  /** {@code multimode(values)}. */
  public static <T extends @Nullable Object> List<T> modes(Iterable<? extends T> values) {
    List<T> modes = new PyList<>();
    long most = 0;
    for (Tuple2<T, Long> each : Dicts.<T>mostCommon(PyDict.<T>counter(values), null)) {
      most = Math.max(most, each.second());
      if (each.second() == most) {
        modes.add(each.first());
      }
    }
    if (modes.isEmpty()) {
      throw new Errors.StatisticsError("no mode for empty data");
    }
    return modes;
  }

  private static BigDecimal squares(List<Object> values, int count) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Object value : values) {
      sum = sum.add(exact(value));
    }
    BigDecimal mean = sum.divide(BigDecimal.valueOf(count), PRECISE);
    BigDecimal total = BigDecimal.ZERO;
    for (Object value : values) {
      BigDecimal d = exact(value).subtract(mean);
      total = total.add(d.multiply(d));
    }
    return total;
  }

  private static BigDecimal exact(Object value) {
    return value instanceof Double d ? new BigDecimal(d) : new BigDecimal(value.toString());
  }

  private static final MathContext PRECISE = new MathContext(60);

  private static BigDecimal spread(List<Object> all, boolean sample) {
    int n = all.size();
    if (n < (sample ? 2 : 1)) {
      throw new Errors.StatisticsError(
          sample
              ? "variance requires at least two data points"
              : "pvariance requires at least one data point");
    }
    return squares(all, n).divide(BigDecimal.valueOf(sample ? n - 1 : n), PRECISE);
  }

  /** {@code variance(values)} and {@code pvariance}. */
  public static Object variance(Iterable<?> values, boolean sample) {
    List<Object> all = Lists.copy(Iters.<Object>cast(values));
    double result = spread(all, sample).doubleValue();
    boolean ints = all.stream().allMatch(v -> v instanceof Long);
    return ints && result == Math.rint(result) ? (Object) (long) result : (Object) result;
  }

  /** {@code stdev(values)} and {@code pstdev}. */
  public static double deviation(Iterable<?> values, boolean sample) {
    List<Object> all = Lists.copy(Iters.<Object>cast(values));
    if (all.size() < (sample ? 2 : 1)) {
      throw new Errors.StatisticsError(
          sample
              ? "stdev requires at least two data points"
              : "pstdev requires at least one data point");
    }
    return spread(all, sample).sqrt(PRECISE).doubleValue();
  }

  /** {@code quantiles(values, n=, method=)}. */
  public static List<Double> quantiles(Iterable<?> values, long n, String method) {
    if (n < 1) {
      throw new Errors.StatisticsError("n must be at least 1");
    }
    List<Double> sorted = Lists.<Double>sorted(doubles(values, "quantiles"), false);
    if (sorted.size() < 2) {
      throw new Errors.StatisticsError("must have at least two data points");
    }
    List<Double> cuts = new PyList<>();
    if (method.equals("inclusive")) {
      long m = sorted.size() - 1L;
      for (long i = 1; i < n; i++) {
        int j = (int) (i * m / n);
        long delta = i * m % n;
        cuts.add((sorted.get(j) * (n - delta) + sorted.get(j + 1) * delta) / n);
      }
      return cuts;
    }
    if (!method.equals("exclusive")) {
      throw new Errors.ValueError("Unknown method: " + Py.repr(method));
    }
    int m = sorted.size() + 1;
    for (long i = 1; i < n; i++) {
      long j = Math.max(1, Math.min(i * m / n, sorted.size() - 1L));
      long delta = i * m - j * n;
      cuts.add((sorted.get((int) j - 1) * (n - delta) + sorted.get((int) j) * delta) / n);
    }
    return cuts;
  }

  /** {@code harmonic_mean(values)}. */
  public static double harmonicMean(Iterable<?> values) {
    List<Double> all = doubles(values, "harmonic_mean");
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : all) {
      sum = sum.add(BigDecimal.ONE.divide(new BigDecimal(value), PRECISE));
    }
    return BigDecimal.valueOf(all.size()).divide(sum, PRECISE).doubleValue();
  }

  /** {@code geometric_mean(values)}. */
  public static double geometricMean(Iterable<?> values) {
    List<Double> all = doubles(values, "geometric_mean");
    return Math.exp(PyMath.exactSum(Iters.map(Math::log, all)) / all.size());
  }

  /** {@code correlation(x, y)}. */
  public static double correlation(Iterable<?> xs, Iterable<?> ys) {
    List<Double> x = doubles(xs, "correlation");
    List<Double> y = doubles(ys, "correlation");
    double mx = PyMath.exactSum(x) / x.size();
    double my = PyMath.exactSum(y) / y.size();
    List<Double> xy = new PyList<>();
    List<Double> xx = new PyList<>();
    List<Double> yy = new PyList<>();
    for (int i = 0; i < x.size(); i++) {
      xy.add((x.get(i) - mx) * (y.get(i) - my));
      xx.add((x.get(i) - mx) * (x.get(i) - mx));
      yy.add((y.get(i) - my) * (y.get(i) - my));
    }
    return PyMath.exactSum(xy) / Math.sqrt(PyMath.exactSum(xx) * PyMath.exactSum(yy));
  }
}

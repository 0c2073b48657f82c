package dev.weft.python;

import java.util.List;

/** The module {@code statistics}, in part. */
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
        : Numbers.divide(Ops.add(all.get(middle - 1), all.get(middle)), (Object) 2L);
  }
}

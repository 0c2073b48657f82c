package dev.weft.python;

import org.jspecify.annotations.Nullable;

/**
 * {@code sum(values)}, of values that come one by one: ints of any size exactly, floats with what
 * rounding lost, as CPython does.
 */
public final class Sum {
  // Of one of these three the sum is so far, so that numbers need no objects.
  private boolean isInt;
  private long ints;
  private boolean isFloat;
  private double floats;
  private double lost;
  private @Nullable Object others;

  /** No value yet. */
  public Sum() {
    isInt = true;
  }

  Sum(@Nullable Object start) {
    become(start);
  }

  private void become(@Nullable Object value) {
    isInt = value instanceof Long;
    ints = value instanceof Long n ? n : 0;
    isFloat = value instanceof Double;
    floats = value instanceof Double d ? d : 0;
    lost = 0;
    others = value;
  }

  /** Adds a float. */
  public void add(double x) {
    if (isFloat) {
      double next = floats + x;
      lost += Math.abs(floats) >= Math.abs(x) ? (floats - next) + x : (x - next) + floats;
      floats = next;
    } else if (isInt) {
      isInt = false;
      isFloat = true;
      floats = ints + x;
    } else {
      become(Ops.add(others, x));
    }
  }

  /** Adds anything. */
  public void add(@Nullable Object value) {
    if (value instanceof Double d) {
      add(d.doubleValue());
    } else if (value instanceof Long n && isFloat) {
      add(n.doubleValue());
    } else if (value instanceof Long n && isInt && isWithin(ints, n)) {
      ints += n;
    } else {
      become(Ops.add(value(), value));
    }
  }

  private static boolean isWithin(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) >= 0;
  }

  /** What it has come to. */
  public @Nullable Object value() {
    if (isFloat) {
      return Double.isFinite(lost) ? floats + lost : floats;
    }
    return isInt ? (Object) ints : others;
  }

  /** The same of numbers. */
  public Number number() {
    return Numbers.toNumber(value());
  }
}

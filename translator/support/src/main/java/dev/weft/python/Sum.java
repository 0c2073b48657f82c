package dev.weft.python;

import org.jspecify.annotations.Nullable;

/**
 * {@code sum(values)}, of values that come one by one, as CPython 3.12 has it: ints exactly, then
 * floats with what rounding lost, then anything.
 *
 * <p>Written so that the JVM's compiler can do without the object: no method that it might not take
 * in is called on it while values come.
 */
public final class Sum {
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
    isInt = start instanceof Long;
    ints = start instanceof Long n ? n : 0;
    isFloat = start instanceof Double;
    floats = start instanceof Double d ? d : 0;
    others = start;
  }

  /** Adds a float. */
  public void add(double x) {
    if (isFloat) {
      double next = floats + x;
      lost += lost(floats, x, next);
      floats = next;
    } else if (isInt) {
      isInt = false;
      isFloat = true;
      floats = ints + x;
    } else {
      others = Ops.add(others, x);
    }
  }

  /** Adds an int. */
  public void add(long x) {
    if (isInt && isWithin(ints, x)) {
      ints += x;
    } else {
      add((Object) x);
    }
  }

  /** Adds anything. */
  public void add(@Nullable Object value) {
    if (value instanceof Double d) {
      double x = d;
      if (isFloat) {
        double next = floats + x;
        lost += lost(floats, x, next);
        floats = next;
      } else if (isInt) {
        isInt = false;
        isFloat = true;
        floats = ints + x;
      } else {
        others = Ops.add(others, value);
      }
    } else if (value instanceof Long n && isInt && isWithin(ints, n)) {
      ints += n;
    } else if (value instanceof Long n && isFloat) {
      // CPython does not look at what this loses.
      floats += n;
    } else if (value instanceof Boolean b && isInt) {
      ints += b ? 1 : 0;
    } else {
      Object before = isFloat ? (Object) compensated(floats, lost) : isInt ? (Object) ints : others;
      isFloat = false;
      isInt = false;
      others = Ops.add(before, value);
    }
  }

  private static boolean isWithin(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) >= 0;
  }

  /** What rounding lost, exactly (Knuth's two-sum), without asking which of the two is larger. */
  private static double lost(double sum, double x, double next) {
    double added = next - sum;
    return (sum - (next - added)) + (x - added);
  }

  private static double compensated(double sum, double lost) {
    return lost != 0 && Double.isFinite(lost) ? sum + lost : sum;
  }

  /** What it has come to. */
  public @Nullable Object value() {
    return isFloat ? (Object) compensated(floats, lost) : isInt ? (Object) ints : others;
  }

  /** The same of numbers. */
  public Number number() {
    return Numbers.toNumber(value());
  }
}

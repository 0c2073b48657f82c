package dev.weft.python;

import org.jspecify.annotations.Nullable;

/**
 * {@code min(values)} or {@code max(values)}, of values that come one by one.
 *
 * @param <T> what they are
 */
@SuppressWarnings("NullAway") // None is null, also among values.
public final class Extreme<T extends @Nullable Object> {
  private final boolean greatest;
  private boolean isEmpty = true;
  private @Nullable T best;

  // The best as long as all are floats, in which case the other is not looked at.
  private boolean isFloat;
  private double number;

  private Extreme(boolean greatest) {
    this.greatest = greatest;
  }

  /** {@code max}. */
  public static <T extends @Nullable Object> Extreme<T> max() {
    return new Extreme<>(true);
  }

  /** {@code min}. */
  public static <T extends @Nullable Object> Extreme<T> min() {
    return new Extreme<>(false);
  }

  /** Takes a value, which is the best if no earlier one is as good. */
  public void take(T value) {
    if (value instanceof Double d && (isFloat || isEmpty)) {
      double x = d;
      if (isEmpty || (greatest ? x > number : x < number)) {
        number = x;
      }
      isEmpty = false;
      isFloat = true;
    } else {
      takeAny(value);
    }
  }

  private void takeAny(T value) {
    T before = isFloat ? Py.<T>cast(number) : best;
    boolean better = isEmpty || (greatest ? Py.gt(value, before) : Py.lt(value, before));
    T now = better ? value : before;
    isEmpty = false;
    isFloat = now instanceof Double;
    number = now instanceof Double d ? d : 0;
    best = now;
  }

  /**
   * The best.
   *
   * @throws Errors.ValueError if there was no value
   */
  public T value() {
    if (isEmpty) {
      throw new Errors.ValueError((greatest ? "max" : "min") + "() iterable argument is empty");
    }
    return isFloat ? Py.<T>cast(number) : best;
  }
}

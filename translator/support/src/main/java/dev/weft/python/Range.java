package dev.weft.python;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** {@code range(start, stop, step)}. */
public final class Range extends AbstractList<Long> implements RandomAccess {
  private final long start;
  private final long stop;
  private final long step;
  private final int size;

  private Range(long start, long stop, long step) {
    if (step == 0) {
      throw new Errors.ValueError("range() arg 3 must not be zero");
    }
    this.start = start;
    this.stop = stop;
    this.step = step;
    long count = step > 0 ? (stop - start + step - 1) / step : (start - stop - step - 1) / -step;
    this.size = (int) Math.max(0, Math.min(Integer.MAX_VALUE, count));
  }

  /** A range. */
  public static Range of(long start, long stop, long step) {
    return new Range(start, stop, step);
  }

  /** A range whose bounds come in a list. */
  public static Range between(@Nullable Object... bounds) {
    if (bounds.length == 0) {
      throw new Errors.TypeError("range expected at least 1 argument, got 0");
    }
    if (bounds.length > 3) {
      throw new Errors.TypeError("range expected at most 3 arguments, got " + bounds.length);
    }
    long first = Numbers.toLong(bounds[0]);
    return bounds.length == 1
        ? new Range(0, first, 1)
        : new Range(
            first, Numbers.toLong(bounds[1]), bounds.length == 2 ? 1 : Numbers.toLong(bounds[2]));
  }

  @Override
  public Long get(int index) {
    return start + index * step;
  }

  @Override
  public Iterator<Long> iterator() {
    return new Iterator<>() {
      private int left = size;
      private long next = start;

      @Override
      public boolean hasNext() {
        return left > 0;
      }

      @Override
      public Long next() {
        if (left == 0) {
          throw new NoSuchElementException();
        }
        left--;
        long value = next;
        next += step;
        return value;
      }
    };
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return item instanceof Long l
        && (step > 0 ? l >= start && l < stop : l <= start && l > stop)
        && (l - start) % step == 0;
  }

  @Override
  public String toString() {
    return "range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")";
  }
}

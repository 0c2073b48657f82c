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

  /** A range of one to three bounds, of which only run time knows how many there are. */
  public static Range of(@Nullable Object... bounds) {
    if (bounds.length == 0 || bounds.length > 3) {
      throw new Errors.TypeError(
          "range expected at "
              + (bounds.length == 0 ? "least 1 argument" : "most 3 arguments")
              + ", got "
              + bounds.length);
    }
    return new Range(
        bounds.length == 1 ? 0 : Numbers.toLong(bounds[0]),
        Numbers.toLong(bounds[bounds.length == 1 ? 0 : 1]),
        bounds.length == 3 ? Numbers.toLong(bounds[2]) : 1);
  }

  /** A range. */
  public static Range of(long start, long stop, long step) {
    return new Range(start, stop, step);
  }

  /** The part that has these indices, where null is the end: a range again. */
  Range slice(@Nullable Long lower, @Nullable Long upper, @Nullable Long by) {
    long stride = by == null ? 1 : by;
    if (stride == 0) {
      throw new Errors.ValueError("slice step cannot be zero");
    }
    long first = bound(lower, stride > 0 ? 0 : size - 1L, stride);
    long last = bound(upper, stride > 0 ? size : -1L, stride);
    return new Range(start + first * step, start + last * step, step * stride);
  }

  private long bound(@Nullable Long index, long missing, long stride) {
    if (index == null) {
      return missing;
    }
    long from = index < 0 ? index + size : index;
    return stride > 0 ? Math.clamp(from, 0, size) : Math.clamp(from, -1, size - 1L);
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

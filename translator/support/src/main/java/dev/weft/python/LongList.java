package dev.weft.python;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A list of ints. */
final class LongList extends PackedList<Long> {
  private long[] values;

  LongList(int capacity) {
    values = new long[capacity];
  }

  LongList(long... items) {
    values = items;
    size = items.length;
  }

  long getLong(long index) {
    int at = index(index);
    return at < 0 ? Lists.get(this, index) : values[at];
  }

  void setLong(long index, long value) {
    int at = index(index);
    if (at < 0) {
      Lists.put(this, index, value);
    } else {
      values[at] = value;
    }
  }

  @Override
  public boolean contains(@Nullable Object item) {
    if (!isPacked() || !(item instanceof Long wanted)) {
      return super.contains(item);
    }
    for (int i = 0; i < size; i++) {
      if (values[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  void sort() {
    Arrays.sort(values, 0, size);
  }

  @Override
  Object values() {
    return values;
  }

  @Override
  void resize(int capacity) {
    values = Arrays.copyOf(values, capacity);
  }

  @Override
  int capacity() {
    return values.length;
  }

  @Override
  Long at(int index) {
    return values[index];
  }

  @Override
  boolean put(int index, @Nullable Object item) {
    if (item instanceof Long value) {
      values[index] = value;
      return true;
    }
    return false;
  }

  @Override
  PackedList<Long> empty(int capacity) {
    return new LongList(capacity);
  }
}

package dev.weft.python;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A list of bools. */
final class BooleanList extends PackedList<Boolean> {
  private boolean[] values;

  BooleanList(int capacity) {
    values = new boolean[capacity];
  }

  BooleanList(boolean... items) {
    values = items;
    size = items.length;
  }

  boolean getBoolean(long index) {
    int at = index(index);
    return at < 0 ? Lists.get(this, index) : values[at];
  }

  void setBoolean(long index, boolean value) {
    int at = index(index);
    if (at < 0) {
      Lists.put(this, index, value);
    } else {
      values[at] = value;
    }
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
  Boolean at(int index) {
    return values[index];
  }

  @Override
  boolean put(int index, @Nullable Object item) {
    if (item instanceof Boolean value) {
      values[index] = value;
      return true;
    }
    return false;
  }

  @Override
  PackedList<Boolean> empty(int capacity) {
    return new BooleanList(capacity);
  }
}

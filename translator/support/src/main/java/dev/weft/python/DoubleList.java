package dev.weft.python;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A list of floats. */
final class DoubleList extends PackedList<Double> {
  private double[] values;

  DoubleList(int capacity) {
    values = new double[capacity];
  }

  DoubleList(double... items) {
    values = items;
    size = items.length;
  }

  double getDouble(long index) {
    int at = index(index);
    return at < 0 ? Lists.get(this, index) : values[at];
  }

  void setDouble(long index, double value) {
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
  Double at(int index) {
    return values[index];
  }

  @Override
  boolean put(int index, @Nullable Object item) {
    if (item instanceof Double value) {
      values[index] = value;
      return true;
    }
    return false;
  }

  @Override
  PackedList<Double> empty(int capacity) {
    return new DoubleList(capacity);
  }
}

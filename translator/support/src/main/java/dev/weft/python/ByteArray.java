package dev.weft.python;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code bytearray}. */
public final class ByteArray implements Iterable<Long>, Sized, Truthy, Repr {
  private byte[] data;

  /** A copy of some bytes. */
  public ByteArray(Bytes data) {
    this.data = data.array().clone();
  }

  /** {@code bytes(self)}, a copy. */
  public Bytes bytes() {
    return Bytes.wrap(data.clone());
  }

  /** The bytes themselves, for views of them. */
  byte[] array() {
    return data;
  }

  /** {@code extend(values)}, and {@code +=}. */
  public void extend(@Nullable Object more) {
    byte[] added = ofValues(more);
    int end = data.length;
    data = Arrays.copyOf(data, end + added.length);
    System.arraycopy(added, 0, data, end, added.length);
  }

  private static byte[] ofValues(@Nullable Object values) {
    return values instanceof Bytes || values instanceof ByteArray || values instanceof MemoryView
        ? Bytes.ofAny(values).array()
        : Bytes.ofValues(Iters.of(values)).array();
  }

  private static byte checked(long value) {
    if (value < 0 || value > 255) {
      throw new Errors.ValueError("byte must be in range(0, 256)");
    }
    return (byte) value;
  }

  /** {@code append(value)}. */
  public void append(long value) {
    byte last = checked(value);
    data = Arrays.copyOf(data, data.length + 1);
    data[data.length - 1] = last;
  }

  /** {@code insert(index, value)}. */
  public void insert(long index, long value) {
    int at = Lists.bounds(data.length, index, null)[0];
    splice(at, at, new byte[] {checked(value)});
  }

  /** {@code pop(index)}. */
  public long pop(long index) {
    if (data.length == 0) {
      throw new Errors.IndexError("pop from empty bytearray");
    }
    int at = index(index, "pop index out of range");
    long value = data[at] & 0xff;
    splice(at, at + 1, new byte[0]);
    return value;
  }

  /** {@code reverse()}. */
  public void reverse() {
    for (int i = 0, j = data.length - 1; i < j; i++, j--) {
      byte kept = data[i];
      data[i] = data[j];
      data[j] = kept;
    }
  }

  /** {@code clear()}. */
  public void clear() {
    data = new byte[0];
  }

  private int index(long index, String message) {
    long at = index < 0 ? index + data.length : index;
    if (at < 0 || at >= data.length) {
      throw new Errors.IndexError(message);
    }
    return (int) at;
  }

  /** {@code self[index]}. */
  public long get(long index) {
    return data[index(index, "bytearray index out of range")] & 0xff;
  }

  /** {@code self[index] = value}. */
  public void set(long index, long value) {
    data[index(index, "bytearray index out of range")] = checked(value);
  }

  /** {@code del self[index]}. */
  public void delete(long index) {
    int at = index(index, "bytearray index out of range");
    splice(at, at + 1, new byte[0]);
  }

  /** {@code self[lower:upper:step]}. */
  public ByteArray slice(@Nullable Long lower, @Nullable Long upper, @Nullable Long step) {
    return new ByteArray(Bytes.slice(Bytes.wrap(data), lower, upper, step));
  }

  /** {@code self[lower:upper:step] = values}. */
  public void setSlice(
      @Nullable Long lower, @Nullable Long upper, @Nullable Long step, @Nullable Object values) {
    byte[] given = ofValues(values);
    if (step == null || step == 1) {
      int[] at = Lists.bounds(data.length, lower, upper);
      splice(at[0], at[1], given);
      return;
    }
    int[] at = Lists.indices(data.length, lower, upper, step);
    if (at.length != given.length) {
      throw new Errors.ValueError(
          "attempt to assign bytes of size "
              + given.length
              + " to extended slice of size "
              + at.length);
    }
    for (int i = 0; i < at.length; i++) {
      data[at[i]] = given[i];
    }
  }

  /** {@code del self[lower:upper:step]}. */
  public void deleteSlice(@Nullable Long lower, @Nullable Long upper, @Nullable Long step) {
    List<Long> values = Lists.copy(this);
    Lists.deleteSlice(values, lower, upper, step);
    data = Bytes.ofValues(values).array();
  }

  private void splice(int from, int to, byte[] given) {
    byte[] all = new byte[from + given.length + data.length - to];
    System.arraycopy(data, 0, all, 0, from);
    System.arraycopy(given, 0, all, from, given.length);
    System.arraycopy(data, to, all, from + given.length, data.length - to);
    data = all;
  }

  @Override
  public long length() {
    return data.length;
  }

  @Override
  public boolean truthy() {
    return data.length > 0;
  }

  @Override
  public Iterator<Long> iterator() {
    return Bytes.wrap(data).values().iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return (other instanceof ByteArray a && Arrays.equals(data, a.data))
        || (other instanceof Bytes b && Arrays.equals(data, b.array()));
  }

  @Override
  public int hashCode() {
    throw new Errors.TypeError("unhashable type: 'bytearray'");
  }

  @Override
  public String repr() {
    return "bytearray(" + Bytes.wrap(data).repr() + ")";
  }

  @Override
  public String toString() {
    return repr();
  }
}

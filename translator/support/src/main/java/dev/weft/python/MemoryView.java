package dev.weft.python;

import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code memoryview} of bytes; what is written into a bytearray shows in its views. */
public final class MemoryView implements Iterable<Long>, Sized, Repr {
  private final byte[] data;
  private final int from;
  private final int length;
  private final boolean isReadOnly;

  private MemoryView(byte[] data, int from, int length, boolean isReadOnly) {
    this.data = data;
    this.from = from;
    this.length = length;
    this.isReadOnly = isReadOnly;
  }

  /** A view of bytes or of a bytearray. */
  public static MemoryView of(@Nullable Object value) {
    return switch (value) {
      case ByteArray a -> new MemoryView(a.array(), 0, (int) a.length(), false);
      case MemoryView v -> v;
      case null, default -> {
        if (!(value instanceof Bytes b)) {
          throw new Errors.TypeError(
              "memoryview: a bytes-like object is required, not '" + Py.typeName(value) + "'");
        }
        yield new MemoryView(b.array(), 0, (int) b.length(), true);
      }
    };
  }

  /** {@code tobytes()}. */
  public Bytes bytes() {
    return Bytes.wrap(Arrays.copyOfRange(data, from, from + length));
  }

  private int index(long index) {
    long at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) {
      throw new Errors.IndexError("index out of bounds on dimension 1");
    }
    return from + (int) at;
  }

  /** {@code self[index]}. */
  public long get(long index) {
    return data[index(index)] & 0xff;
  }

  /** {@code self[index] = value}. */
  public void set(long index, long value) {
    if (isReadOnly) {
      throw new Errors.TypeError("cannot modify read-only memory");
    }
    if (value < 0 || value > 255) {
      throw new Errors.ValueError("memoryview: invalid value for format 'B'");
    }
    data[index(index)] = (byte) value;
  }

  /** {@code self[lower:upper]}, another view of the same bytes. */
  public MemoryView slice(@Nullable Long lower, @Nullable Long upper, @Nullable Long step) {
    if (step != null && step != 1) {
      throw new Errors.NotImplementedError(
          "a memoryview is sliced with step " + step + "; only steps of 1 are supported");
    }
    int[] at = Lists.bounds(length, lower, upper);
    return new MemoryView(data, from + at[0], at[1] - at[0], isReadOnly);
  }

  /** {@code self[lower:upper] = values}. */
  public void setSlice(
      @Nullable Long lower, @Nullable Long upper, @Nullable Long step, @Nullable Object values) {
    MemoryView part = slice(lower, upper, step);
    Bytes given = Bytes.ofAny(values);
    if (given.length() != part.length) {
      throw new Errors.ValueError(
          "memoryview assignment: lvalue and rvalue have different structures");
    }
    for (int i = 0; i < part.length; i++) {
      part.set(i, given.get(i));
    }
  }

  /** {@code readonly}. */
  @Property
  public boolean isReadOnly() {
    return isReadOnly;
  }

  @Override
  @Property
  public long length() {
    return length;
  }

  @Override
  public Iterator<Long> iterator() {
    return bytes().values().iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return (other instanceof Bytes || other instanceof ByteArray || other instanceof MemoryView)
        && Bytes.ofAny(other).equals(bytes());
  }

  @Override
  public int hashCode() {
    return bytes().hashCode();
  }

  @Override
  public String repr() {
    return "<memory at 0x" + Long.toHexString(Py.id(this)) + ">";
  }

  @Override
  public String toString() {
    return repr();
  }
}

package dev.weft.python;

import java.util.Iterator;

/** {@code bytearray}. */
public final class ByteArray implements Iterable<Long>, Sized, Repr {
  private Bytes data;

  /** A copy of some bytes. */
  public ByteArray(Bytes data) {
    this.data = data;
  }

  /** {@code bytes(self)}. */
  public Bytes bytes() {
    return data;
  }

  /** {@code extend(bytes)}. */
  public void extend(Bytes more) {
    data = data.plus(more);
  }

  /** {@code append(value)}. */
  public void append(long value) {
    data = data.plus(Bytes.wrap(new byte[] {(byte) value}));
  }

  /** {@code clear()}. */
  public void clear() {
    data = Bytes.of("");
  }

  /** {@code self[index]}. */
  public long get(long index) {
    return data.get(index);
  }

  @Override
  public long length() {
    return data.length();
  }

  @Override
  public Iterator<Long> iterator() {
    return data.values().iterator();
  }

  @Override
  public String repr() {
    return "bytearray(" + data.repr() + ")";
  }

  @Override
  public String toString() {
    return repr();
  }
}

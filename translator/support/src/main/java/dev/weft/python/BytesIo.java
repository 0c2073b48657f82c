package dev.weft.python;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code io.BytesIO}. */
public final class BytesIo implements ContextManager<BytesIo> {
  private byte[] data;
  private int at;

  /** A buffer with some bytes, to be read from its start. */
  public BytesIo(Bytes bytes) {
    this.data = bytes.array().clone();
  }

  /** {@code write(bytes)}. */
  public long write(Bytes bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(data, 0, Math.min(at, data.length));
    out.writeBytes(bytes.array());
    int end = at + bytes.array().length;
    if (end < data.length) {
      out.write(data, end, data.length - end);
    }
    data = out.toByteArray();
    at = end;
    return bytes.length();
  }

  /** {@code read(size)}. */
  public Bytes read(@Nullable Long size) {
    int end = size == null || size < 0 ? data.length : (int) Math.min(data.length, at + size);
    Bytes part = Bytes.wrap(Arrays.copyOfRange(data, Math.min(at, end), end));
    at = end;
    return part;
  }

  /** {@code getvalue()}. */
  public Bytes value() {
    return Bytes.wrap(data.clone());
  }

  /** {@code seek(position)}. */
  public long seek(long position) {
    at = (int) position;
    return position;
  }

  /** {@code tell()}. */
  public long tell() {
    return at;
  }

  /** {@code close()}. */
  public void close() {}

  @Override
  public BytesIo enter() {
    return this;
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    return false;
  }
}

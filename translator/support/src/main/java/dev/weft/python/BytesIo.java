package dev.weft.python;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code io.BytesIO}. */
public final class BytesIo implements Iterable<Bytes>, ContextManager<BytesIo> {
  private byte[] data;
  private int at;
  private boolean closed;
  private @Nullable Consumer<Bytes> onClose;

  /** A buffer with some bytes, to be read from its start. */
  public BytesIo(Bytes bytes) {
    this.data = bytes.array().clone();
  }

  /** {@code write(bytes)}. */
  public long write(Bytes bytes) {
    requireOpen();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(data, 0, Math.min(at, data.length));
    out.writeBytes(new byte[Math.max(0, at - data.length)]);
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
    requireOpen();
    int end = size == null || size < 0 ? data.length : (int) Math.min(data.length, at + size);
    Bytes part = Bytes.wrap(Arrays.copyOfRange(data, Math.min(at, end), end));
    at = end;
    return part;
  }

  /** {@code getvalue()}. */
  public Bytes value() {
    requireOpen();
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

  /** {@code seek(offset, whence)}. */
  public long seek(long offset, long whence) {
    return seek(Math.max(0, offset + (whence == 0 ? 0 : whence == 1 ? at : data.length)));
  }

  /** {@code truncate(size)}. */
  public long truncate(@Nullable Long size) {
    int length = size == null ? at : size.intValue();
    data = Arrays.copyOf(data, Math.min(data.length, length));
    return length;
  }

  /** {@code readline()}. */
  public Bytes readLine() {
    int end = at;
    while (end < data.length && data[end] != '\n') {
      end++;
    }
    return read(Math.min(data.length, end + 1L) - at);
  }

  @Override
  public Iterator<Bytes> iterator() {
    return Iters.fromNext(() -> {
      Bytes line = readLine();
      if (line.length() == 0) {
        throw new Errors.StopIteration();
      }
      return line;
    });
  }

  /** {@code flush()}. */
  public void flush() {}

  /** {@code close()}. */
  public void close() {
    if (!closed && onClose != null) {
      onClose.accept(Bytes.wrap(data.clone()));
    }
    closed = true;
  }

  /** Gives what is in it to someone when it is closed. */
  BytesIo onClose(Consumer<Bytes> taker) {
    onClose = taker;
    return this;
  }

  /** {@code closed}. */
  public boolean isClosed() {
    return closed;
  }

  private void requireOpen() {
    if (closed) {
      throw new Errors.ValueError("I/O operation on closed file.");
    }
  }

  @Override
  public BytesIo enter() {
    return this;
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    close();
    return false;
  }
}

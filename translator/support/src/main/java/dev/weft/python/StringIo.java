package dev.weft.python;

import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code io.StringIO}. */
public final class StringIo implements Iterable<String>, ContextManager<StringIo> {
  private final StringBuilder text;
  private int at;
  private boolean closed;
  private @Nullable Consumer<String> onClose;

  /** A buffer with some text, to be read from its start. */
  public StringIo(String text) {
    this.text = new StringBuilder(text);
  }

  /** {@code write(text)}. */
  public long write(String more) {
    requireOpen();
    if (at > text.length()) {
      text.append("\0".repeat(at - text.length()));
    }
    text.replace(at, Math.min(text.length(), at + more.length()), more);
    at += more.length();
    return Strs.len(more);
  }

  /** {@code print(values, file=self)}. */
  public void print(@Nullable String separator, @Nullable String end, @Nullable Object... values) {
    write(Py.printed(separator, end, values));
  }

  /** {@code getvalue()}. */
  public String value() {
    requireOpen();
    return text.toString();
  }

  /** {@code read(size)}. */
  public String read(@Nullable Long size) {
    requireOpen();
    int end = size == null || size < 0 ? text.length() : (int) Math.min(text.length(), at + size);
    String part = text.substring(Math.min(at, end), end);
    at = end;
    return part;
  }

  /** {@code readline()}. */
  public String readLine() {
    int newline = text.indexOf("\n", at);
    return read((newline < 0 ? text.length() : newline + 1L) - at);
  }

  /** {@code readlines()}. */
  public java.util.List<String> readLines() {
    return Lists.<String>copy(this);
  }

  /** {@code seek(position)}. */
  public long seek(long position) {
    at = (int) position;
    return position;
  }

  /** {@code seek(offset, whence)}. */
  public long seek(long offset, long whence) {
    if (whence != 0 && offset != 0) {
      throw new Errors.OSError("Can't do nonzero cur-relative seeks");
    }
    return seek(whence == 0 ? offset : whence == 1 ? at : text.length());
  }

  /** {@code writelines(lines)}. */
  public void writeLines(Iterable<String> lines) {
    lines.forEach(this::write);
  }

  /** {@code tell()}. */
  public long tell() {
    return at;
  }

  /** {@code truncate(size)}. */
  public long truncate(@Nullable Long size) {
    text.setLength(size == null ? at : size.intValue());
    return text.length();
  }

  /** {@code close()}. */
  public void close() {
    if (!closed && onClose != null) {
      onClose.accept(text.toString());
    }
    closed = true;
  }

  /** Gives what is in it to someone when it is closed. */
  StringIo onClose(Consumer<String> taker) {
    onClose = taker;
    return this;
  }

  /** {@code flush()}. */
  public void flush() {}

  private void requireOpen() {
    if (closed) {
      throw new Errors.ValueError("I/O operation on closed file");
    }
  }

  /** {@code closed}. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public Iterator<String> iterator() {
    return Iters.fromNext(() -> {
      String line = readLine();
      if (line.isEmpty()) {
        throw new Errors.StopIteration();
      }
      return line;
    });
  }

  @Override
  public StringIo enter() {
    return this;
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    close();
    return false;
  }
}

package dev.weft.python;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.StreamReader}. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class StreamReader implements Iterable<Bytes> {
  private final long limit;
  private byte[] buffer = new byte[0];
  private boolean ended;
  private @Nullable Throwable failure;
  private @Nullable Sink sink;
  private @Nullable Future<@Nullable Void> waiter;

  /** A reader that is fed by hand. */
  public StreamReader(long limit) {
    this.limit = limit;
  }

  /** What takes the bytes as they come, in place of a task that reads. */
  interface Sink {
    void data(Bytes data);

    void end();
  }

  /** Gives what is there, and all that comes, to a sink. */
  void into(Sink taker) {
    sink = taker;
    if (buffer.length > 0) {
      taker.data(take(buffer.length));
    }
    if (ended) {
      taker.end();
    }
  }

  /** {@code feed_data(data)}. */
  public void feed(Bytes data) {
    if (sink != null) {
      sink.data(data);
      return;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(buffer);
    all.writeBytes(data.array());
    buffer = all.toByteArray();
    wake();
  }

  /** {@code feed_eof()}. */
  public void feedEnd() {
    ended = true;
    if (sink != null) {
      sink.end();
      return;
    }
    wake();
  }

  void fail(Throwable e) {
    failure = e;
    wake();
  }

  private void wake() {
    Future<@Nullable Void> waiting = waiter;
    waiter = null;
    if (waiting != null && !waiting.isDone()) {
      waiting.setResult(null);
    }
  }

  /** {@code at_eof()}. */
  public boolean atEnd() {
    return ended && buffer.length == 0;
  }

  private void await() {
    if (waiter != null) {
      throw new Errors.RuntimeError(
          "read() called while another coroutine is already waiting for incoming data");
    }
    Future<@Nullable Void> mine = new Future<>();
    waiter = mine;
    try {
      mine.await();
    } finally {
      waiter = null;
    }
  }

  private void check() {
    if (failure != null) {
      throw Exceptions.raise(failure);
    }
  }

  private Bytes take(int count) {
    Bytes part = Bytes.wrap(Arrays.copyOf(buffer, count));
    buffer = Arrays.copyOfRange(buffer, count, buffer.length);
    return part;
  }

  /** {@code read(n)}. */
  @Awaited
  public Bytes read(long n) {
    check();
    if (n == 0) {
      return Bytes.of("");
    }
    while (n < 0 ? !ended : buffer.length == 0 && !ended) {
      await();
      check();
    }
    return take(n < 0 ? buffer.length : (int) Math.min(n, buffer.length));
  }

  /** {@code readexactly(n)}. */
  @Awaited
  public Bytes readExactly(long n) {
    check();
    while (buffer.length < n) {
      if (ended) {
        Bytes partial = take(buffer.length);
        throw new Errors.IncompleteReadError(partial, n);
      }
      await();
      check();
    }
    return take((int) n);
  }

  /** {@code readline()}. */
  @Awaited
  public Bytes readLine() {
    try {
      return readUntil(Bytes.of("\n"));
    } catch (Errors.IncompleteReadError e) {
      return e.partial();
    }
  }

  /** {@code readuntil(separator)}. */
  @Awaited
  public Bytes readUntil(Bytes separator) {
    check();
    while (true) {
      int at = (int) Bytes.wrap(buffer).find(separator);
      if (at >= 0) {
        return take(at + (int) separator.length());
      }
      if (buffer.length > limit) {
        throw new Errors.LimitOverrunError(
            "Separator is not found, and chunk exceed the limit", (long) buffer.length);
      }
      if (ended) {
        throw new Errors.IncompleteReadError(take(buffer.length), null);
      }
      await();
      check();
    }
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
}

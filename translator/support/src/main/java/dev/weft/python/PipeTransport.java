package dev.weft.python;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A connection between two tasks of one loop, in memory: in simulated time a program's sockets to
 * itself become these, so that no byte is under way while the clock moves.
 */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
final class PipeTransport implements Transport {
  private static final int HIGH_WATER = 64 * 1024;

  private final Loop loop;
  private final StreamReader reader;
  private final Tuple2<String, Long> name;
  private final Tuple2<String, Long> peerName;
  private final Deque<byte[]> underway = new ArrayDeque<>();
  private final Future<@Nullable Void> closed;
  private @Nullable PipeTransport peer;
  private boolean closing;
  private boolean ended;
  private int size;

  private PipeTransport(
      Loop loop, StreamReader reader, Tuple2<String, Long> name, Tuple2<String, Long> peerName) {
    this.loop = loop;
    this.reader = reader;
    this.name = name;
    this.peerName = peerName;
    this.closed = new Future<>(loop);
  }

  /** Two ends, each with the reader that gets what the other writes. */
  static PipeTransport[] pair(
      Loop loop,
      StreamReader a,
      StreamReader b,
      Tuple2<String, Long> nameA,
      Tuple2<String, Long> nameB) {
    PipeTransport left = new PipeTransport(loop, a, nameA, nameB);
    PipeTransport right = new PipeTransport(loop, b, nameB, nameA);
    left.peer = right;
    right.peer = left;
    return new PipeTransport[] {left, right};
  }

  @Override
  public void write(byte[] data) {
    if (closing || ended || data.length == 0) {
      return;
    }
    underway.add(data);
    size += data.length;
    loop.callSoon(() -> {
      byte[] next = underway.remove();
      size -= next.length;
      if (peer != null && !peer.closing) {
        peer.reader.feed(Bytes.wrap(next));
      }
      return null;
    });
  }

  @Override
  public void writeEnd() {
    if (!ended) {
      ended = true;
      loop.callSoon(() -> {
        if (peer != null) {
          peer.reader.feedEnd();
        }
        return null;
      });
    }
  }

  @Override
  public void close() {
    if (closing) {
      return;
    }
    writeEnd();
    closing = true;
    loop.callSoon(() -> {
      reader.feedEnd();
      if (!closed.isDone()) {
        closed.setResult(null);
      }
      return null;
    });
  }

  @Override
  public boolean isClosing() {
    return closing;
  }

  @Override
  public void drain() {
    if (closing) {
      Asyncio.sleep(0);
    }
    while (size > HIGH_WATER) {
      Asyncio.sleep(0);
    }
  }

  @Override
  public void awaitClosed() {
    closed.await();
  }

  @Override
  public @Nullable Object info(String what) {
    return switch (what) {
      case "peername" -> peerName;
      case "sockname" -> name;
      default -> null;
    };
  }
}

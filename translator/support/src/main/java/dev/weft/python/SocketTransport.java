package dev.weft.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A connection over streams of the JDK, read and written by virtual threads beside the loop. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
final class SocketTransport implements Transport {
  private static final byte[] END = new byte[0];
  private static final byte[] CLOSE = new byte[0];
  private static final int HIGH_WATER = 64 * 1024;

  private final Loop loop;
  private final @Nullable Socket socket;
  private final OutputStream out;
  private final LinkedBlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
  private final Future<@Nullable Void> closed;
  private @Nullable Future<@Nullable Void> drained;
  private int pending;
  private boolean closing;

  SocketTransport(Loop loop, @Nullable Socket socket, OutputStream out) {
    this.loop = loop;
    this.socket = socket;
    this.out = out;
    this.closed = new Future<>(loop);
    Thread.ofVirtual().name("writer").start(this::writeAll);
  }

  /** Feeds a reader with what a stream gives, until it ends. */
  static void pump(Loop loop, InputStream in, StreamReader reader) {
    Thread.ofVirtual()
        .name("reader")
        .start(() -> {
          byte[] buffer = new byte[65536];
          try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
              Bytes part = Bytes.wrap(java.util.Arrays.copyOf(buffer, n));
              inLoop(loop, () -> reader.feed(part));
            }
          } catch (IOException e) {
            // The connection has ended, by either side; what came before is read as it is.
          }
          inLoop(loop, reader::feedEnd);
        });
  }

  static void inLoop(Loop loop, Runnable action) {
    if (!loop.isClosed()) {
      loop.soon(() -> {
        Loop before = Loop.enter(loop);
        action.run();
        Loop.enter(before);
      });
    }
  }

  private void writeAll() {
    try {
      while (true) {
        byte[] next = queue.take();
        if (next == CLOSE) {
          break;
        }
        if (next == END) {
          out.flush();
          if (socket != null) {
            socket.shutdownOutput();
          } else {
            out.close();
          }
          continue;
        }
        out.write(next);
        out.flush();
        inLoop(loop, () -> written(next.length));
      }
    } catch (IOException | InterruptedException e) {
      inLoop(loop, () -> closing = true);
    }
    try {
      out.close();
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // It has ended; that is what was wanted.
    }
    inLoop(
        loop,
        () -> {
          written(pending);
          if (!closed.isDone()) {
            closed.setResult(null);
          }
        });
  }

  private void written(int count) {
    pending -= count;
    if (pending <= HIGH_WATER && drained != null && !drained.isDone()) {
      drained.setResult(null);
    }
  }

  @Override
  public void write(byte[] data) {
    if (!closing && data.length > 0) {
      pending += data.length;
      queue.add(data.clone());
    }
  }

  @Override
  public void writeEnd() {
    queue.add(END);
  }

  @Override
  public void close() {
    if (!closing) {
      closing = true;
      queue.add(CLOSE);
    }
  }

  @Override
  public boolean isClosing() {
    return closing;
  }

  @Override
  public void drain() {
    if (pending > HIGH_WATER) {
      drained = new Future<>(loop);
      drained.await();
    }
  }

  @Override
  public void awaitClosed() {
    closed.await();
  }

  @Override
  public @Nullable Object info(String name) {
    if (socket == null) {
      return null;
    }
    return switch (name) {
      case "peername" -> address(socket.getRemoteSocketAddress());
      case "sockname" -> address(socket.getLocalSocketAddress());
      default -> null;
    };
  }

  static Object address(@Nullable SocketAddress address) {
    return address instanceof InetSocketAddress a
        ? new Tuple2<>(a.getAddress().getHostAddress(), (long) a.getPort())
        : new Tuple2<>("", 0L);
  }
}

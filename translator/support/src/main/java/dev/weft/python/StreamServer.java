package dev.weft.python;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.start_server} and {@code open_connection}, and what the former gives. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class StreamServer implements ContextManager<StreamServer> {
  private static final long LIMIT = 65536;

  /** The servers of simulated time, by port. */
  private static final Map<Long, StreamServer> LOCAL = new HashMap<>();

  private static long nextPort = 49152;

  private final Loop loop;
  private final Fn2<StreamReader, StreamWriter, ?> handler;
  private final String host;
  private final long port;
  private final @Nullable ServerSocket socket;
  private final Future<@Nullable Void> ended;
  private boolean closed;

  private StreamServer(
      Loop loop,
      Fn2<StreamReader, StreamWriter, ?> handler,
      String host,
      long port,
      @Nullable ServerSocket socket) {
    this.loop = loop;
    this.handler = handler;
    this.host = host;
    this.port = port;
    this.socket = socket;
    this.ended = new Future<>(loop);
  }

  static void reset() {
    LOCAL.clear();
    DatagramTransport.reset();
    nextPort = 49152;
  }

  private static String hostOf(@Nullable Object host) {
    String name = host == null ? "127.0.0.1" : Py.str(host);
    return name.equals("localhost") || name.isEmpty() ? "127.0.0.1" : name;
  }

  /** {@code start_server(handler, host, port)}. */
  public static StreamServer start(
      Fn2<StreamReader, StreamWriter, ?> handler, @Nullable Object host, long port) {
    Loop loop = Loop.running();
    if (Program.isVirtualTime()) {
      long at = port == 0 ? nextPort++ : port;
      if (LOCAL.containsKey(at)) {
        throw inUse(hostOf(host), at);
      }
      StreamServer server = new StreamServer(loop, handler, hostOf(host), at, null);
      LOCAL.put(at, server);
      return server;
    }
    try {
      ServerSocket socket = new ServerSocket((int) port, 100, InetAddress.getByName(hostOf(host)));
      StreamServer server =
          new StreamServer(loop, handler, hostOf(host), socket.getLocalPort(), socket);
      Thread.ofVirtual().name("accept").start(server::accept);
      return server;
    } catch (IOException e) {
      throw Exceptions.from(inUse(hostOf(host), port), e);
    }
  }

  private static Errors.OSError inUse(String host, long port) {
    return new Errors.OSError(
        98L,
        "error while attempting to bind on address ('"
            + host
            + "', "
            + port
            + "): address already in use");
  }

  private void accept() {
    while (true) {
      try {
        Socket client = java.util.Objects.requireNonNull(socket).accept();
        SocketTransport.inLoop(
            loop,
            () -> {
              StreamReader reader = new StreamReader(LIMIT);
              try {
                SocketTransport transport =
                    new SocketTransport(loop, client, client.getOutputStream());
                SocketTransport.pump(loop, client.getInputStream(), reader);
                serve(reader, new StreamWriter(transport));
              } catch (IOException e) {
                loop.report("Error on transport creation for incoming connection", e, null);
              }
            });
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(StreamReader reader, StreamWriter writer) {
    Object result = handler.call(reader, writer);
    if (result instanceof Awaitable<?> a && !(result instanceof Future)) {
      Task<?> task = loop.createTask(a, null, null);
      task.onDone(done -> {
        Throwable failure = done.isCancelled() ? null : done.failureOrNull();
        if (failure != null) {
          loop.report("Unhandled exception in client_connected_cb", failure, done);
          writer.close();
        }
        return null;
      });
    }
  }

  /** {@code open_connection(host, port)}. */
  public static Tuple2<StreamReader, StreamWriter> connect(@Nullable Object host, long port) {
    Loop loop = Loop.running();
    StreamReader reader = new StreamReader(LIMIT);
    if (Program.isVirtualTime()) {
      return new Tuple2<>(reader, connectLocally(loop, hostOf(host), port, reader));
    }
    Socket socket =
        Asyncio.<Socket>toThread(() -> {
          Socket made = new Socket();
          try {
            made.connect(new InetSocketAddress(hostOf(host), (int) port));
          } catch (IOException e) {
            throw Exceptions.from(refused(hostOf(host), port), e);
          }
          return made;
        });
    try {
      SocketTransport transport = new SocketTransport(loop, socket, socket.getOutputStream());
      SocketTransport.pump(loop, socket.getInputStream(), reader);
      return new Tuple2<>(reader, new StreamWriter(transport));
    } catch (IOException e) {
      throw Exceptions.from(Exceptions.ofIo(e, hostOf(host)), e);
    }
  }

  private static Errors.OSError refused(String host, long port) {
    return new Errors.ConnectionRefusedError(
        111L, "Connect call failed ('" + host + "', " + port + ")");
  }

  private static StreamWriter connectLocally(
      Loop loop, String host, long port, StreamReader reader) {
    Asyncio.sleep(0);
    StreamServer server = LOCAL.get(port);
    if (server == null) {
      throw refused(host, port);
    }
    StreamReader theirs = new StreamReader(LIMIT);
    PipeTransport[] ends =
        PipeTransport.pair(
            loop, reader, theirs, new Tuple2<>("127.0.0.1", nextPort++), new Tuple2<>(host, port));
    loop.callSoon(() -> {
      server.serve(theirs, new StreamWriter(ends[1]));
      return null;
    });
    Asyncio.sleep(0);
    return new StreamWriter(ends[0]);
  }

  /** {@code sockets}, of which programs ask {@code getsockname()}. */
  public List<StreamServer> sockets() {
    return closed ? Lists.of() : Lists.of(this);
  }

  /** {@code sockets[0].getsockname()}. */
  public Tuple2<String, Long> name() {
    return new Tuple2<>(host, port);
  }

  /** {@code is_serving()}. */
  public boolean isServing() {
    return !closed;
  }

  /** {@code close()}. */
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    LOCAL.remove(port, this);
    if (!ended.isDone()) {
      ended.setResult(null);
    }
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        throw Exceptions.from(Exceptions.ofIo(e, host), e);
      }
    }
  }

  /** {@code wait_closed()}. */
  @Awaited
  public void awaitClosed() {
    Asyncio.sleep(0);
  }

  /** {@code serve_forever()}. */
  @Awaited
  public void serveForever() {
    try {
      new Future<@Nullable Void>(loop).await();
    } finally {
      close();
    }
  }

  @Override
  public StreamServer enter() {
    return this;
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    close();
    awaitClosed();
    return false;
  }

  @Override
  public String toString() {
    return "<Server sockets=" + sockets().size() + ">";
  }
}

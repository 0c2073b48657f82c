package dev.weft.python;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.DatagramTransport}; in simulated time its datagrams stay in memory. */
@SuppressWarnings("NullAway") // None is null.
public final class DatagramTransport {
  private static final int LARGEST = 65536;

  /** The endpoints of simulated time, by port. */
  private static final Map<Long, DatagramTransport> LOCAL = new HashMap<>();

  private static long nextPort = 49152;

  private final Loop loop;
  private final DatagramProtocol protocol;
  private final @Nullable DatagramSocket socket;
  private final Tuple2<String, Long> name;
  private final @Nullable Tuple2<String, Long> peer;
  private boolean closed;

  private DatagramTransport(
      Loop loop,
      DatagramProtocol protocol,
      @Nullable DatagramSocket socket,
      Tuple2<String, Long> name,
      @Nullable Tuple2<String, Long> peer) {
    this.loop = loop;
    this.protocol = protocol;
    this.socket = socket;
    this.name = name;
    this.peer = peer;
  }

  static void reset() {
    LOCAL.clear();
    nextPort = 49152;
  }

  private static @Nullable Tuple2<String, Long> address(@Nullable Object given) {
    if (given == null) {
      return null;
    }
    String host = Py.str(Iters.item(given, 0));
    return new Tuple2<>(
        host.equals("localhost") ? "127.0.0.1" : host, Numbers.toLong(Iters.item(given, 1)));
  }

  /** {@code loop.create_datagram_endpoint(factory, local_addr, remote_addr)}. */
  public static <P> Tuple2<DatagramTransport, P> create(
      Fn0<? extends P> factory, @Nullable Object local, @Nullable Object remote) {
    Loop loop = Loop.running();
    P made = factory.call();
    DatagramProtocol protocol = (DatagramProtocol) made;
    Tuple2<String, Long> own = address(local);
    Tuple2<String, Long> peer = address(remote);
    DatagramTransport transport =
        Program.isVirtualTime()
            ? inMemory(loop, protocol, own, peer)
            : open(loop, protocol, own, peer);
    loop.callSoon(() -> protocol.connectionMade(transport));
    Asyncio.sleep(0);
    return new Tuple2<>(transport, made);
  }

  private static DatagramTransport inMemory(
      Loop loop,
      DatagramProtocol protocol,
      @Nullable Tuple2<String, Long> own,
      @Nullable Tuple2<String, Long> peer) {
    long port = own == null || own.second() == 0 ? nextPort++ : own.second();
    if (LOCAL.containsKey(port)) {
      throw new Errors.OSError(98L, "Address already in use");
    }
    String host = own == null ? "127.0.0.1" : own.first();
    DatagramTransport made =
        new DatagramTransport(loop, protocol, null, new Tuple2<>(host, port), peer);
    LOCAL.put(port, made);
    return made;
  }

  private static DatagramTransport open(
      Loop loop,
      DatagramProtocol protocol,
      @Nullable Tuple2<String, Long> own,
      @Nullable Tuple2<String, Long> peer) {
    try {
      DatagramSocket socket =
          new DatagramSocket(
              own == null
                  ? new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0)
                  : new InetSocketAddress(own.first(), own.second().intValue()));
      if (peer != null) {
        socket.connect(new InetSocketAddress(peer.first(), peer.second().intValue()));
      }
      Tuple2<String, Long> name =
          new Tuple2<>(socket.getLocalAddress().getHostAddress(), (long) socket.getLocalPort());
      DatagramTransport made = new DatagramTransport(loop, protocol, socket, name, peer);
      Thread.ofVirtual().name("datagrams").start(made::receiveAll);
      return made;
    } catch (IOException e) {
      throw Exceptions.from(new Errors.OSError(98L, "Address already in use"), e);
    }
  }

  private void receiveAll() {
    byte[] buffer = new byte[LARGEST];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        Bytes data = Bytes.wrap(Arrays.copyOf(buffer, packet.getLength()));
        Tuple2<String, Long> from =
            new Tuple2<>(packet.getAddress().getHostAddress(), (long) packet.getPort());
        SocketTransport.inLoop(loop, () -> receive(data, from));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          SocketTransport.inLoop(loop, () -> fail(e));
        }
      }
    }
  }

  private void receive(Bytes data, Tuple2<String, Long> from) {
    if (!closed) {
      protocol.datagramReceived(data, from);
    }
  }

  private void fail(IOException e) {
    protocol.errorReceived(
        Exceptions.from(new Errors.ConnectionRefusedError(111L, "Connection refused"), e));
  }

  /** {@code sendto(data, addr)}. */
  public void sendto(@Nullable Object data, @Nullable Object to) {
    Tuple2<String, Long> target = to == null ? peer : address(to);
    byte[] bytes = Bytes.make(data).array();
    if (target == null) {
      throw new Errors.ValueError("no address was given, and the endpoint has no remote address");
    }
    if (closed || bytes.length == 0) {
      return;
    }
    if (socket == null) {
      DatagramTransport other = LOCAL.get(target.second());
      if (other != null) {
        Bytes sent = Bytes.wrap(bytes.clone());
        loop.callSoon(() -> other.receive(sent, new Tuple2<>("127.0.0.1", name.second())));
      }
      return;
    }
    try {
      socket.send(
          new DatagramPacket(
              bytes,
              bytes.length,
              new InetSocketAddress(target.first(), target.second().intValue())));
    } catch (IOException e) {
      fail(e);
    }
  }

  /** {@code close()}. */
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    LOCAL.remove(name.second(), this);
    if (socket != null) {
      socket.close();
    }
    loop.callSoon(() -> protocol.connectionLost(null));
  }

  /** {@code is_closing()}. */
  public boolean isClosing() {
    return closed;
  }

  /** {@code get_extra_info(name, fallback)}. */
  public @Nullable Object info(String wanted, @Nullable Object fallback) {
    return switch (wanted) {
      case "sockname" -> name;
      case "peername" -> peer == null ? fallback : peer;
      default -> fallback;
    };
  }
}

package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code asyncio.Transport}: one end of a connection whose protocol is called. */
@SuppressWarnings("NullAway") // None is null.
@PythonName("Transport")
public final class ProtocolTransport {
  private final Loop loop;
  private final Transport transport;
  private final StreamProtocol protocol;
  private boolean lost;

  private ProtocolTransport(Loop loop, Transport transport, StreamProtocol protocol) {
    this.loop = loop;
    this.transport = transport;
    this.protocol = protocol;
  }

  /** {@code loop.create_server(factory, host, port)}. */
  public static StreamServer serve(Fn0<?> factory, @Nullable Object host, long port) {
    Loop loop = Loop.running();
    return StreamServer.start(
        (reader, writer) -> {
          attach(loop, Py.<StreamProtocol>cast(factory.call()), reader, writer);
          return null;
        },
        host,
        port);
  }

  /** {@code loop.create_connection(factory, host, port)}. */
  public static <P> Tuple2<ProtocolTransport, P> connect(
      Fn0<? extends P> factory, @Nullable Object host, long port) {
    Tuple2<StreamReader, StreamWriter> ends = StreamServer.connect(host, port);
    P protocol = factory.call();
    ProtocolTransport made =
        attach(Loop.running(), (StreamProtocol) protocol, ends.first(), ends.second());
    return new Tuple2<>(made, protocol);
  }

  private static ProtocolTransport attach(
      Loop loop, StreamProtocol protocol, StreamReader reader, StreamWriter writer) {
    ProtocolTransport made = new ProtocolTransport(loop, writer.end(), protocol);
    protocol.connectionMade(made);
    reader.into(
        new StreamReader.Sink() {
          @Override
          public void data(Bytes data) {
            if (!made.isClosing()) {
              made.guarded(() -> protocol.dataReceived(data));
            }
          }

          @Override
          public void end() {
            if (!made.isClosing()) {
              made.guarded(() -> {
                if (!Py.truth(protocol.eofReceived())) {
                  made.close();
                }
              });
            }
          }
        });
    return made;
  }

  /** A protocol that fails loses its connection, and the loop reports it. */
  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      loop.report("Fatal error: protocol.data_received() call failed.", e, null);
      close(e);
    }
  }

  private void close(@Nullable RuntimeException reason) {
    transport.close();
    if (!lost) {
      lost = true;
      loop.callSoon(() -> protocol.connectionLost(reason));
    }
  }

  /** {@code write(data)}. */
  public void write(@Nullable Object data) {
    if (!(data instanceof Bytes || data instanceof ByteArray || data instanceof MemoryView)) {
      throw new Errors.TypeError(
          "data argument must be a bytes-like object, not " + Strs.repr(Py.typeName(data)));
    }
    transport.write(Bytes.make(data).array());
  }

  /** {@code writelines(parts)}. */
  public void writeLines(Iterable<?> parts) {
    parts.forEach(this::write);
  }

  /** {@code write_eof()}. */
  public void writeEnd() {
    transport.writeEnd();
  }

  /** {@code close()}: what was written is sent before. */
  public void close() {
    close(null);
  }

  /** {@code is_closing()}. */
  public boolean isClosing() {
    return lost || transport.isClosing();
  }

  /** {@code get_protocol()}. */
  public StreamProtocol protocol() {
    return protocol;
  }

  /** {@code get_extra_info(name, fallback)}. */
  public @Nullable Object info(String name, @Nullable Object fallback) {
    Object info = transport.info(name);
    return info == null ? fallback : info;
  }
}

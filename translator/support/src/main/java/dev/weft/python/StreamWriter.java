package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code asyncio.StreamWriter}. */
public final class StreamWriter {
  private final Transport transport;

  StreamWriter(Transport transport) {
    this.transport = transport;
  }

  /** {@code write(data)}. */
  public void write(Bytes data) {
    transport.write(data.array());
  }

  /** {@code writelines(parts)}. */
  public void writeLines(Iterable<Bytes> parts) {
    parts.forEach(this::write);
  }

  /** {@code write_eof()}. */
  public void writeEnd() {
    transport.writeEnd();
  }

  /** {@code drain()}. */
  @Awaited
  public void drain() {
    transport.drain();
  }

  /** {@code close()}. */
  public void close() {
    transport.close();
  }

  /** {@code is_closing()}. */
  public boolean isClosing() {
    return transport.isClosing();
  }

  /** {@code wait_closed()}. */
  @Awaited
  public void awaitClosed() {
    transport.awaitClosed();
  }

  /** {@code get_extra_info(name, fallback)}. */
  public @Nullable Object info(String name, @Nullable Object fallback) {
    Object info = transport.info(name);
    return info == null ? fallback : info;
  }

  /** What it writes to. */
  Transport end() {
    return transport;
  }
}

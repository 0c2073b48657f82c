package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code asyncio.Protocol}, from which programs derive theirs. */
@PythonName("Protocol")
public class StreamProtocol {
  /** Called where a derived class is made. */
  public StreamProtocol() {}

  /** {@code connection_made(transport)}. */
  public void connectionMade(ProtocolTransport transport) {}

  /** {@code data_received(data)}. */
  public void dataReceived(Bytes data) {}

  /** {@code eof_received()}: whether the transport stays open. */
  public @Nullable Object eofReceived() {
    return null;
  }

  /** {@code connection_lost(exc)}. */
  public void connectionLost(@Nullable RuntimeException exc) {}

  /** {@code pause_writing()}. */
  public void pauseWriting() {}

  /** {@code resume_writing()}. */
  public void resumeWriting() {}
}

package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code asyncio.DatagramProtocol}, from which programs derive theirs. */
public class DatagramProtocol {
  /** Called where a derived class is made. */
  public DatagramProtocol() {}

  /** {@code connection_made(transport)}. */
  public void connectionMade(DatagramTransport transport) {}

  /** {@code datagram_received(data, addr)}. */
  public void datagramReceived(Bytes data, Tuple2<String, Long> addr) {}

  /** {@code error_received(exc)}. */
  public void errorReceived(RuntimeException exc) {}

  /** {@code connection_lost(exc)}. */
  public void connectionLost(@Nullable RuntimeException exc) {}
}

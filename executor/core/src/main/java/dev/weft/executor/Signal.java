package dev.weft.executor;

import dev.weft.runtime.Channel;

/** Wakes the one task, or thread, that waits for it; a wake that comes before the wait is kept. */
final class Signal {
  private final Channel<Boolean> token = Channel.buffered(1);

  void await() {
    token.receive();
  }

  void raise() {
    token.trySend(Boolean.TRUE);
  }
}

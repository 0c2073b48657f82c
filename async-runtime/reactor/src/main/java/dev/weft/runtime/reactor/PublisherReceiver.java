package dev.weft.runtime.reactor;

import dev.weft.runtime.AsyncLock;
import dev.weft.runtime.ChannelClosedException;
import dev.weft.runtime.Receiver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A subscription as a receiver; those who receive take turns. */
final class PublisherReceiver<T> implements Receiver<T> {
  private final Inbox<T> inbox;
  private final AsyncLock turn = AsyncLock.create();
  private volatile boolean closed;

  PublisherReceiver(Inbox<T> inbox) {
    this.inbox = inbox;
  }

  @Override
  public T receive() {
    return receiveOrClosed().orElseThrow(() -> new ChannelClosedException("the publisher has completed", null));
  }

  @Override
  public Optional<T> receiveOrClosed() {
    return turn.withLock(() -> Optional.ofNullable(closed ? null : take()));
  }

  private @Nullable T take() {
    try {
      return inbox.take();
    } catch (Exception e) {
      throw new ChannelClosedException("the publisher has failed: " + e, e);
    }
  }

  @Override
  public Optional<T> tryReceive() {
    if (closed || !turn.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(inbox.poll());
    } finally {
      turn.release();
    }
  }

  @Override
  public void cancel() {
    closed = true;
    inbox.cancel();
  }

  @Override
  public boolean isClosed() {
    return closed || inbox.isEnded();
  }
}

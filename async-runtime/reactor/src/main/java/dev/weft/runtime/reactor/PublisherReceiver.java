package dev.weft.runtime.reactor;

import dev.weft.runtime.AsyncLock;
import dev.weft.runtime.ChannelClosedException;
import dev.weft.runtime.Receiver;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A subscription as a receiver; those who receive take turns. */
final class PublisherReceiver<T> implements Receiver<T> {
  private final Inbox<T> inbox;

  /** The line of those who wait. */
  private final AsyncLock turn = AsyncLock.create();

  /** Whether somebody uses the inbox, be it only to wait. */
  private final AtomicBoolean busy = new AtomicBoolean();

  private volatile boolean closed;

  PublisherReceiver(Inbox<T> inbox) {
    this.inbox = inbox;
  }

  @Override
  public T receive() {
    return receiveOrClosed()
        .orElseThrow(() -> new ChannelClosedException("the publisher has completed", null));
  }

  @Override
  public Optional<T> receiveOrClosed() {
    return turn.withLock(() -> Optional.ofNullable(take()));
  }

  private @Nullable T take() {
    while (!busy.compareAndSet(false, true)) {
      // One who only tries is done in a moment.
      Thread.onSpinWait();
    }
    try {
      return closed ? null : inbox.take();
    } catch (Exception e) {
      throw new ChannelClosedException("the publisher has failed: " + e, e);
    } finally {
      busy.set(false);
    }
  }

  @Override
  public Optional<T> tryReceive() {
    if (closed || !busy.compareAndSet(false, true)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(inbox.poll());
    } finally {
      busy.set(false);
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

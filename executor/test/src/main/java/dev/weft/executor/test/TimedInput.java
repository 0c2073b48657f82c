package dev.weft.executor.test;

import dev.weft.runtime.Async;
import dev.weft.runtime.ChannelClosedException;
import dev.weft.runtime.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Items that come at their times. Used by one task. */
final class TimedInput implements Receiver<Object> {
  private static final double NANOS = 1e9;

  private final List<Object> items;
  private final List<Double> delays;
  private int next;
  private boolean closed;

  TimedInput(List<Object> items, List<Double> delays) {
    this.items = items;
    this.delays = delays;
  }

  @Override
  public Optional<Object> receiveOrClosed() {
    if (closed) {
      return Optional.empty();
    }
    if (next < delays.size() && delays.get(next) > 0) {
      Async.sleep(Duration.ofNanos(Math.round(delays.get(next) * NANOS)));
    }
    if (next >= items.size()) {
      closed = true;
      return Optional.empty();
    }
    return Optional.of(items.get(next++));
  }

  @Override
  public Object receive() {
    return receiveOrClosed()
        .orElseThrow(() -> new ChannelClosedException("there are no more items", null));
  }

  @Override
  public Optional<Object> tryReceive() {
    boolean now =
        !closed && next < items.size() && (next >= delays.size() || delays.get(next) <= 0);
    return now ? Optional.of(items.get(next++)) : Optional.empty();
  }

  @Override
  public void cancel() {
    closed = true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }
}

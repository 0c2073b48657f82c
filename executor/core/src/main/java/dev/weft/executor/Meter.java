package dev.weft.executor;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Counts what one node does. Items are counted by one task, read by any. */
final class Meter {
  private final AtomicLong in = new AtomicLong();
  private final AtomicLong out = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong retried = new AtomicLong();
  private final AtomicLong waitedForItems = new AtomicLong();
  private final AtomicLong waitedForRoom = new AtomicLong();
  private final AtomicLong worked = new AtomicLong();
  private volatile long started;
  private volatile boolean running;

  /** Whether {@link #worked} is told by each item, instead of by the clock. */
  private volatile boolean byItem;

  /** Whether the node waits for items now. */
  private volatile boolean idle;

  private final AtomicInteger inWork = new AtomicInteger();
  private volatile LongSupplier queued = () -> 0;

  /** Where to see how many items wait. */
  void queued(LongSupplier items) {
    queued = items;
  }

  void in() {
    // One task counts, so a plain read and an ordered write do.
    in.setRelease(in.getPlain() + 1);
  }

  void out() {
    out.setRelease(out.getPlain() + 1);
  }

  void dropped() {
    dropped.incrementAndGet();
  }

  void failed() {
    failed.incrementAndGet();
  }

  void retried() {
    retried.incrementAndGet();
  }

  void beginWaitForItems() {
    idle = true;
  }

  void endWaitForItems(long nanos) {
    idle = false;
    waitedForItems.addAndGet(nanos);
  }

  void waitedForRoom(long nanos) {
    waitedForRoom.addAndGet(nanos);
  }

  /** An item is taken into work, beside others. */
  void beginItem() {
    byItem = true;
    inWork.incrementAndGet();
  }

  void endItem(long nanos) {
    inWork.decrementAndGet();
    worked.addAndGet(nanos);
  }

  private int inFlight() {
    if (byItem) {
      return inWork.get();
    }
    return running && !idle && in.get() > 0 ? 1 : 0;
  }

  void start() {
    started = System.nanoTime();
    running = true;
  }

  void stop() {
    if (running) {
      running = false;
      if (!byItem) {
        worked.addAndGet(System.nanoTime() - started);
      }
    }
  }

  long itemsOut() {
    return out.get();
  }

  NodeMetrics snapshot() {
    long nanos = worked.get();
    if (!byItem) {
      nanos += (running ? System.nanoTime() - started : 0);
      nanos -= waitedForItems.get() + waitedForRoom.get();
    }
    return new NodeMetrics(
        in.get(),
        out.get(),
        dropped.get(),
        failed.get(),
        retried.get(),
        Duration.ofNanos(Math.max(0, nanos)),
        Duration.ofNanos(waitedForItems.get()),
        Duration.ofNanos(waitedForRoom.get()),
        queued.getAsLong(),
        inFlight());
  }
}

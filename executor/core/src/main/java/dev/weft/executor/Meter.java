package dev.weft.executor;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what one node does. Items are counted by one task, read by any. */
final class Meter {
  private final AtomicLong in = new AtomicLong();
  private final AtomicLong out = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong retried = new AtomicLong();
  private final AtomicLong waited = new AtomicLong();
  private final AtomicLong worked = new AtomicLong();
  private volatile long started;
  private volatile boolean running;

  /** Whether {@link #worked} is told by each item, instead of by the clock. */
  private volatile boolean byItem;

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

  void waited(long nanos) {
    waited.addAndGet(nanos);
  }

  void worked(long nanos) {
    byItem = true;
    worked.addAndGet(nanos);
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
      nanos += (running ? System.nanoTime() - started : 0) - waited.get();
    }
    return new NodeMetrics(
        in.get(),
        out.get(),
        dropped.get(),
        failed.get(),
        retried.get(),
        Duration.ofNanos(Math.max(0, nanos)));
  }
}

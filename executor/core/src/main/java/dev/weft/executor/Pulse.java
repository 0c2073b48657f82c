package dev.weft.executor;

import dev.weft.runtime.AsyncRuntime;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes readers for which something came, but not enough to wake them at once: within about a
 * millisecond, so that a writer that is busy with a long item does not hold back the ones before.
 */
final class Pulse {
  private static final Duration PERIOD = Duration.ofMillis(1);

  private final AsyncRuntime runtime;
  private final AtomicBoolean set = new AtomicBoolean();
  private final ConcurrentLinkedQueue<Edge> edges = new ConcurrentLinkedQueue<>();

  Pulse(AsyncRuntime runtime) {
    this.runtime = runtime;
  }

  /** Wakes the reader of a queue soon. */
  void request(Edge edge) {
    if (edge.requestPulse()) {
      edges.add(edge);
      if (set.compareAndSet(false, true)) {
        runtime.callLater(PERIOD, this::beat);
      }
    }
  }

  private void beat() {
    set.set(false);
    for (Edge edge = edges.poll(); edge != null; edge = edges.poll()) {
      edge.pulse();
    }
  }
}

package dev.weft.executor;

import java.time.Duration;
import java.util.Objects;

/**
 * What one node did in a run.
 *
 * @param itemsIn how many items it took
 * @param itemsOut how many items it emitted; each is counted once, however many connections it goes
 *     to
 * @param dropped how many items it took and answered with nothing
 * @param failed how many items failed for good
 * @param retried how often a failed item was tried again
 * @param time how long it worked, without the time it waited for items or for room; of a function
 *     with a concurrency above 1, the time of its items added up
 * @param waitedForItems how long it waited for items
 * @param waitedForRoom how long it waited for room in the queues behind it
 * @param queued how many items stand before it now
 * @param inFlight how many items it works on now
 */
public record NodeMetrics(
    long itemsIn,
    long itemsOut,
    long dropped,
    long failed,
    long retried,
    Duration time,
    Duration waitedForItems,
    Duration waitedForRoom,
    long queued,
    int inFlight) {

  /** Metrics of these parts. */
  public NodeMetrics {
    Objects.requireNonNull(time);
    Objects.requireNonNull(waitedForItems);
    Objects.requireNonNull(waitedForRoom);
  }
}

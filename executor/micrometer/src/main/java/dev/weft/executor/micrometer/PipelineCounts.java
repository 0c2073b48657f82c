package dev.weft.executor.micrometer;

import dev.weft.executor.NodeMetrics;
import dev.weft.executor.PipelineRun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The counts of all runs of one pipeline: the sums of those that ended, and those under way. */
final class PipelineCounts {

  /** What is counted up; each comes from the metrics of a node. */
  enum Count {
    ITEMS_IN,
    ITEMS_OUT,
    DROPPED,
    FAILED,
    RETRIED,
    NANOS,
    NANOS_FOR_ITEMS,
    NANOS_FOR_ROOM;

    double in(NodeMetrics metrics) {
      return switch (this) {
        case ITEMS_IN -> metrics.itemsIn();
        case ITEMS_OUT -> metrics.itemsOut();
        case DROPPED -> metrics.dropped();
        case FAILED -> metrics.failed();
        case RETRIED -> metrics.retried();
        case NANOS -> metrics.time().toNanos();
        case NANOS_FOR_ITEMS -> metrics.waitedForItems().toNanos();
        case NANOS_FOR_ROOM -> metrics.waitedForRoom().toNanos();
      };
    }
  }

  private record Key(String node, Count count) {}

  // Guarded by this.
  private final Set<String> nodes = new HashSet<>();
  private final Set<PipelineRun> live = new LinkedHashSet<>();
  private final Map<Key, Double> ended = new HashMap<>();

  /** Adds a node; false if it is known. */
  synchronized boolean addNode(String node) {
    return nodes.add(node);
  }

  synchronized void started(PipelineRun run) {
    live.add(run);
  }

  synchronized void ended(PipelineRun run, Map<String, NodeMetrics> metrics) {
    if (live.remove(run)) {
      metrics.forEach((node, of) -> {
        for (Count count : Count.values()) {
          ended.merge(new Key(node, count), count.in(of), Double::sum);
        }
      });
    }
  }

  synchronized int liveRuns() {
    return live.size();
  }

  /** What was counted at a node since the beginning. */
  synchronized double total(String node, Count count) {
    return ended.getOrDefault(new Key(node, count), 0.0) + now(node, count::in);
  }

  /** The sum of something at a node over the runs under way. */
  synchronized double now(String node, ToDoubleFunction<NodeMetrics> value) {
    double sum = 0;
    for (PipelineRun run : live) {
      NodeMetrics metrics = run.metrics().get(node);
      sum += metrics == null ? 0 : value.applyAsDouble(metrics);
    }
    return sum;
  }
}

package dev.weft.executor.micrometer;

import dev.weft.executor.NodeMetrics;
import dev.weft.executor.micrometer.PipelineCounts.Count;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;

/** Registers the meters; all that is read from {@link PipelineCounts}. */
final class PipelineMeters {
  private static final double NANOS = 1e9;

  private PipelineMeters() {}

  static void register(MeterRegistry registry, String pipeline, PipelineCounts counts) {
    Gauge.builder("weft.pipeline.active", counts, PipelineCounts::liveRuns)
        .description("Runs under way.")
        .tag("pipeline", pipeline)
        .register(registry);
  }

  static void register(
      MeterRegistry registry, String pipeline, String node, PipelineCounts counts) {
    Tags tags = Tags.of("pipeline", pipeline, "node", node);
    FunctionTimer.builder(
            "weft.node.time",
            counts,
            it -> (long) it.total(node, Count.ITEMS_IN),
            it -> it.total(node, Count.NANOS),
            TimeUnit.NANOSECONDS)
        .description("The time in which the node worked, and the items that it took.")
        .tags(tags)
        .register(registry);
    counter(
        registry,
        "weft.node.items",
        "Items.",
        tags.and("direction", "in"),
        node,
        counts,
        Count.ITEMS_IN);
    counter(
        registry,
        "weft.node.items",
        "Items.",
        tags.and("direction", "out"),
        node,
        counts,
        Count.ITEMS_OUT);
    counter(
        registry,
        "weft.node.dropped",
        "Items that gave nothing.",
        tags,
        node,
        counts,
        Count.DROPPED);
    counter(
        registry,
        "weft.node.errors",
        "Items that failed for good.",
        tags,
        node,
        counts,
        Count.FAILED);
    counter(registry, "weft.node.retries", "Further attempts.", tags, node, counts, Count.RETRIED);
    wait(registry, tags.and("for", "items"), node, counts, Count.NANOS_FOR_ITEMS);
    wait(registry, tags.and("for", "room"), node, counts, Count.NANOS_FOR_ROOM);
    Gauge.builder("weft.node.in.flight", counts, it -> it.now(node, NodeMetrics::inFlight))
        .description("Items at which the node works.")
        .tags(tags)
        .register(registry);
    Gauge.builder("weft.node.queue.depth", counts, it -> it.now(node, NodeMetrics::queued))
        .description("Items that wait before the node.")
        .tags(tags)
        .register(registry);
  }

  private static void counter(
      MeterRegistry registry,
      String name,
      String description,
      Tags tags,
      String node,
      PipelineCounts counts,
      Count count) {
    FunctionCounter.builder(name, counts, it -> it.total(node, count))
        .description(description)
        .tags(tags)
        .register(registry);
  }

  private static void wait(
      MeterRegistry registry, Tags tags, String node, PipelineCounts counts, Count count) {
    FunctionCounter.builder("weft.node.wait", counts, it -> it.total(node, count) / NANOS)
        .description("The time in which the node waited for items, or for room behind it.")
        .baseUnit("seconds")
        .tags(tags)
        .register(registry);
  }
}

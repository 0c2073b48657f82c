package dev.weft.executor.micrometer;

import dev.weft.executor.PipelineRun;
import dev.weft.executor.RunObserver;
import dev.weft.executor.RunResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The metrics of one run. */
final class MeteredRun implements RunObserver.ObservedRun {
  private final MeterRegistry registry;
  private final String pipeline;
  private final PipelineCounts counts;
  private final PipelineRun run;
  private final Timer.Sample start;
  private final Map<String, Timer> waits = new ConcurrentHashMap<>();

  MeteredRun(MeterRegistry registry, String pipeline, PipelineCounts counts, PipelineRun run) {
    this.registry = registry;
    this.pipeline = pipeline;
    this.counts = counts;
    this.run = run;
    this.start = Timer.start(registry);
    counts.started(run);
  }

  @Override
  public void itemWaited(String node, Duration wait) {
    waits
        .computeIfAbsent(
            node,
            id ->
                Timer.builder("weft.node.queue.wait")
                    .description("How long items waited before the node; a sample of them.")
                    .tag("pipeline", pipeline)
                    .tag("node", id)
                    .register(registry))
        .record(wait);
  }

  @Override
  public void runEnded(RunResult result) {
    counts.ended(run, result.metrics());
    start.stop(
        Timer.builder("weft.pipeline.run")
            .description("Runs that have ended.")
            .tag("pipeline", pipeline)
            .tag("status", result.status().name().toLowerCase(Locale.ROOT))
            .register(registry));
  }
}

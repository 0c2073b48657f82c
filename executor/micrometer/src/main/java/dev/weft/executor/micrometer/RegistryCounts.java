package dev.weft.executor.micrometer;

import dev.weft.executor.GraphInfo;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The counts of all pipelines in one registry. */
final class RegistryCounts {
  private final Map<String, PipelineCounts> pipelines = new ConcurrentHashMap<>();

  /** The counts of a pipeline, with meters for all its nodes. */
  PipelineCounts of(MeterRegistry registry, String pipeline, GraphInfo graph) {
    PipelineCounts counts =
        pipelines.computeIfAbsent(
            pipeline,
            name -> {
              PipelineCounts fresh = new PipelineCounts();
              PipelineMeters.register(registry, name, fresh);
              return fresh;
            });
    for (String node : graph.executionOrder()) {
      if (counts.addNode(node)) {
        PipelineMeters.register(registry, pipeline, node, counts);
      }
    }
    return counts;
  }
}

package dev.weft.executor.micrometer;

import dev.weft.executor.NodeError;
import dev.weft.executor.RunObserver;
import dev.weft.executor.RunResult;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The observations of one run. */
final class TracedRun implements RunObserver.ObservedRun {
  private final ObservationRegistry registry;
  private final String pipeline;
  private final Observation observation;
  private final Map<String, Observation> nodes = new ConcurrentHashMap<>();

  TracedRun(ObservationRegistry registry, String pipeline) {
    this.registry = registry;
    this.pipeline = pipeline;
    this.observation =
        Observation.createNotStarted("weft.pipeline.run", registry)
            .contextualName("pipeline " + pipeline)
            .lowCardinalityKeyValue("pipeline", pipeline)
            .start();
  }

  @Override
  public RunObserver.NodeScope nodeStarted(String node) {
    Observation ofNode =
        Observation.createNotStarted("weft.pipeline.node", registry)
            .parentObservation(observation)
            .contextualName("node " + node)
            .lowCardinalityKeyValue("pipeline", pipeline)
            .lowCardinalityKeyValue("node", node)
            .start();
    nodes.put(node, ofNode);
    Observation.Scope scope = ofNode.openScope();
    return () -> {
      scope.close();
      ofNode.stop();
    };
  }

  @Override
  public void nodeFailed(NodeError error) {
    error.node().map(nodes::get).ifPresent(it -> it.error(error.cause()));
  }

  @Override
  public void runEnded(RunResult result) {
    observation.lowCardinalityKeyValue("status", result.status().name().toLowerCase(Locale.ROOT));
    if (result.status() != RunResult.Status.SUCCESS && !result.errors().isEmpty()) {
      observation.error(result.errors().getFirst().cause());
    }
    observation.stop();
  }
}

package dev.weft.executor.micrometer;

import dev.weft.executor.RunObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Metrics and tracing of runs.
 *
 * {@snippet :
 * RunOptions options = RunOptions.DEFAULT.observer(MicrometerObserver.of(meters));
 * }
 *
 * <p>Meters are tagged with the name of the pipeline and the id of the node, and nothing else that
 * grows. Counts of nodes are read from the engine's own when the registry is, so that they cost
 * nothing per item; how long items wait in queues is measured on a sample of them.
 *
 * <p>Observers for the same registry share their meters, so that one may be made for each run.
 */
public final class MicrometerObserver {
  /** The counts behind the meters of each registry; they do not refer to it. */
  private static final Map<MeterRegistry, RegistryCounts> COUNTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private MicrometerObserver() {}

  /** Metrics of runs. */
  public static RunObserver of(MeterRegistry registry) {
    RegistryCounts counts = COUNTS.computeIfAbsent(registry, _ -> new RegistryCounts());
    return (pipeline, graph, run) ->
        new MeteredRun(registry, pipeline, counts.of(registry, pipeline, graph), run);
  }

  /**
   * An observation for each run, {@code weft.pipeline.run}, under the one that is current where the
   * run is started, and one under it for each node, {@code weft.pipeline.node}, which is current in
   * the node's task. What a run or a node fails with is the observation's error.
   */
  public static RunObserver of(ObservationRegistry registry) {
    return (pipeline, graph, run) -> new TracedRun(registry, pipeline);
  }

  /** {@link #of(MeterRegistry)} and {@link #of(ObservationRegistry)}. */
  public static RunObserver of(MeterRegistry meters, ObservationRegistry observations) {
    return of(meters).and(of(observations));
  }
}

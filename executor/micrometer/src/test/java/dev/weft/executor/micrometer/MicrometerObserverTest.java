package dev.weft.executor.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.GraphInfo;
import dev.weft.executor.Input;
import dev.weft.executor.Node;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineException;
import dev.weft.executor.PipelineRun;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunObserver;
import dev.weft.executor.RunOptions;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.Channel;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a registry shows of runs. */
class MicrometerObserverTest {
  private static final NodeType PASS =
      NodeType.function("Pass", "Passes items on.", (Node.Function) item -> item);
  private static final NodeType PICKY =
      NodeType.function(
          "Picky",
          "Fails at multiples of 10, drops other even numbers.",
          (Node.Function)
              item -> {
                int number = (Integer) item;
                if (number % 10 == 0) {
                  throw new IllegalStateException("a multiple of 10");
                }
                return number % 2 == 0 ? null : item;
              });

  private final MeterRegistry registry = new SimpleMeterRegistry();

  private static Pipeline pipeline(NodeType first, NodeType second, ExecutionPolicy policy) {
    return Pipeline.of(
        PipelineSpec.builder("metered")
            .node("a", first.name(), Map.of(), policy)
            .node("b", second.name(), Map.of(), ExecutionPolicy.DEFAULT.withCapacity(4))
            .connect("a", "b")
            .build(),
        first == second ? NodeRegistry.of(first) : NodeRegistry.of(first, second));
  }

  private static final ExecutionPolicy SKIPPING =
      ExecutionPolicy.DEFAULT.withOnError(ExecutionPolicy.OnError.SKIP);

  private static Input numbers(int count) {
    return Input.of(IntStream.range(0, count).boxed().toList());
  }

  private double counter(String name, String... tags) {
    return registry.get(name).tags("pipeline", "metered").tags(tags).functionCounter().count();
  }

  private double gauge(String name, String node) {
    return registry.get(name).tags("pipeline", "metered", "node", node).gauge().value();
  }

  @Test
  void countsOfAllRunsAddUp() {
    Pipeline pipeline = pipeline(PICKY, PASS, SKIPPING);
    for (int run = 0; run < 2; run++) {
      // An observer for each run, which share their meters.
      pipeline.run(numbers(100), RunOptions.DEFAULT.observer(MicrometerObserver.of(registry)));
    }
    assertThat(counter("weft.node.items", "node", "a", "direction", "in")).isEqualTo(200);
    assertThat(counter("weft.node.items", "node", "a", "direction", "out")).isEqualTo(100);
    assertThat(counter("weft.node.errors", "node", "a")).isEqualTo(20);
    assertThat(counter("weft.node.dropped", "node", "a")).isEqualTo(80);
    assertThat(counter("weft.node.errors", "node", "b")).isZero();
    var time = registry.get("weft.node.time").tags("node", "a").functionTimer();
    assertThat(time.count()).isEqualTo(200);
    assertThat(time.totalTime(TimeUnit.NANOSECONDS)).isPositive();
    assertThat(registry.get("weft.pipeline.run").tags("status", "success").timer().count())
        .isEqualTo(2);
    assertThat(registry.get("weft.pipeline.active").gauge().value()).isZero();
    assertThat(registry.get("weft.node.queue.wait").tags("node", "b").timer().count()).isPositive();
  }

  @Test
  void aRunUnderWayShowsWhatIsQueuedAndInFlight() {
    Channel<Boolean> gate = Channel.rendezvous();
    NodeType gated =
        NodeType.function(
            "Gated",
            "Waits to be let go.",
            (Node.Function)
                item -> {
                  gate.receive();
                  return item;
                });
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      PipelineRun run =
          pipeline(PASS, gated, ExecutionPolicy.DEFAULT)
              .start(
                  runtime,
                  numbers(20),
                  RunOptions.DEFAULT.observer(MicrometerObserver.of(registry)));
      await().until(() -> gauge("weft.node.queue.depth", "b") >= 3);
      assertThat(gauge("weft.node.in.flight", "b")).isEqualTo(1);
      assertThat(gauge("weft.node.queue.depth", "b")).isBetween(3.0, 5.0);
      assertThat(registry.get("weft.pipeline.active").gauge().value()).isEqualTo(1);
      for (int i = 0; i < 20; i++) {
        gate.send(true);
      }
      run.await().orThrow();
      await().until(() -> registry.get("weft.pipeline.active").gauge().value() == 0);
      assertThat(gauge("weft.node.queue.depth", "b")).isZero();
      assertThat(gauge("weft.node.in.flight", "b")).isZero();
      assertThat(counter("weft.node.wait", "node", "a", "for", "room")).isPositive();
    }
  }

  @Test
  void concurrentItemsAreInFlightTogether() {
    Channel<Boolean> gate = Channel.rendezvous();
    NodeType gated =
        NodeType.function(
            "Gated",
            "Waits to be let go.",
            (Node.Function)
                item -> {
                  gate.receive();
                  return item;
                });
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      PipelineRun run =
          pipeline(gated, PASS, ExecutionPolicy.DEFAULT.withConcurrency(3))
              .start(
                  runtime,
                  numbers(9),
                  RunOptions.DEFAULT.observer(MicrometerObserver.of(registry)));
      await().until(() -> gauge("weft.node.in.flight", "a") == 3);
      gate.close();
      run.await();
    }
  }

  @Test
  void tagsAreThoseOfPipelineAndNodeOnly() {
    pipeline(PICKY, PASS, SKIPPING)
        .run(
            numbers(10),
            RunOptions.DEFAULT.session("secret").observer(MicrometerObserver.of(registry)));
    Set<String> keys =
        registry.getMeters().stream()
            .map(Meter::getId)
            .flatMap(id -> id.getTags().stream())
            .map(Tag::getKey)
            .collect(Collectors.toSet());
    assertThat(keys).containsExactlyInAnyOrder("pipeline", "node", "direction", "for", "status");
  }

  @Test
  void withoutAnObserverNothingIsRegistered() {
    pipeline(PICKY, PASS, SKIPPING).run(numbers(10), RunOptions.DEFAULT);
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void aRunThatCannotStartHasEnded() {
    AsyncRuntime runtime = AsyncRuntime.virtualThreads();
    runtime.close();
    assertThatThrownBy(() ->
            pipeline(PASS, PICKY, SKIPPING)
                .start(
                    runtime,
                    numbers(1),
                    RunOptions.DEFAULT.observer(MicrometerObserver.of(registry))))
        .isInstanceOf(AsyncException.Spawn.class);
    assertThat(registry.get("weft.pipeline.active").gauge().value()).isZero();
    assertThat(registry.get("weft.pipeline.run").tags("status", "failed").timer().count())
        .isEqualTo(1);
  }

  @Test
  void anObserverThatThrowsDoesNotDisturbTheRun() {
    RunObserver bad =
        (String pipeline, GraphInfo graph, PipelineRun run) -> {
          throw new IllegalStateException("bad observer");
        };
    assertThat(
            pipeline(PASS, PASS, SKIPPING)
                .run(numbers(3), RunOptions.DEFAULT.observer(bad))
                .outputs())
        .hasSize(3);
  }

  // ---- Tracing.

  private static final class Recorder implements ObservationHandler<Observation.Context> {
    final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }

    @Override
    public void onStop(Observation.Context context) {
      Throwable error = context.getError();
      var parent = context.getParentObservation();
      log.add(
          "%s %s under %s%s"
              .formatted(
                  context.getName(),
                  context.getLowCardinalityKeyValues(),
                  parent == null ? "nothing" : parent.getContextView().getName(),
                  error == null ? "" : ": " + error.getMessage()));
    }
  }

  @Test
  void runsAndNodesAreObservationsUnderTheCallersOne() {
    ObservationRegistry observations = ObservationRegistry.create();
    Recorder recorder = new Recorder();
    observations.observationConfig().observationHandler(recorder);
    NodeType curious =
        NodeType.function(
            "Curious",
            "Tells the current observation.",
            (Node.Function)
                item -> {
                  Async.yieldNow();
                  Observation current =
                      Objects.requireNonNull(observations.getCurrentObservation());
                  return Objects.requireNonNull(
                          current.getContext().getLowCardinalityKeyValue("node"))
                      .getValue();
                });
    Observation.createNotStarted("request", observations)
        .observe(() -> {
          List<Object> outputs =
              pipeline(PASS, curious, ExecutionPolicy.DEFAULT)
                  .run(numbers(1), RunOptions.DEFAULT.observer(MicrometerObserver.of(observations)))
                  .outputs();
          assertThat(outputs).containsExactly("b");
        });
    assertThat(recorder.log)
        .containsExactlyInAnyOrder(
            "weft.pipeline.node [keyValue(node=a),keyValue(pipeline=metered)] under weft.pipeline.run",
            "weft.pipeline.node [keyValue(node=b),keyValue(pipeline=metered)] under weft.pipeline.run",
            "weft.pipeline.run [keyValue(pipeline=metered),keyValue(status=success)] under request",
            "request [] under nothing");
  }

  @Test
  void failuresAreTheErrorsOfTheirObservations() {
    ObservationRegistry observations = ObservationRegistry.create();
    Recorder recorder = new Recorder();
    observations.observationConfig().observationHandler(recorder);
    RunOptions options = RunOptions.DEFAULT.observer(MicrometerObserver.of(registry, observations));
    assertThatThrownBy(() -> pipeline(PASS, PICKY, SKIPPING).run(numbers(1), options))
        .isInstanceOf(PipelineException.Failed.class);
    assertThat(recorder.log)
        .contains(
            "weft.pipeline.node [keyValue(node=b),keyValue(pipeline=metered)] under weft.pipeline.run: a multiple of 10",
            "weft.pipeline.run [keyValue(pipeline=metered),keyValue(status=failed)] under nothing: a multiple of 10");
    assertThat(counter("weft.node.errors", "node", "b")).isEqualTo(1);
  }
}

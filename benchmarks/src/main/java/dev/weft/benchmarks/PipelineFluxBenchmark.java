package dev.weft.benchmarks;

import dev.weft.executor.Node;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.executor.reactor.ReactivePipeline;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What an item costs on its way from a Flux through a pipeline to a Flux; three steps each. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
public class PipelineFluxBenchmark {
  private static final int ITEMS = 100_000;

  /** A pipeline of three nodes, and a runtime for it. */
  @State(Scope.Benchmark)
  public static class ThreeNodes {
    /** What runs the pipeline. */
    @Param({"VIRTUAL_THREADS", "EVENT_LOOP_MOUNTED"})
    public Backend backend = Backend.VIRTUAL_THREADS;

    private @Nullable AsyncRuntime runtime;
    private @Nullable ReactivePipeline pipeline;

    /** Starts the runtime and makes the pipeline. */
    @Setup(Level.Trial)
    public void start() {
      AsyncRuntime started = AsyncRuntime.builder().backend(backend).build();
      runtime = started;
      NodeType step =
          NodeType.function("Step", "Adds one.", (Node.Function) item -> (Integer) item + 1);
      PipelineSpec spec =
          PipelineSpec.builder("steps")
              .node("a", "Step")
              .node("b", "Step")
              .node("c", "Step")
              .connect("a", "b", "c")
              .build();
      pipeline =
          ReactivePipeline.of(Pipeline.of(spec, NodeRegistry.of(step)), started)
              .options(RunOptions.DEFAULT)
              .prefetch(256);
    }

    /** Ends the runtime. */
    @TearDown(Level.Trial)
    public void stop() {
      Objects.requireNonNull(runtime).close();
    }

    private @Nullable Object through(Flux<?> items) {
      return items.transform(Objects.requireNonNull(pipeline)::process).blockLast();
    }
  }

  private static Flux<Integer> items() {
    return Flux.range(0, ITEMS);
  }

  /** A pipeline of three nodes as an operator. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public @Nullable Object threeSteps(ThreeNodes nodes) {
    return nodes.through(items());
  }

  /** Plain operators, in the subscriber's thread. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public @Nullable Integer threeStepsReactor() {
    return items().map(i -> i + 1).map(i -> i + 1).map(i -> i + 1).blockLast();
  }

  /** One change of thread for all three steps. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public @Nullable Integer threeStepsPublishOnce() {
    return items()
        .publishOn(Schedulers.parallel())
        .map(i -> i + 1)
        .map(i -> i + 1)
        .map(i -> i + 1)
        .blockLast();
  }

  /** Each step in a thread of its own, as the nodes of a pipeline are. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public @Nullable Integer threeStepsPublishEach() {
    return items()
        .publishOn(Schedulers.parallel())
        .map(i -> i + 1)
        .publishOn(Schedulers.parallel())
        .map(i -> i + 1)
        .publishOn(Schedulers.parallel())
        .map(i -> i + 1)
        .blockLast();
  }

  /** The fixed cost of a run: one item. */
  @Benchmark
  public @Nullable Object runOfOneItem(ThreeNodes nodes) {
    return nodes.through(Flux.just(1));
  }
}

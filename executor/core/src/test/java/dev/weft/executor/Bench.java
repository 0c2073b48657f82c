package dev.weft.executor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;

/** Node types and shortcuts for the tests of the engine. */
final class Bench {
  private Bench() {}

  static final NodeType PASS = NodeType.function("Pass", "Passes on.", item -> item);
  static final NodeType DOUBLE = NodeType.function("Double", "Doubles.", item -> num(item) * 2);
  static final NodeType EVEN =
      NodeType.function("Even", "Drops odd ones.", item -> num(item) % 2 == 0 ? item : null);
  static final NodeType NOTHING = NodeType.function("Nothing", "Drops all.", item -> null);
  static final NodeType SLOW =
      NodeType.function(
          "Slow",
          "Takes its time over some.",
          item -> {
            if (num(item) % 3 == 0) {
              Async.sleep(Duration.ofMillis(1));
            }
            return item;
          });
  static final NodeType FAIL_ON_3 =
      NodeType.function(
          "FailOn3",
          "Fails on 3.",
          item -> {
            if (num(item) == 3) {
              throw new IllegalStateException("no threes");
            }
            return item;
          });
  static final NodeType BATCH =
      NodeType.streaming(
          "Batch",
          "Batches of 3.",
          (in, out) -> {
            List<Object> batch = new ArrayList<>();
            for (Object item : in) {
              batch.add(item);
              if (batch.size() == 3) {
                out.emit(List.copyOf(batch));
                batch.clear();
              }
            }
            if (!batch.isEmpty()) {
              out.emit(List.copyOf(batch));
            }
          });
  static final NodeType EXPAND =
      NodeType.streaming(
          "Expand",
          "1000 for each.",
          (in, out) -> {
            for (Object item : in) {
              for (long i = 0; i < 1000; i++) {
                out.emit(num(item) * 1000 + i);
              }
            }
          });
  static final NodeType ENDLESS =
      NodeType.source(
          "Endless",
          "Counts for ever.",
          out -> {
            for (long i = 0; ; i++) {
              out.emit(i);
            }
          });
  static final NodeType COUNT_5 =
      NodeType.source(
          "Count5",
          "Counts to 5.",
          out -> {
            for (long i = 0; i < 5; i++) {
              out.emit(i);
            }
          });
  static final NodeType TAKE_5 =
      NodeType.streaming(
          "Take5",
          "Takes the first 5.",
          (in, out) -> {
            for (int i = 0; i < 5; i++) {
              in.next().ifPresent(out::emit);
            }
          });

  static final NodeRegistry REGISTRY =
      NodeRegistry.of(
          PASS, DOUBLE, EVEN, NOTHING, SLOW, FAIL_ON_3, BATCH, EXPAND, ENDLESS, COUNT_5, TAKE_5);

  static final ExecutionPolicy POLICY = ExecutionPolicy.DEFAULT;
  static final RunOptions QUICK = RunOptions.DEFAULT.grace(Duration.ofMillis(300));

  static NodeType batched(String name, Node.Batched node) {
    return new NodeType() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String summary() {
        return "Takes several items in a call.";
      }

      @Override
      public Node create(NodeContext context) {
        return node;
      }
    };
  }

  static long num(Object item) {
    return ((Number) item).longValue();
  }

  static List<Object> range(int count) {
    return LongStream.range(0, count).<Object>mapToObj(Long::valueOf).toList();
  }

  static NodeMetrics metricsOf(Map<String, NodeMetrics> metrics, String node) {
    return Objects.requireNonNull(metrics.get(node));
  }

  static AsyncRuntime runtime(Backend backend) {
    return AsyncRuntime.builder()
        .backend(backend)
        .closeTimeout(Duration.ofMillis(500))
        .failureHandler((what, failure) -> {})
        .build();
  }

  static Pipeline pipeline(PipelineSpec.Builder spec, NodeType... more) {
    return Pipeline.of(spec.build(), REGISTRY.with(more));
  }

  /** A chain of nodes, each with its type's name as id. */
  static Pipeline chain(NodeType... types) {
    return chain(POLICY, types);
  }

  /** A chain whose first node has a policy. */
  static Pipeline chain(ExecutionPolicy first, NodeType... types) {
    PipelineSpec.Builder spec = PipelineSpec.builder("chain");
    IntStream.range(0, types.length)
        .forEach(
            i -> spec.node(types[i].name(), types[i].name(), Map.of(), i == 0 ? first : POLICY));
    for (int i = 1; i < types.length; i++) {
      spec.connect(types[i - 1].name(), types[i].name());
    }
    return Pipeline.of(spec.build(), NodeRegistry.of(types));
  }

  static RunResult run(Backend backend, Pipeline pipeline, Input input) {
    return run(backend, pipeline, input, QUICK);
  }

  /** Runs to the end, whatever it is; fails the test if there is none. */
  static RunResult run(Backend backend, Pipeline pipeline, Input input, RunOptions options) {
    try (AsyncRuntime runtime = runtime(backend)) {
      return end(pipeline.start(runtime, input, options));
    }
  }

  static RunResult end(PipelineRun run) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!run.isFinished()) {
      if (System.nanoTime() > deadline) {
        Assertions.fail("the run did not end; so far " + run.metrics());
      }
      java.util.concurrent.locks.LockSupport.parkNanos(200_000);
    }
    return run.await();
  }
}

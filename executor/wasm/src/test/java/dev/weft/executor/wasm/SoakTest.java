package dev.weft.executor.wasm;

import static dev.weft.executor.wasm.NodeBench.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.Input;
import dev.weft.executor.Pipeline;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.runtime.AsyncRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand starts and stops of nodes of each kind. */
@Tag("slow")
class SoakTest {
  private static final int STARTS = 1000;

  @TempDir private Path directory;

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long guestThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("weft-guest-\\d+"))
        .count();
  }

  @Test
  void startsAndStopsLeaveNothingBehind() {
    NodeBench bench =
        new NodeBench(
            directory,
            GuestLimits.DEFAULT.withMemoryBytes(16 << 20).withCallTime(Duration.ofMillis(250)),
            Grants.none().readDirectory("/data", directory));
    List<Map<String, String>> nodes =
        List.of(
            Map.of("file", bench.file("multiply.wat"), "export", "multiply"),
            Map.of("file", bench.file("wrap.wat"), "per", "item"),
            Map.of("file", bench.file("pairs.wat")),
            Map.of(
                "file",
                bench.file(
                    """
                    (module
                      (func (export "run") (param i64) (result i64)
                        (if (i64.eqz (i64.rem_u (local.get 0) (i64.const 50)))
                          (then (loop (br 0))))
                        unreachable))
                    """),
                "export",
                "run"));
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      runAll(runtime, bench, nodes, 50);
      long memory = usedMemory();
      runAll(runtime, bench, nodes, STARTS);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> guestThreads() <= Math.max(4, Runtime.getRuntime().availableProcessors()));
      assertThat(usedMemory() - memory).isLessThan(16 << 20);
    }
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> guestThreads() == 0);
  }

  private static void runAll(
      AsyncRuntime runtime, NodeBench bench, List<Map<String, String>> nodes, int times) {
    for (Map<String, String> node : nodes) {
      for (int i = 0; i < times; i++) {
        Pipeline pipeline = bench.pipeline(node, POLICY);
        long item = i;
        RunResult result =
            runtime.blockOn(
                () -> pipeline.start(runtime, Input.of(List.of(item)), RunOptions.DEFAULT).await());
        if (node.equals(nodes.getLast())) {
          assertThat(result.errors().getFirst().cause()).isInstanceOf(GuestException.class);
        } else {
          assertThat(result.orThrow().outputs()).hasSize(1);
        }
      }
    }
  }
}

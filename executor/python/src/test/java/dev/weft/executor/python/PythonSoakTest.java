package dev.weft.executor.python;

import static dev.weft.executor.python.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.Pipeline;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What takes minutes: {@code mvn test -pl executor/python -Pslow}. */
@Tag("slow")
class PythonSoakTest {

  private static long usedAfterCollection() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().startsWith("weft-"))
        .count();
  }

  @Test
  void athousandStartsAndStopsLeaveNothing() {
    Pipeline sound = pipeline(ENGINE, shipped("n", "EchoNode", Map.of()));
    Pipeline crashing =
        pipeline(
            ENGINE,
            node(
                "n",
                "N",
                Map.of(),
                "import os\nclass N(weft.Node):\n    def process(self, item):\n        os.abort()\n"));
    run(sound, RunOptions.DEFAULT, 1L);
    run(crashing, RunOptions.DEFAULT, 1L);
    long before = usedAfterCollection();
    for (int i = 0; i < 1_000; i++) {
      RunOptions session = RunOptions.DEFAULT.session("session " + i % 10);
      RunResult result = run(i % 10 == 9 ? crashing : sound, session, 1L);
      assertThat(result.status())
          .isEqualTo(i % 10 == 9 ? RunResult.Status.FAILED : RunResult.Status.SUCCESS);
    }
    assertThat(usedAfterCollection() - before).isLessThan(16L << 20);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(threads()).isLessThanOrEqualTo(2));
  }

  @Test
  void aMillionAwaitsComeToAnEnd() {
    PythonEngine patient =
        PythonEngine.of(
            PythonOptions.DEFAULT.limits(
                dev.weft.executor.wasm.GuestLimits.DEFAULT.withCallTime(Duration.ofMinutes(30))));
    RunResult result =
        run(
            pipeline(
                patient,
                node(
                    "n",
                    "N",
                    Map.of(),
                    """
                    import asyncio
                    class N(weft.Node):
                        async def process(self, item):
                            for i in range(item):
                                await asyncio.sleep(0)
                            return i + 1
                    """)),
            RunOptions.DEFAULT,
            1_000_000L);
    assertThat(result.outputs()).containsExactly(1_000_000L);
  }
}

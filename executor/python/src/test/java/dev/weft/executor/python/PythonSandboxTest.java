package dev.weft.executor.python;

import static dev.weft.executor.python.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.ExecutionPolicy.OnError;
import dev.weft.executor.Input;
import dev.weft.executor.NodeError;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineRun;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.executor.wasm.GuestLimits;
import dev.weft.runtime.AsyncRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node cannot do, and what happens where it tries. */
class PythonSandboxTest {
  private static final GuestLimits LIMITS =
      GuestLimits.DEFAULT.withCallTime(Duration.ofSeconds(2)).withOutputBytes(1 << 16);
  private static final PythonEngine STRICT = PythonEngine.of(PythonOptions.DEFAULT.limits(LIMITS));
  private static final ExecutionPolicy SKIP = ExecutionPolicy.DEFAULT.withOnError(OnError.SKIP);

  /** Does what the item 1 says, and gives back the others. */
  private static Pipeline doing(String body) {
    return pipeline(
        STRICT,
        node(
                "n",
                "N",
                Map.of(),
                """
                import asyncio, os, sys
                class N(weft.Node):
                    def process(self, item):
                        if item == 1:
                            return self.act()
                        return item
                    def act(self):
                        %s
                """
                    .formatted(body.indent(8).strip()))
            .withExecution(SKIP));
  }

  private static String errorOf(RunResult result) {
    assertThat(result.status())
        .as(() -> result.errors().toString())
        .isEqualTo(RunResult.Status.SUCCESS);
    assertThat(result.outputs()).containsExactly(0L, 2L, 3L);
    assertThat(result.skipped()).hasSize(1);
    NodeError error = result.skipped().getFirst();
    assertThat(error.item()).hasValue(1);
    return error.message();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          while True: pass                               | took longer than 2s; raise the limit
          bytearray((2 << 30) - 1)                       | MemoryError
          return self.act()                              | RecursionError: maximum recursion depth exceeded
          os.fork()                                      | AttributeError: module 'os' has no attribute 'fork'
          open("/etc/passwd")                            | PermissionError: [Errno 2] Permission denied: '/etc/passwd'
          open("new.txt", "w")                           | PermissionError
          import socket; socket.socket()                 | OSError: [Errno 58] Not supported
          import subprocess; subprocess.run(["ls"])      | PermissionError: there are no processes in a node
          import threading; threading.Thread(target=print).start() | RuntimeError: can't start new thread
          return os.environ["PATH"]                      | KeyError: 'PATH'
          return "x" * (2 << 20)                         | more than 65536 bytes in one call
          os._exit(3)                                    | ended with exit code 3
          return {1, 2}                                  | TypeError: the result holds a set, which is no JSON
          """)
  void whatIsForbiddenFailsItsItemAndTheOthersGoOn(String body, String message) {
    assertThat(errorOf(run(doing(body), 0L, 1L, 2L, 3L))).contains(message);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          exec("while True: pass")                       | took longer than 2s; raise the limit
          sum(range(10**12))                             | took longer than 2s; raise the limit
          bytearray(2 << 30)                             | OverflowError: cannot fit 'int' into an index-sized integer
          x = [0] * (1 << 28)                            | MemoryError
          os.listdir("/")                                | PermissionError
          open("/guest/guest.py")                        | PermissionError
          open("../../etc/passwd")                       | PermissionError
          import socket; socket.create_connection(("localhost", 80)) | Error
          import ctypes                                  | ModuleNotFoundError
          import multiprocessing                         | ModuleNotFoundError
          os.system("ls")                                | AttributeError
          while True: print("x" * 1000)                  | more than 65536 bytes in one call
          os.abort()                                     | guest 'n' failed
          sys.exit(4)                                    | SystemExit: 4
          raise KeyboardInterrupt                        | KeyboardInterrupt
          os.write(1, b"\\xff" * 100)                    | the node wrote to the descriptor of the host
          return object()                                | TypeError: the result is a object, which is no JSON
          return lambda: 1                               | TypeError: the result is a function, which is no JSON
          """)
  void moreOfWhatIsForbiddenFailsItsItemAndTheOthersGoOn(String body, String message) {
    assertThat(errorOf(run(doing(body), 0L, 1L, 2L, 3L))).contains(message);
  }

  @Test
  void deepJsonFailsItsItem() {
    String nest =
        """
        value = []
        for _ in range(3000):
            value = [value]
        return value
        """;
    assertThat(errorOf(run(doing(nest), 0L, 1L, 2L, 3L))).contains("nested too deep");
    Object deep = List.of();
    for (int i = 0; i < 2000; i++) {
      deep = List.of(deep);
    }
    RunResult result = run(doing("pass"), 0L, deep, 2L, 3L);
    assertThat(result.outputs()).containsExactly(0L, 2L, 3L);
    assertThat(result.skipped().getFirst().message()).contains("nested more than 1000 deep");
  }

  @Test
  void manyAwaitsComeToAnEnd() {
    RunResult result =
        run(
            pipeline(
                ENGINE,
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
            2_000L);
    assertThat(result.outputs()).containsExactly(2_000L);
  }

  @Test
  void awaitsWithoutEndAreStoppedToo() {
    RunResult result =
        run(
            pipeline(
                STRICT,
                node(
                        "n",
                        "N",
                        Map.of(),
                        """
                        import asyncio
                        class N(weft.Node):
                            async def process(self, item):
                                while item == 1:
                                    await asyncio.sleep(0)
                                return item
                        """)
                    .withExecution(SKIP)),
            0L,
            1L,
            2L,
            3L);
    assertThat(errorOf(result)).contains("worked for more than 2s on one item");
  }

  @Test
  void aCrashInMidStreamEndsThatNodeOnly() {
    String source =
        """
        import os
        class N(weft.Node):
            async def process(self, stream):
                async for item in stream:
                    if item == self.config["at"]:
                        os.abort()
                    yield item
        """;
    Pipeline crashing = pipeline(STRICT, node("n", "N", Map.of("at", 3L), source));
    Pipeline sound = pipeline(STRICT, node("n", "N", Map.of("at", -1L), source));
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      PipelineRun other =
          sound.start(runtime, Input.of(List.of(1L, 2L, 3L)), RunOptions.DEFAULT.session("b"));
      RunResult result =
          runtime.blockOn(() ->
              crashing.start(runtime, Input.of(List.of(1L, 2L, 3L)), RunOptions.DEFAULT).await());
      assertThat(result.status()).isEqualTo(RunResult.Status.FAILED);
      assertThat(result.errors().getFirst().message()).contains("guest 'n' failed");
      assertThat(other.await().outputs()).containsExactly(1L, 2L, 3L);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "async def process(self, item):\n        await asyncio.sleep(1000)",
        "async def process(self, item):\n        try:\n            await asyncio.sleep(1000)\n        except asyncio.CancelledError:\n            while True: pass",
      })
  void cancellationEndsAnItem(String method) {
    cancel(method);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "def initialize(self):\n        while True: pass",
        "async def initialize(self):\n        await asyncio.sleep(1000)",
        "def process(self, item):\n        while True: pass",
        "async def process(self, stream):\n        async for x in stream:\n            await asyncio.sleep(1000)\n            yield x",
        "async def process(self, stream):\n        async for x in stream:\n            while True: pass\n        yield 1",
        "async def flush(self):\n        await asyncio.sleep(1000)",
        "def flush(self):\n        while True: pass",
        "async def process(self, item):\n        while True:\n            try:\n                await asyncio.sleep(1000)\n            except asyncio.CancelledError:\n                pass",
      })
  void cancellationEndsEachPhase(String method) {
    cancel(method);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          await asyncio.sleep(1000) | had not finished after 5s and was given up
          while True: pass          | a call took longer than 2s
          """)
  void aCleanupThatDoesNotEndIsStoppedAndTold(String body, String message) {
    String source =
        """
        import asyncio
        class N(weft.Node):
            def process(self, item):
                return item
            async def cleanup(self):
                %s
        """
            .formatted(body);
    RunResult result = run(pipeline(STRICT, node("n", "N", Map.of(), source)), 1L);
    assertThat(result.outputs()).containsExactly(1L);
    assertThat(result.errors()).hasSize(1);
    assertThat(result.errors().getFirst().phase()).isEqualTo(NodeError.Phase.CLEANUP);
    assertThat(result.errors().getFirst().message()).contains(message);
  }

  private static void cancel(String method) {
    String process =
        method.contains("process") ? "" : "\n    def process(self, item):\n        return item";
    Pipeline pipeline =
        pipeline(
            STRICT,
            node(
                "n",
                "N",
                Map.of(),
                "import asyncio\nclass N(weft.Node):\n    " + method + process + "\n"));
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      PipelineRun run = pipeline.start(runtime, Input.of(List.of(1L)), RunOptions.DEFAULT);
      runtime.blockOn(() -> dev.weft.runtime.Async.sleep(Duration.ofMillis(300)));
      long start = System.nanoTime();
      run.cancel("test");
      RunResult result = run.await();
      assertThat(result.status())
          .as(() -> result.errors().toString())
          .isEqualTo(RunResult.Status.CANCELLED);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void grantedDirectoriesVariablesAndClockAreThere(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("in.txt"), "hello");
    Path writable = Files.createDirectory(directory.resolve("out"));
    PythonEngine granted =
        PythonEngine.of(
            PythonOptions.DEFAULT
                .allowRead(directory)
                .allowWrite(writable)
                .allowVariable("GREETING", "salute")
                .allowClock());
    String source =
        """
        import os, time, pathlib
        class N(weft.Node):
            def process(self, item):
                root = pathlib.Path(self.config["root"])
                text = (root / "in.txt").read_text()
                (root / "out" / "made.txt").write_text(text.upper())
                try:
                    (root / "no.txt").write_text("no")
                    refused = "written"
                except OSError as e:
                    refused = type(e).__name__
                return [text, sorted(p.name for p in root.iterdir()), os.path.isdir(root),
                        refused, os.environ["GREETING"], len(os.environ), time.time() > 1.7e9]
        """;
    RunResult result =
        run(
            pipeline(
                granted,
                node("n", "N", Map.of("root", directory.toAbsolutePath().toString()), source)),
            1L);
    assertThat(result.errors()).isEmpty();
    assertThat(result.outputs())
        .containsExactly(
            List.of("hello", List.of("in.txt", "out"), true, "OSError", "salute", 1L, true));
    assertThat(writable.resolve("made.txt")).hasContent("HELLO");
  }

  @Test
  void ungrantedTimeIsThatOfTheRun() {
    assertThat(
            outputs(
                """
                import time, datetime
                class N(weft.Node):
                    def process(self, item):
                        return [datetime.datetime.now().year, time.monotonic() < 100]
                """,
                1L))
        .containsExactly(List.of(2000L, true));
  }

  @Test
  void randomNumbersDifferByInstanceUnlessSeeded() {
    String source =
        """
        import random, uuid, secrets
        class N(weft.Node):
            def process(self, item):
                return [random.random(), str(uuid.uuid4()), secrets.token_hex(8)]
        """;
    Pipeline pipeline = pipeline(ENGINE, node("n", "N", Map.of(), source));
    assertThat(run(pipeline, 1L).outputs()).isNotEqualTo(run(pipeline, 1L).outputs());
    Pipeline seeded =
        pipeline(PythonEngine.of(PythonOptions.DEFAULT.seed(7)), node("n", "N", Map.of(), source));
    assertThat(run(seeded, 1L).outputs()).isEqualTo(run(seeded, 1L).outputs());
  }

  @Test
  void oneInstanceSeesNothingOfAnother() {
    String source =
        """
        import builtins
        class N(weft.Node):
            def process(self, item):
                before = getattr(builtins, "left", None)
                builtins.left = item
                return before is None
        """;
    Pipeline pipeline = pipeline(ENGINE, node("n", "N", Map.of(), source));
    assertThat(run(pipeline, 1L, 2L).outputs()).containsExactly(true, false);
    assertThat(run(pipeline, 1L).outputs()).containsExactly(true);
  }

  @Test
  void nothingIsLeftOfStoppedNodes() {
    run(doing("while True: pass"), 0L, 1L, 2L);
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(it ->
                    it.getName().startsWith("weft-guest-")
                        && !it.getName().contains("watchdog")
                        && it.getState() == Thread.State.RUNNABLE));
  }
}

package dev.weft.executor.wasm;

import static dev.weft.executor.wasm.NodeBench.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.ExecutionPolicy.OnError;
import dev.weft.executor.Input;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineRun;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.Channel;
import dev.weft.runtime.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WasmProgramTest {
  private static final String WRITE =
      """
      (import "wasi_snapshot_preview1" "fd_write"
        (func $write (param i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "fd_read"
        (func $read (param i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 2)
      (data (i32.const 100) "[1]\\n[2]\\n")
      (data (i32.const 200) "it went wrong\\n")
      (data (i32.const 300) "no json\\n")
      (func $put (param $to i32) (param $at i32) (param $length i32)
        (i32.store (i32.const 0) (local.get $at))
        (i32.store (i32.const 4) (local.get $length))
        (drop (call $write (local.get $to) (i32.const 0) (i32.const 1) (i32.const 8))))
      (func $take (result i32)
        (i32.store (i32.const 0) (i32.const 4096))
        (i32.store (i32.const 4) (i32.const 4096))
        (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
        (i32.load (i32.const 8)))
      """;

  @TempDir private Path directory;
  private NodeBench bench;

  @BeforeEach
  void setUp() {
    bench =
        new NodeBench(
            directory,
            GuestLimits.DEFAULT
                .withMemoryBytes(4 << 20)
                .withCallTime(Duration.ofSeconds(30))
                .withOutputBytes(100_000),
            Grants.none());
  }

  private void hurry(Duration callTime) {
    bench = new NodeBench(directory, bench.limits.withCallTime(callTime), Grants.none());
  }

  private static String program(String body) {
    return "(module " + WRITE + " (func (export \"_start\") " + body + "))";
  }

  private Map<String, Object> file(String wat) {
    return Map.of("file", bench.file(wat));
  }

  private Map<String, Object> file(String wat, String per) {
    return Map.of("file", bench.file(wat), "per", per);
  }

  private static List<Object> wrapped(long from, long to) {
    return LongStream.range(from, to)
        .<Object>mapToObj(i -> Map.of("value", i, "length", (long) String.valueOf(i).length()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"item", "run"})
  void programReshapesLinesOfJson(String per) {
    List<Long> items = LongStream.range(0, 500).boxed().toList();
    assertThat(bench.run(file("wrap.wat", per), POLICY, items).orThrow().outputs())
        .isEqualTo(wrapped(0, 500));
  }

  @ParameterizedTest
  @EnumSource(names = {"VIRTUAL_THREADS", "EVENT_LOOP_MOUNTED", "EVENT_LOOP_BATON"})
  void programAlongAStreamKeepsStateAndFlushesAtTheEnd(AsyncRuntime.Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      Pipeline pipeline = bench.pipeline(file("pairs.wat"), POLICY);
      assertThat(NodeBench.run(runtime, pipeline, Input.of(List.of(1L, "b", 3L))).outputs())
          .isEqualTo(List.of(List.of(1L, "b"), List.of(3L)));
      assertThat(NodeBench.run(runtime, pipeline, Input.of(List.of())).outputs()).isEmpty();
    }
  }

  @Test
  void largeItemsCross() {
    String large = "x".repeat(90_000);
    assertThat(bench.run(file("pairs.wat"), POLICY, List.of(large, 2L, large)).status())
        .isEqualTo(RunResult.Status.SUCCESS);
  }

  @Test
  void resultsComeAsTheItemsDoAndAnEndlessInputIsNotReadAhead() {
    AtomicLong read = new AtomicLong();
    Iterable<Long> endless = () -> Stream.generate(read::getAndIncrement).iterator();
    List<Object> outputs = new ArrayList<>();
    Pipeline pipeline =
        Pipeline.of(
            PipelineSpec.builder("endless")
                .node(NodeBench.node("pairs", file("pairs.wat"), POLICY.withCapacity(4)))
                .node("slow", "First", Map.of(), POLICY.withCapacity(4))
                .connect("pairs", "slow")
                .build(),
            bench.registry(
                NodeType.streaming(
                    "First",
                    "Takes ten.",
                    (in, out) -> {
                      for (int i = 0; i < 10; i++) {
                        out.emit(in.next().orElseThrow());
                        Async.sleep(Duration.ofMillis(1));
                      }
                    })));
    RunResult result =
        pipeline.run(
            Input.of(endless), RunOptions.DEFAULT.onOutput(output -> outputs.add(output.item())));
    assertThat(result.status()).isEqualTo(RunResult.Status.SUCCESS);
    assertThat(outputs).hasSize(10).endsWith(List.of(18L, 19L));
    assertThat(read.get()).isLessThan(60);
  }

  @Test
  void outputWithoutEndIsHeldBackAndEndsWithItsReader() {
    Pipeline pipeline =
        Pipeline.of(
            PipelineSpec.builder("flood")
                .node(
                    NodeBench.node(
                        "flood",
                        file(
                            program(
                                "(loop (call $put (i32.const 1) (i32.const 100) (i32.const 8)) (br 0))")),
                        POLICY))
                .node("few", "Few")
                .connect("flood", "few")
                .build(),
            bench.registry(
                NodeType.streaming(
                    "Few",
                    "Takes a thousand.",
                    (in, out) -> {
                      for (int i = 0; i < 1000; i++) {
                        out.emit(in.next().orElseThrow());
                      }
                    })));
    assertThat(pipeline.run(Input.of(List.of(1L)), RunOptions.DEFAULT).outputs()).hasSize(1000);
    noProgramIsLeft();
  }

  private static void noProgramIsLeft() {
    Awaitility.await()
        .until(() ->
            Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().startsWith("weft-guest-"))
                .noneMatch(entry ->
                    Stream.of(entry.getValue())
                        .anyMatch(it -> it.getClassName().contains("ConfinedGuest"))));
  }

  @Test
  void programsInOnePipelineRunSideBySide() {
    int count = 12;
    PipelineSpec.Builder spec = PipelineSpec.builder("chain");
    Map<String, Object> wrap = file("pairs.wat");
    for (int i = 0; i < count; i++) {
      spec.node(NodeBench.node("n" + i, wrap, POLICY));
      if (i > 0) {
        spec.connect("n" + (i - 1), "n" + i);
      }
    }
    Pipeline pipeline = Pipeline.of(spec.build(), bench.registry());
    RunResult result =
        pipeline.run(
            Input.of(LongStream.range(0, 1 << count).boxed().toList()), RunOptions.DEFAULT);
    assertThat(result.outputs()).hasSize(1);
  }

  @Test
  void cancelledRunStopsAProgramThatWaitsAndOneThatComputes() {
    for (String wat :
        List.of(
            "pairs.wat", program("(drop (call $take)) (loop (br 0))"), program("(loop (br 0))"))) {
      Pipeline pipeline =
          new NodeBench(directory, GuestLimits.DEFAULT, Grants.none()).pipeline(file(wat), POLICY);
      try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
        runtime.blockOn(() -> {
          Channel<Object> items = Channel.unbounded();
          items.send(1L);
          PipelineRun run =
              pipeline.start(Async.currentRuntime(), Input.of(items), RunOptions.DEFAULT);
          Async.sleep(Duration.ofMillis(50));
          run.cancel("enough");
          assertThat(run.await().status()).isEqualTo(RunResult.Status.CANCELLED);
        });
      }
      noProgramIsLeft();
    }
  }

  @Test
  void endlessLoopBetweenItemsIsStopped() {
    hurry(Duration.ofMillis(200));
    RunResult result =
        bench.run(file(program("(drop (call $take)) (loop (br 0))")), POLICY, List.of(1L, 2L));
    assertThat(result.errors().getFirst().message())
        .startsWith("node 'guest' failed at item 0: guest 'guest' was stopped: a call took longer");
  }

  @Test
  void waitingForItemsIsNotCounted() {
    hurry(Duration.ofMillis(700));
    NodeType slow =
        NodeType.function(
            "Slow",
            "Waits.",
            item -> {
              Async.sleep(Duration.ofSeconds(1));
              return item;
            });
    Pipeline pipeline =
        Pipeline.of(
            PipelineSpec.builder("slow")
                .node("slow", "Slow")
                .node(NodeBench.node("pairs", file("pairs.wat"), POLICY))
                .connect("slow", "pairs")
                .build(),
            bench.registry(slow));
    assertThat(pipeline.run(Input.of(List.of(1L)), RunOptions.DEFAULT).orThrow().outputs())
        .isEqualTo(List.of(List.of(1L)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (call $put (i32.const 2) (i32.const 200) (i32.const 14)) (call $exit (i32.const 3)) | ended with exit code 3; its last words: it went wrong
          (call $put (i32.const 2) (i32.const 200) (i32.const 13)) unreachable | Trapped on unreachable instruction; its last words: it went wrong
          (call $put (i32.const 1) (i32.const 300) (i32.const 8)) | gave what is not one value of JSON
          (loop (call $put (i32.const 1) (i32.const 9000) (i32.const 9000)) (br 0)) | 100000 bytes
          (drop (i32.load (i32.const -1))) | out of bounds memory access
          """)
  void failureIsToldWithTheLastWords(String body, String message) {
    for (String per : List.of("item", "run")) {
      RunResult result = bench.run(file(program(body), per), POLICY, List.of(1L));
      assertThat(result.status()).as(per).isEqualTo(RunResult.Status.FAILED);
      assertThat(result.errors().getFirst().message())
          .as(per)
          .startsWith("node 'guest' failed")
          .contains(message);
    }
  }

  @Test
  void exitWithoutErrorIsAnEnd() {
    String wat =
        program(
            "(call $put (i32.const 1) (i32.const 100) (i32.const 8)) (call $exit (i32.const 0))");
    assertThat(bench.run(file(wat), POLICY, List.of(1L, 2L)).outputs())
        .isEqualTo(List.of(List.of(1L), List.of(2L)));
    assertThat(bench.run(file(wat, "item"), POLICY, List.of(1L, 2L)).outputs())
        .isEqualTo(List.of(List.of(1L), List.of(2L), List.of(1L), List.of(2L)));
  }

  @Test
  void programPerItemObeysTheErrorPolicy() {
    String wat =
        program(
            """
            (drop (call $take))
            (if (i32.eq (i32.load8_u (i32.const 4096)) (i32.const 0x37)) (then unreachable))
            (call $put (i32.const 1) (i32.const 4096) (i32.load (i32.const 8)))
            """);
    RunResult result =
        bench.run(file(wat, "item"), POLICY.withOnError(OnError.SKIP), List.of(6L, 7L, 8L));
    assertThat(result.outputs()).isEqualTo(List.of(6L, 8L));
    assertThat(result.skipped()).singleElement().asString().contains("unreachable");
  }

  @Test
  void programSleepsOnTheRuntimesClock() {
    String sleeper =
        """
        (module
          (import "wasi_snapshot_preview1" "poll_oneoff"
            (func $poll (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "clock_time_get"
            (func $time (param i32 i64 i32) (result i32)))
          (memory (export "memory") 1)
          (func (export "_start")
            (i64.store (i32.const 24) (i64.const 3600000000000))
            (i32.store (i32.const 16) (i32.const 1))
            (drop (call $poll (i32.const 0) (i32.const 100) (i32.const 1) (i32.const 200)))
            (drop (call $time (i32.const 0) (i64.const 0) (i32.const 300)))
            (if (i64.lt_u (i64.load (i32.const 300)) (i64.const 3600000000000))
              (then unreachable))))
        """;
    VirtualClock clock = VirtualClock.automatic();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().backend(AsyncRuntime.Backend.EVENT_LOOP).clock(clock).build()) {
      NodeBench timed =
          new NodeBench(directory, bench.limits, Grants.none().clockOf(runtime, Instant.EPOCH));
      RunResult result =
          NodeBench.run(runtime, timed.pipeline(file(sleeper), POLICY), Input.of(List.of(1L)));
      assertThat(result.orThrow().outputs()).isEmpty();
      assertThat(runtime.now()).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }
  }
}

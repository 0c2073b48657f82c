package dev.weft.executor.wasm;

import static dev.weft.executor.wasm.NodeBench.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.ExecutionPolicy.OnError;
import dev.weft.executor.ExecutionPolicy.Retry;
import dev.weft.executor.Input;
import dev.weft.executor.RunResult;
import dev.weft.runtime.AsyncRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WasmNodeTest {
  /** A function for each way to go wrong; what it does with other numbers is to give them back. */
  private static final String NAUGHTY =
      """
      (module
        (memory 1)
        (table $t 1 funcref)
        (func $deep (param i32) (result i32)
          (i32.add (i32.const 1) (call $deep (local.get 0))))
        (func (export "run") (param i32) (result i32)
          (if (i32.eq (local.get 0) (i32.const -1)) (then unreachable))
          (if (i32.eq (local.get 0) (i32.const -2)) (then (loop (br 0))))
          (if (i32.eq (local.get 0) (i32.const -3)) (then (drop (call $deep (i32.const 0)))))
          (if (i32.eq (local.get 0) (i32.const -4))
            (then
              (loop (br_if 0 (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
              unreachable))
          (if (i32.eq (local.get 0) (i32.const -5))
            (then (drop (i32.div_s (i32.const 1) (i32.const 0)))))
          (if (i32.eq (local.get 0) (i32.const -6))
            (then (i32.store (i32.const -8) (i32.const 1))))
          (if (i32.eq (local.get 0) (i32.const -7))
            (then
              (loop
                (br_if 0
                  (i32.ne (table.grow $t (ref.null func) (i32.const 100000)) (i32.const -1))))
              unreachable))
          (local.get 0)))
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
                .withOutputBytes(10_000),
            Grants.none());
  }

  private Map<String, Object> naughty() {
    return Map.of("file", bench.file(NAUGHTY), "export", "run");
  }

  @ParameterizedTest
  @EnumSource(names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void functionOverNumbersIsCalledForEachItem(AsyncRuntime.Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      RunResult result =
          NodeBench.run(
              runtime,
              bench.pipeline(
                  Map.of("file", bench.file("multiply.wat"), "export", "multiply"), POLICY),
              Input.of(List.of(5L, 7L, -3L)));
      assertThat(result.orThrow().outputs()).isEqualTo(List.of(15L, 21L, -9L));
    }
  }

  @Test
  void severalParametersAreAListAndSeveralResultsToo() {
    String file =
        bench.file(
            """
            (module
              (func (export "mix") (param i32 f64 f32) (result f64 i32)
                (f64.mul (local.get 1) (f64.promote_f32 (local.get 2)))
                (i32.add (local.get 0) (i32.const 1))))
            """);
    assertThat(
            bench
                .run(
                    Map.of("file", file, "export", "mix"),
                    POLICY,
                    List.of(List.of(1L, 1.5, 2L), List.of(-7L, 3L, 0.5)))
                .orThrow()
                .outputs())
        .isEqualTo(List.of(List.of(3.0, 2L), List.of(1.5, -6L)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1 | TRAP      | Trapped on unreachable instruction
          -2 | TIME      | took longer than 200ms
          -3 | RECURSION | nested too deep
          -4 | TRAP      | Trapped on unreachable instruction
          -5 | TRAP      | integer divide by zero
          -6 | TRAP      | out of bounds memory access
          -7 | TRAP      | Trapped on unreachable instruction
          """)
  void failureNamesNodeAndItemAndOthersGoOn(
      long bad, GuestException.Reason reason, String message) {
    if (reason == GuestException.Reason.TIME) {
      bench =
          new NodeBench(
              directory, bench.limits.withCallTime(Duration.ofMillis(200)), Grants.none());
    }
    RunResult result =
        bench.run(naughty(), POLICY.withOnError(OnError.SKIP), List.of(1L, bad, 2L, bad, 3L));
    assertThat(result.outputs()).isEqualTo(List.of(1L, 2L, 3L));
    assertThat(result.skipped())
        .hasSize(2)
        .allSatisfy(error -> {
          assertThat(error.message()).startsWith("node 'guest' failed at item ").contains(message);
          assertThat(error.cause())
              .isInstanceOfSatisfying(
                  GuestException.class, it -> assertThat(it.reason()).isEqualTo(reason));
        });
  }

  @Test
  void firstFailureEndsTheRunUnlessThePolicySaysOtherwise() {
    RunResult result = bench.run(naughty(), POLICY, List.of(1L, 2L, -1L, 3L));
    assertThat(result.status()).isEqualTo(RunResult.Status.FAILED);
    assertThat(result.outputs()).isEqualTo(List.of(1L, 2L));
    assertThat(result.errors().getFirst().message())
        .startsWith("node 'guest' failed at item 2: guest 'guest' failed: ");
  }

  @Test
  void retryGetsAFreshInstance() {
    String onceOnly =
        bench.file(
            """
            (module
              (global $calls (mut i32) (i32.const 0))
              (func (export "run") (param i32) (result i32)
                (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
                (if (i32.eq (global.get $calls) (i32.const 3)) (then unreachable))
                (global.get $calls)))
            """);
    RunResult result =
        bench.run(
            Map.of("file", onceOnly, "export", "run"),
            POLICY
                .withOnError(OnError.RETRY)
                .withRetry(Retry.DEFAULT.withBackoff(Duration.ofMillis(1))),
            List.of(9L, 9L, 9L, 9L, 9L));
    assertThat(result.orThrow().outputs()).isEqualTo(List.of(1L, 2L, 1L, 2L, 1L));
  }

  @Test
  void timeoutOfThePolicyStopsTheGuest() {
    NodeBench patient = new NodeBench(directory, GuestLimits.DEFAULT, Grants.none());
    RunResult result =
        patient.run(
            naughty(),
            POLICY.withTimeout(Duration.ofMillis(500)).withOnError(OnError.SKIP),
            List.of(1L, -2L, 3L));
    assertThat(result.outputs()).isEqualTo(List.of(1L, 3L));
    assertThat(result.skipped().getFirst().message()).contains("timed out after 500ms");
  }

  @Test
  void itemsThatDoNotFitAreRefusedAndBreakNothing() {
    RunResult result =
        bench.run(
            naughty(),
            POLICY.withOnError(OnError.SKIP),
            List.of(1L << 40, "x", 1.5, List.of(1L, 2L), 4.0, Map.of()));
    assertThat(result.outputs()).isEqualTo(List.of(4L));
    assertThat(result.skipped().stream().map(it -> it.message()))
        .containsExactly(
            "node 'guest' failed at item 0: 1099511627776 does not fit the function's parameter of 32 bits",
            "node 'guest' failed at item 1: expected a number, got the string \"x\"",
            "node 'guest' failed at item 2: expected a whole number of 64 bits, got 1.5",
            "node 'guest' failed at item 3: expected a number, got a list of 2",
            "node 'guest' failed at item 5: expected a number, got an object");
  }

  @Test
  void numberThatJsonDoesNotHaveIsAnError() {
    String file =
        bench.file(
            "(module (func (export \"f\") (param f64) (result f64) (f64.sqrt (local.get 0))))");
    RunResult result =
        bench.run(
            Map.of("file", file, "export", "f"),
            POLICY.withOnError(OnError.SKIP),
            List.of(4L, -1L));
    assertThat(result.outputs()).isEqualTo(List.of(2.0));
    assertThat(result.skipped().getFirst().message()).contains("the function gave NaN");
  }

  @Test
  void concurrentCallsHaveInstancesOfTheirOwnAndKeepOrder() {
    List<Long> items = LongStream.range(0, 2000).boxed().toList();
    assertThat(
            bench
                .run(
                    Map.of("file", bench.file("multiply.wat"), "export", "multiply"),
                    POLICY.withConcurrency(8),
                    items)
                .orThrow()
                .outputs())
        .isEqualTo(items.stream().map(it -> it * 3).toList());
  }

  @Test
  void functionOverTextIsGivenItThroughMemory() {
    String text = "grüße ".repeat(100);
    assertThat(
            bench
                .run(
                    Map.of("file", bench.file("shout.wat"), "export", "shout", "values", "text"),
                    POLICY,
                    List.of("hello", "", text))
                .orThrow()
                .outputs())
        .isEqualTo(List.of("HELLO", "", text.replace("gr", "GR").replace("e", "E")));
  }

  @Test
  void functionOverBytesAndJsonToo() {
    String file = bench.file("shout.wat");
    assertThat(
            bench
                .run(
                    Map.of("file", file, "export", "shout", "values", "bytes"),
                    POLICY,
                    List.of(new byte[] {1, 'a', -1}))
                .orThrow()
                .outputs())
        .singleElement()
        .isEqualTo(new byte[] {1, 'A', -1});
    assertThat(
            bench
                .run(
                    Map.of("file", file, "export", "shout", "values", "json"),
                    POLICY,
                    List.of(Map.of("key", List.of("value", 1L))))
                .orThrow()
                .outputs())
        .isEqualTo(List.of(Map.of("KEY", List.of("VALUE", 1L))));
  }

  private static String answering(String body) {
    return """
    (module
      (memory (export "memory") 1)
      (data (i32.const 8) "1 2\\ff")
      (func (export "alloc") (param i32) (result i32) (i32.const 1024))
      (func (export "f") (param i32 i32) (result i64) %s))
    """
        .formatted(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          json | (i64.const 0x800000003)      | more than one value
          json | (i64.const 0x800000002)      | ok
          json | (i64.const 0x800000000)      | nothing
          text | (i64.const 0x800000004)      | are not UTF-8
          text | (i64.const 0x0000FFFF00000008) | out of bounds memory access
          text | (i64.const 0x800002711)      | gave more than 10000 bytes
          text | (i64.const 0x8FFFFFFFF)      | gave more than 10000 bytes
          """)
  void whatAFunctionGivesBackIsChecked(String values, String body, String message) {
    RunResult result =
        bench.run(
            Map.of("file", bench.file(answering(body)), "export", "f", "values", values),
            POLICY.withOnError(OnError.SKIP),
            List.of("a"));
    if (message.equals("ok")) {
      assertThat(result.outputs()).isEqualTo(List.of(1L));
    } else {
      assertThat(result.skipped()).singleElement().asString().contains(message);
    }
  }

  @Test
  void packedZeroDropsTheItem() {
    RunResult result =
        bench.run(
            Map.of("file", bench.file(answering("(i64.const 0)")), "export", "f", "values", "text"),
            POLICY,
            List.of("a", "b"));
    assertThat(result.orThrow().outputs()).isEmpty();
    assertThat(Objects.requireNonNull(result.metrics().get("guest")).dropped()).isEqualTo(2);
  }

  @Test
  void itemLargerThanTheGuestsMemoryIsAnError() {
    RunResult result =
        bench.run(
            Map.of("file", bench.file("shout.wat"), "export", "shout", "values", "text"),
            POLICY.withOnError(OnError.SKIP),
            List.of("x".repeat(5 << 20), "y"));
    assertThat(result.outputs()).isEqualTo(List.of("Y"));
    assertThat(result.skipped().getFirst().message()).contains("no memory for an item of 5242880");
  }
}

package dev.weft.executor.wasm;

import static dev.weft.executor.wasm.NodeBench.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.RunResult;
import dev.weft.executor.wasm.GuestException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules made to do harm. */
class AttackTest {
  @TempDir private Path directory;

  private NodeBench bench(GuestLimits limits, Grants grants) {
    return new NodeBench(directory, limits, grants);
  }

  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    do {
      int low = (int) (rest & 0x7F);
      rest >>>= 7;
      out.write(rest == 0 ? low : low | 0x80);
    } while (rest != 0);
  }

  private static void section(ByteArrayOutputStream out, int id, byte[] content) {
    out.write(id);
    number(out, content.length);
    out.writeBytes(content);
  }

  /** A module of so many equal functions, the first of which is exported as "run". */
  private static byte[] module(int functions, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    section(out, 1, new byte[] {1, 0x60, 1, 0x7F, 1, 0x7F});
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    number(types, functions);
    types.writeBytes(new byte[functions]);
    section(out, 3, types.toByteArray());
    section(out, 7, new byte[] {1, 3, 'r', 'u', 'n', 0, 0});
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    number(code, functions);
    for (int i = 0; i < functions; i++) {
      number(code, body.length);
      code.writeBytes(body);
    }
    section(out, 10, code.toByteArray());
    return out.toByteArray();
  }

  private Map<String, Object> write(byte[] module) throws IOException {
    Path file = Files.write(directory.resolve("attack.wasm"), module);
    return Map.of("file", file.toString(), "export", "run");
  }

  /** 50,000 locals, then the parameter. */
  private static final byte[] LOCALS = {1, (byte) 0xD0, (byte) 0x86, 3, 0x7F, 0x20, 0, 0x0B};

  @Test
  void localsThatAFewBytesDeclareTakeNoMemory() throws IOException {
    byte[] bomb = module(20_000, LOCALS);
    assertThat(bomb).hasSizeLessThan(400_000);
    assertThat(LocalsScan.count(module(3, LOCALS))).isEqualTo(150_000);
    assertThat(bench(GuestLimits.DEFAULT, Grants.none()).problem(write(bomb)))
        .contains("more than 4000000 local variables");
  }

  @Test
  void functionWithManyLocalsWorks() throws IOException {
    assertThat(
            bench(GuestLimits.DEFAULT, Grants.none())
                .run(write(module(1, LOCALS)), POLICY, List.of(7L))
                .orThrow()
                .outputs())
        .isEqualTo(List.of(7L));
  }

  @Test
  void deeplyNestedBlocksAndFunctionsTooLargeForTheJvmWork() throws IOException {
    ByteArrayOutputStream nested = new ByteArrayOutputStream();
    nested.write(0);
    for (int i = 0; i < 3000; i++) {
      nested.writeBytes(new byte[] {0x02, 0x40});
    }
    for (int i = 0; i < 3000; i++) {
      nested.write(0x0B);
    }
    for (int i = 0; i < 30_000; i++) {
      nested.writeBytes(new byte[] {0x41, 1, 0x1A});
    }
    nested.writeBytes(new byte[] {0x20, 0, 0x0B});
    assertThat(
            bench(GuestLimits.DEFAULT, Grants.none())
                .run(write(module(3, nested.toByteArray())), POLICY, List.of(7L))
                .orThrow()
                .outputs())
        .isEqualTo(List.of(7L));
  }

  private RunResult run(NodeBench bench, String wat) {
    return bench.run(Map.of("file", bench.file(wat), "export", "run"), POLICY, List.of(1L));
  }

  private static final String RUN =
      "(func (export \"run\") (param i32) (result i32) (local.get 0))";

  @Test
  void endlessLoopInTheStartFunctionIsStopped() {
    NodeBench hasty =
        bench(GuestLimits.DEFAULT.withCallTime(Duration.ofMillis(200)), Grants.none());
    RunResult result = run(hasty, "(module (func $s (loop (br 0))) (start $s) " + RUN + ")");
    assertThat(result.errors().getFirst().message())
        .startsWith("node 'guest' could not be initialized: guest 'guest' was stopped");
  }

  @Test
  void dataAndElementsOutsideOfTheirPlaceAreATrap() {
    NodeBench bench = bench(GuestLimits.DEFAULT, Grants.none());
    for (String wat :
        List.of(
            "(module (memory 1) (data (i32.const 65535) \"ab\") " + RUN + ")",
            "(module (memory 1) (data (i32.const -1) \"ab\") " + RUN + ")",
            "(module (table 1 funcref) (func $f) (elem (i32.const 1) $f) " + RUN + ")")) {
      RunResult result = run(bench, wat);
      assertThat(result.errors().getFirst().cause())
          .isInstanceOfSatisfying(
              GuestException.class, it -> assertThat(it.reason()).isEqualTo(Reason.TRAP));
    }
  }

  @Test
  void recursionThatEndsInTheHostDoesNotBreakTheHost() {
    NodeBench bench = bench(GuestLimits.DEFAULT, Grants.none());
    String wat =
        """
        (module
          (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "clock_time_get"
            (func $time (param i32 i64 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_write"
            (func $write (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_prestat_get"
            (func $prestat (param i32 i32) (result i32)))
          (memory (export "memory") 1)
          (func $deep (export "run") (param i32) (result i32)
            (drop (call $deep (i32.const 0)))
            (drop (call $random (i32.const 32) (i32.const 8)))
            (local.get 0))
          (func $host (param i32) (result i32)
            (drop (call $random (i32.const 32) (i32.const 8)))
            (drop (call $time (i32.const 0) (i64.const 0) (i32.const 16)))
            (drop (call $prestat (i32.const 7) (i32.const 0)))
            (i32.store (i32.const 4) (i32.const 1))
            (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (drop (call $host (i32.const 0)))
            (local.get 0))
          (func (export "host") (param i32) (result i32) (call $host (local.get 0))))
        """;
    String file = bench.file(wat);
    for (String export : List.of("run", "host")) {
      RunResult result = bench.run(Map.of("file", file, "export", export), POLICY, List.of(1L));
      assertThat(result.errors().getFirst().cause())
          .isInstanceOfSatisfying(
              GuestException.class,
              it -> assertThat(it.reason()).as(it.getMessage()).isEqualTo(Reason.RECURSION));
    }
    assertThat(
            bench
                .run(Map.of("file", bench.file("wrap.wat"), "per", "item"), POLICY, List.of(1L))
                .orThrow()
                .outputs())
        .hasSize(1);
  }

  @Test
  void sleepOnTheRealClockIsStopped() {
    NodeBench hasty =
        bench(
            GuestLimits.DEFAULT.withCallTime(Duration.ofMillis(200)), Grants.none().systemClock());
    RunResult result =
        run(
            hasty,
            """
            (module
              (import "wasi_snapshot_preview1" "poll_oneoff"
                (func $poll (param i32 i32 i32 i32) (result i32)))
              (memory 1)
              (func (export "run") (param i32) (result i32)
                (i64.store (i32.const 24) (i64.const 3600000000000))
                (call $poll (i32.const 0) (i32.const 100) (i32.const 1) (i32.const 200))))
            """);
    assertThat(result.errors().getFirst().message()).contains("took longer than 200ms");
  }

  @Test
  void manyGuestsThatGrowToTheirLimitLeaveNothingBehind() {
    NodeBench bench = bench(GuestLimits.DEFAULT.withMemoryBytes(64 << 20), Grants.none());
    Map<String, Object> params =
        Map.of(
            "file",
            bench.file(
                """
                (module (memory 1)
                  (func (export "run") (param i32) (result i32)
                    (loop (br_if 0 (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
                    (memory.size)))
                """),
            "export",
            "run");
    for (int i = 0; i < 100; i++) {
      assertThat(bench.run(params, POLICY, List.of(1L)).orThrow().outputs())
          .isEqualTo(List.of(1024L));
    }
  }
}

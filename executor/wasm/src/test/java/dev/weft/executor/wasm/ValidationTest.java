package dev.weft.executor.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a module is found before anything runs. */
class ValidationTest {
  @TempDir private Path directory;
  private NodeBench bench;

  @BeforeEach
  void setUp() {
    bench =
        new NodeBench(
            directory,
            GuestLimits.DEFAULT.withMemoryBytes(1 << 20).withModuleBytes(1000),
            Grants.none());
  }

  private String problem(String wat) {
    return bench.problem(Map.of("file", bench.file(wat), "export", "run"));
  }

  @Test
  void missingFileIsTold() {
    assertThat(bench.problem(Map.of("file", "no/such.wasm", "export", "run")))
        .contains("nodes[0].wasm.file: there is no such file, got \"")
        .contains("no/such.wasm");
    assertThat(bench.problem(Map.of("file", directory.toString(), "export", "run")))
        .contains("this is not a file");
  }

  @Test
  void whatIsNoModuleIsTold() throws IOException {
    Path text = Files.writeString(directory.resolve("text.wasm"), "(module)");
    assertThat(bench.problem(Map.of("file", text.toString(), "export", "run")))
        .contains("not a WebAssembly module")
        .contains("wat2wasm");
    byte[] broken = Wat.compile("(module (func (export \"run\")))");
    broken[broken.length - 1] = 0x42;
    Path malformed = Files.write(directory.resolve("broken.wasm"), broken);
    assertThat(bench.problem(Map.of("file", malformed.toString(), "export", "run")))
        .contains("the module is malformed: ");
    Path large = Files.write(directory.resolve("large.wasm"), new byte[2000]);
    assertThat(bench.problem(Map.of("file", large.toString(), "export", "run")))
        .contains("larger than the limit of 1000 bytes");
  }

  @Test
  void everyBrokenByteIsAFaultOrAModuleButNeverAnError() throws IOException {
    byte[] whole =
        Wat.compile(
            """
            (module (memory 1) (table 2 funcref) (global (mut i32) (i32.const 1))
              (func (export "run") (param i32) (result i32)
                (block (loop (br_if 1 (local.get 0)))) (i32.add (local.get 0) (i32.const 1)))
              (data (i32.const 1) "abc"))
            """);
    Path file = directory.resolve("fuzzed.wasm");
    NodeBench quick =
        new NodeBench(directory, bench.limits.withCallTime(Duration.ofMillis(100)), Grants.none());
    for (int i = 4; i < whole.length; i++) {
      for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
        byte[] changed = whole.clone();
        changed[i] = (byte) value;
        Files.write(file, changed);
        Map<String, String> params = Map.of("file", file.toString(), "export", "run");
        if (quick.problem(params).equals("[]")) {
          RunResult result = quick.run(params, NodeBench.POLICY, List.of(3L));
          assertThat(result.errors())
              .allSatisfy(error -> assertThat(error.cause()).isInstanceOf(GuestException.class));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (module (func (export "other") (param i32) (result i32) (local.get 0)))     | nodes[0].wasm.export: the module exports no function of that name, got "run"; it exports other
          (module (memory (export "run") 1))                                          | exports no function of that name
          (module (func (export "run")))                                              | the function is () -> nothing
          (module (func (export "run") (param i32)))                                  | the function is (i32) -> nothing
          (module (func (export "run") (result i32) (i32.const 1)))                   | the function is () -> i32
          (module (func (export "run") (param externref) (result i32) (i32.const 1))) | must take numbers
          (module (import "env" "f" (func)) (func (export "run") (param i32) (result i32) (local.get 0))) | imports 'f' from 'env', which it is not given
          (module (import "env" "m" (memory 1)))                                      | imports 'm' from 'env', which it is not given
          (module (import "wasi_snapshot_preview1" "fd_fly" (func)))                  | imports 'fd_fly' from 'wasi_snapshot_preview1', which it is not given
          (module (import "wasi_snapshot_preview1" "fd_close" (func)))                | imports 'fd_close' from 'wasi_snapshot_preview1' as () -> nothing, which is (i32) -> i32
          (module (memory 17))                                                        | wants 17 pages of memory to start with, 16 is the limit
          (module (table 1000001 funcref))                                            | wants tables of 1000001 entries
          """)
  void whatAModuleMustNotBeIsTold(String wat, String message) {
    assertThat(problem(wat)).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (module (func (export "run") (param i32) (result i32) (local.get 0)))                  | must take (i32, i32) -> i64
          (module (func (export "run") (param i32 i32) (result i64) (i64.const 0)))              | does not export its memory
          (module (memory (export "m") 1) (func (export "run") (param i32 i32) (result i64) (i64.const 0))) | exports no function 'alloc' of type (i32) -> i32
          (module (memory (export "m") 1) (func (export "alloc") (param i32) (result i32) (i32.const 0)) (func (export "dealloc")) (func (export "run") (param i32 i32) (result i64) (i64.const 0))) | exports 'dealloc' as () -> nothing
          """)
  void whatAFunctionOverTextNeedsIsTold(String wat, String message) {
    assertThat(bench.problem(Map.of("file", bench.file(wat), "export", "run", "values", "text")))
        .contains(message);
  }

  @Test
  void whatIsNoProgramIsTold() {
    assertThat(bench.problem(Map.of("file", bench.file("(module)")))).contains("no WASI program");
    assertThat(
            bench.problem(
                Map.of("file", bench.file("(module (func (export \"_start\") (param i32)))"))))
        .contains("'_start' is (i32) -> nothing");
    assertThat(
            bench.problem(
                Map.of(
                    "file",
                    bench.file("(module (func (export \"_start\")))"),
                    "arguments",
                    List.of(1L))))
        .contains("an argument is not a string");
  }

  @Test
  void namesWithoutEndAreCutShort() throws IOException {
    String name = "n".repeat(500);
    NodeBench roomy = new NodeBench(directory, GuestLimits.DEFAULT, Grants.none());
    assertThat(
            roomy.problem(
                Map.of(
                    "file",
                    roomy.file("(module (import \"" + name + "\" \"" + name + "\" (func)))"),
                    "export",
                    "run")))
        .hasSizeLessThan(600);
  }
}

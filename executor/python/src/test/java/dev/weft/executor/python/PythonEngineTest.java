package dev.weft.executor.python;

import static dev.weft.executor.python.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.ExecutionPolicy.OnError;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeError;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.Pipeline;
import dev.weft.executor.Problem;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.executor.wasm.GuestLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where code comes from, what is said of it, and what nodes are given. */
class PythonEngineTest {
  @TempDir private Path directory;

  private NodeSpec coded(String type, Map<String, Object> fields) {
    return NodeSpec.of("n", type, Map.of()).withCode(new NodeCode("python", fields));
  }

  private PythonEngine here() {
    return PythonEngine.of(PythonOptions.DEFAULT.base(directory));
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  @Test
  void codeComesFromAFileAModuleOrAWheel() throws IOException {
    Files.writeString(
        directory.resolve("shout.py"),
        """
        import weft
        from helpers.text import loud
        import pkgutil
        class Shout(weft.Node):
            def process(self, item):
                return loud(item) + pkgutil.get_data("helpers", "mark.txt").decode()
        """);
    Files.createDirectory(directory.resolve("lib"));
    Files.createDirectory(directory.resolve("lib/helpers"));
    Files.writeString(directory.resolve("lib/helpers/__init__.py"), "");
    Files.writeString(
        directory.resolve("lib/helpers/text.py"), "def loud(x):\n    return x.upper()\n");
    Files.writeString(directory.resolve("lib/helpers/mark.txt"), "!");
    assertThat(
            run(
                    pipeline(
                        here(), coded("Shout", Map.of("file", "shout.py", "path", List.of("lib")))),
                    "a")
                .outputs())
        .containsExactly("A!");
    try (OutputStream out = Files.newOutputStream(directory.resolve("helpers.whl"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("helpers/__init__.py", "helpers/text.py", "helpers/mark.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Files.readAllBytes(directory.resolve("lib").resolve(name)));
      }
      zip.putNextEntry(new ZipEntry("entry.py"));
      zip.write(Files.readAllBytes(directory.resolve("shout.py")));
    }
    assertThat(
            run(
                    pipeline(
                        here(),
                        coded("Shout", Map.of("module", "entry", "path", List.of("helpers.whl")))),
                    "b")
                .outputs())
        .containsExactly("B!");
  }

  @Test
  void codeMayBeAResource() {
    assertThat(
            run(pipeline(here(), coded("Twice", Map.of("resource", "nodes/twice.py"))), 4L)
                .outputs())
        .containsExactly(8L);
  }

  @Test
  void mistakesAreFoundAtValidation() throws IOException {
    Files.writeString(directory.resolve("broken.py"), "import weft\n\ndef f(:\n    pass\n");
    Files.writeString(directory.resolve("raises.py"), "import weft\nx = 1 / 0\n");
    Files.writeString(
        directory.resolve("other.py"),
        "import weft\nclass A(weft.Node):\n    def process(self, x): return x\n");
    PythonEngine engine = here();
    assertThat(texts(problems(engine, coded("N", Map.of("file", "broken.py")))))
        .containsExactly(
            "nodes[0].python.file: SyntaxError: invalid syntax (broken.py:3), got \"broken.py:3\"; mend the line: def f(:");
    assertThat(texts(problems(engine, coded("N", Map.of("file", "raises.py")))))
        .containsExactly(
            "nodes[0].python.file: ZeroDivisionError: division by zero (raises.py:2), got \"raises.py:2\"; mend line 2: x = 1 / 0");
    assertThat(texts(problems(engine, coded("B", Map.of("file", "other.py")))))
        .containsExactly(
            "nodes[0].python.file: there is no class 'B' in the code, got \"other.py\"; name one of its nodes as the node_type: A");
    assertThat(texts(problems(engine, coded("N", Map.of("file", "none.py")))))
        .containsExactly(
            "nodes[0].python.file: there is no such file, got \"none.py\"; check the path");
    assertThat(texts(problems(engine, coded("N", Map.of("flie", "none.py")))))
        .containsExactly(
            "nodes[0].python.flie: unknown field of 'python', got \"flie\"; use file, module, source, resource or path");
    assertThat(texts(problems(engine, coded("N", Map.of("module", "no_such_module")))).getFirst())
        .contains("ModuleNotFoundError: No module named 'no_such_module'");
    assertThat(
            texts(problems(engine, node("n", "N", Map.of(), "class N(weft.Node):\n    pass\n")))
                .getFirst())
        .contains("TypeError: N has no process(self, item), nor produce(self)");
    assertThat(
            texts(
                    problems(
                        PythonEngine.of(
                            PythonOptions.DEFAULT.limits(
                                GuestLimits.DEFAULT.withMemoryBytes(72 << 20))),
                        node("n", "N", Map.of(), "x = bytearray(100 << 20)\n")))
                .getFirst())
        .contains("MemoryError");
  }

  @Test
  void declaredParamsAreChecked() {
    String source =
        """
        class N(weft.Node):
            '''Scales.

            More words.
            '''
            params = {
                "factor": float,
                "mode": weft.Param(str, choices=("up", "down"), default="up"),
                "limit": weft.Param(int, min=1, max=10, optional=True),
            }
            def process(self, item):
                return [item * self.config["factor"], self.config["mode"], "limit" in self.config]
        """;
    assertThat(texts(problems(ENGINE, node("n", "N", Map.of("factro", 2L, "limit", 11L), source))))
        .hasSize(3)
        .anyMatch(it -> it.contains("did you mean 'factor'?"))
        .anyMatch(it -> it.contains("integer from 1 to 10"));
    assertThat(run(pipeline(ENGINE, node("n", "N", Map.of("factor", 2L), source)), 3L).outputs())
        .containsExactly(List.of(6L, "up", false));
  }

  @Test
  void errorsTellWhereInTheCodeAndWhichItem() {
    RunResult result =
        run(
            """
            class N(weft.Node):
                def process(self, item):
                    return self.deeper(item)
                def deeper(self, item):
                    if item == 2:
                        raise weft.ItemError("no twos here")
                    return 10 // item
            """,
            ExecutionPolicy.DEFAULT.withOnError(OnError.SKIP),
            1L,
            2L,
            0L,
            5L);
    assertThat(result.outputs()).containsExactly(10L, 2L);
    assertThat(result.skipped())
        .extracting(NodeError::message)
        .containsExactly(
            "node 'n' failed at item 1: no twos here",
            "node 'n' failed at item 2: ZeroDivisionError: integer division or modulo by zero (source of 'n':8)");
    PythonException error = (PythonException) result.skipped().getLast().cause();
    assertThat(error.kind()).isEqualTo("ZeroDivisionError");
    assertThat(error.line()).isEqualTo(8);
    assertThat(error.details())
        .startsWith(
            "Traceback (most recent call last):\n  File \"source of 'n'\", line 4, in process")
        .contains("    return self.deeper(item)")
        .endsWith("ZeroDivisionError: integer division or modulo by zero");
  }

  @Test
  void retriesAndItemsKeepTheirIndex() {
    RunResult result =
        run(
            """
            class N(weft.Node):
                def initialize(self):
                    self.tried = 0
                def process(self, item):
                    self.tried += 1
                    if item == 2 and self.tried < 5:
                        raise ValueError("not yet")
                    return [item, weft.current_item().index, weft.current_item().node]
            """,
            ExecutionPolicy.DEFAULT.withRetry(
                ExecutionPolicy.Retry.DEFAULT.withAttempts(5).withBackoff(Duration.ZERO)),
            1L,
            2L,
            3L);
    assertThat(result.outputs())
        .containsExactly(List.of(1L, 0L, "n"), List.of(2L, 1L, "n"), List.of(3L, 2L, "n"));
  }

  @Test
  void stateLastsInItsSession() {
    Pipeline pipeline =
        pipeline(
            ENGINE,
            node(
                "n",
                "N",
                Map.of(),
                """
                class N(weft.Node):
                    def process(self, item):
                        seen = self.state.setdefault("seen", [])
                        seen.append(item)
                        if item == "gone":
                            del self.state["seen"]
                        return [self.session, list(seen), "seen" in self.state, len(self.state)]
                """));
    RunOptions a = RunOptions.DEFAULT.session("a");
    RunOptions b = RunOptions.DEFAULT.session("b");
    assertThat(run(pipeline, a, 1L).outputs()).containsExactly(List.of("a", List.of(1L), true, 1L));
    assertThat(run(pipeline, b, 2L).outputs()).containsExactly(List.of("b", List.of(2L), true, 1L));
    assertThat(run(pipeline, a, 3L, "gone").outputs())
        .containsExactly(
            List.of("a", List.of(1L, 3L), true, 1L),
            List.of("a", List.of(1L, 3L, "gone"), false, 0L));
    assertThat(run(pipeline, a, 4L).outputs()).containsExactly(List.of("a", List.of(4L), true, 1L));
  }

  @Test
  void stateThatIsTooLargeIsAnError() {
    RunResult result =
        run(
            """
            class N(weft.Node):
                def process(self, item):
                    self.state["x"] = "y" * (17 << 20)
                    return item
            """,
            ExecutionPolicy.DEFAULT,
            1L);
    assertThat(result.errors().getFirst().message())
        .contains("state['x'] would take")
        .contains("16777216 is the limit");
  }

  @Test
  void whatANodeSaysReachesTheLog() {
    outputs(
        """
        import logging, sys
        class N(weft.Node):
            def process(self, item):
                self.log.warning("careful with %s", item)
                print("printed", item, end="")
                logging.getLogger("mine").debug("detail {0}")
                return item
        """,
        "logged-item");
    assertThat(Journal.lines("logged-item"))
        .containsExactly(
            "WARNING node 'n': careful with logged-item", "INFO node 'n': printed logged-item");
    assertThat(Journal.lines("detail {0}")).containsExactly("DEBUG node 'n': detail {0}");
  }

  @Test
  void imagesAreKeptAndBrokenOnesAreMadeAnew() throws IOException {
    Path cache = directory.resolve("cache");
    PythonOptions options = PythonOptions.DEFAULT.cache(cache);
    NodeSpec node =
        node("n", "N", Map.of(), "class N(weft.Node):\n    def process(self, x): return x + 1\n");
    assertThat(run(pipeline(PythonEngine.of(options), node), 1L).outputs()).containsExactly(2L);
    assertThat(run(pipeline(PythonEngine.of(options), node), 1L).outputs()).containsExactly(2L);
    List<Path> files;
    try (Stream<Path> all = Files.list(cache)) {
      files = all.toList();
    }
    assertThat(files).anyMatch(it -> it.getFileName().toString().startsWith("node-"));
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
    assertThat(run(pipeline(PythonEngine.of(options), node), 1L).outputs()).containsExactly(2L);
    for (Path file : files) {
      Files.write(file, "no image".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(run(pipeline(PythonEngine.of(options), node), 1L).outputs()).containsExactly(2L);
    Path file = Files.createFile(directory.resolve("no-directory"));
    assertThat(
            run(pipeline(PythonEngine.of(PythonOptions.DEFAULT.cache(file)), node), 1L).outputs())
        .containsExactly(2L);
  }
}

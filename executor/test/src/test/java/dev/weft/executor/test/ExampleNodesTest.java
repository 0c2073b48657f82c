package dev.weft.executor.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weft.executor.test.CaseResult.Status;
import dev.weft.runtime.AsyncRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example nodes give the same on each engine. */
class ExampleNodesTest {
  private static final Path DIRECTORY = Path.of("examples", "nodes");

  /** More of the kind, which are no examples. */
  private static final Path OTHERS = Path.of("executor", "test", "src", "test", "nodes");

  /** What one of them imports, itself no node. */
  private static final Path IMPORTED = Path.of("helper_prices.py");

  private static final NodeTester EMBEDDED = Testers.embedded(NodeTester.LIMIT);
  private static final NodeTester TRANSLATED = Testers.translated();
  private static final Optional<NodeTester> INSTALLED = Testers.installed();

  @AfterAll
  static void close() {
    EMBEDDED.close();
    TRANSLATED.close();
    INSTALLED.ifPresent(NodeTester::close);
  }

  static List<Path> nodes() throws IOException {
    try (Stream<Path> examples = Files.list(DIRECTORY);
        Stream<Path> others = Files.list(OTHERS)) {
      return Stream.concat(examples, others)
          .filter(it -> it.toString().endsWith(".py") && !it.endsWith(IMPORTED))
          .sorted()
          .toList();
    }
  }

  private static CaseTable table(Path node) {
    String bare = node.getFileName().toString().replace(".py", "");
    return CaseTable.read(node, node.resolveSibling(bare + ".cases.json"));
  }

  private static void check(NodeTester tester, Path node) {
    List<String> failed =
        tester.test(table(node)).stream()
            .filter(it -> it.status() == Status.FAILED)
            .map(it -> it.name() + "\n    " + String.join("\n    ", it.notes()))
            .toList();
    assertThat(String.join("\n", failed)).isEmpty();
  }

  @Test
  void thereAreFortyAtLeastAndEachHasCases() throws IOException {
    assertThat(nodes()).hasSizeGreaterThan(40);
    assertThat(nodes())
        .allSatisfy(
            node -> assertThat(Path.of(node.toString().replace(".py", ".cases.json"))).exists());
  }

  /** One of each form; the others are slow. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "say_number",
        "ngrams",
        "enrich",
        "sliding_mean",
        "heartbeat",
        "fibonacci",
        "life_cycle",
        "deduplicate",
        "batch_timeout"
      })
  void embeddedGivesWhatIsWritten(String name) {
    check(EMBEDDED, DIRECTORY.resolve(name + ".py"));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("nodes")
  void embeddedGivesWhatIsWrittenForAll(Path node) {
    check(EMBEDDED, node);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say_number",
        "ngrams",
        "enrich",
        "sliding_mean",
        "heartbeat",
        "fibonacci",
        "life_cycle",
        "deduplicate"
      })
  void translatedGivesWhatIsWritten(String name) {
    check(TRANSLATED, DIRECTORY.resolve(name + ".py"));
  }

  /** One node on each backend; the slow tests have all of them. */
  @ParameterizedTest
  @EnumSource(AsyncRuntime.Backend.class)
  void eachBackendGivesTheSame(AsyncRuntime.Backend backend) {
    try (NodeTester embedded = Testers.embedded(backend);
        NodeTester translated = Testers.translated(backend)) {
      for (String name : List.of("ngrams", "sliding_mean", "life_cycle", "ttl_cache")) {
        check(embedded, DIRECTORY.resolve(name + ".py"));
        check(translated, DIRECTORY.resolve(name + ".py"));
      }
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(AsyncRuntime.Backend.class)
  void embeddedGivesWhatIsWrittenOnEachBackend(AsyncRuntime.Backend backend) throws IOException {
    try (NodeTester tester = Testers.embedded(backend)) {
      for (Path node : nodes()) {
        check(tester, node);
      }
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(AsyncRuntime.Backend.class)
  void translatedGivesWhatIsWrittenOnEachBackend(AsyncRuntime.Backend backend) throws IOException {
    try (NodeTester tester = Testers.translated(backend)) {
      for (Path node : nodes()) {
        checkTranslated(tester, node);
      }
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("nodes")
  void translatedGivesWhatIsWrittenForAll(Path node) {
    checkTranslated(TRANSLATED, node);
  }

  private static void checkTranslated(NodeTester tester, Path node) {
    for (CaseResult result : tester.test(table(node))) {
      String notes = String.join("\n", result.notes());
      if (result.status() == Status.LEFT_OUT || notes.startsWith("problems[0]: expected \"")) {
        continue;
      }
      assertThat(notes).as(result.name()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void installedPythonGivesWhatIsWritten(Path node) {
    assumeThat(INSTALLED).as("a CPython of 3.12 or newer").isPresent();
    INSTALLED.ifPresent(it -> check(it, node));
  }
}

package dev.weft.executor.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.test.CaseResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tester finds, and what it says of it. */
class NodeTesterTest {
  private static final NodeTester TESTER = Testers.embedded(NodeTester.LIMIT);

  private static final String HALF =
      """
      import asyncio
      import weft

      class Half(weft.Node):
          params = {"of": weft.Param(int, default=2)}
          async def process(self, item):
              await asyncio.sleep(0.5)
              return {"half": item / self.config["of"]}
      """;

  @TempDir private Path directory;

  @AfterAll
  static void close() {
    TESTER.close();
  }

  private CaseTable table(String source, String cases) throws IOException {
    return CaseTable.read(
        Files.writeString(directory.resolve("node.py"), source),
        Files.writeString(directory.resolve("node.cases.json"), "{\"cases\": [" + cases + "]}"));
  }

  private CaseResult result(String source, String cases) throws IOException {
    return TESTER.test(table(source, cases)).getFirst();
  }

  @Test
  void whatComesOutAsWrittenPasses() throws IOException {
    CaseResult result =
        result(
            HALF,
            """
            {"name": "a", "input": [3, 4],
             "expect": {"outputs": [{"half": 1.5}, {"half": 2.0}], "times": [0.5, 1.0]}}
            """);
    assertThat(result.notes()).isEmpty();
    assertThat(result.status()).isEqualTo(Status.PASSED);
  }

  @Test
  void eachDifferenceIsToldWithItsPlace() throws IOException {
    CaseResult result =
        result(
            HALF,
            """
            {"name": "a", "input": [3, 4, "x"],
             "expect": {"outputs": [{"half": 1}, {"whole": 2.0}, 7], "times": [0.5, 1.25],
                        "errors": [{"type": "ValueError", "message": "unsupported operand type(s) for /: 'str' and 'int'",
                                    "line": 8, "node": "node", "item": 1}]}}
            """);
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.notes())
        // A result may be held back for a millisecond.
        .extracting(it -> it.replace("got 1.001", "got 1.0"))
        .containsExactly(
            "outputs[0].half: expected 1, got 1.5",
            "outputs[1].whole: expected 2.0, got nothing",
            "outputs[1].half: expected nothing, got 2.0",
            "outputs[2]: expected 7, got nothing",
            "times[1]: expected 1.25, got 1.0",
            "errors[0].type: expected \"ValueError\", got \"TypeError\"",
            "errors[0].item: expected 1, got 2");
  }

  @Test
  void integersAreNoFloatsAndKeysHaveAnOrder() throws IOException {
    CaseResult result =
        result(
            """
            import weft

            class Order(weft.Node):
                def process(self, item):
                    return {"b": 1.0, "a": 1}
            """,
            """
            {"name": "a", "input": [0, 1],
             "expect": {"outputs": [{"b": 1, "a": 1}, {"a": 1, "b": 1.0}]}}
            """);
    assertThat(result.notes())
        .containsExactly(
            "outputs[0].b: expected 1, got 1.0",
            "outputs[1]: expected the keys in the order [a, b], got [b, a]");
  }

  @Test
  void caseWithoutExpectationFails() throws IOException {
    assertThat(result(HALF, "{\"name\": \"a\", \"input\": [1]}").notes())
        .containsExactly("expect: nothing is written down; write it, or have --record write it");
  }

  @Test
  void wrongParamsAreProblemsAndNothingElseIsCompared() throws IOException {
    CaseResult result =
        result(
            HALF,
            """
            {"name": "a", "input": [1], "params": {"off": 3}, "expect": {"outputs": [{"half": 0.5}]}}
            """);
    assertThat(result.notes())
        .singleElement()
        .asString()
        .startsWith("problems[0]: expected nothing, got \"params.off: ")
        .contains("of");
  }

  @Test
  void casesOfOtherEnginesAreLeftOut() throws IOException {
    CaseResult result =
        result(HALF, "{\"name\": \"a\", \"input\": [1], \"engines\": [\"python\"]}");
    assertThat(result.status()).isEqualTo(Status.LEFT_OUT);
    assertThat(result.notes()).containsExactly("only for python");
  }

  @Test
  void endlessComputingAndEndlessWaitingAreBounded() throws IOException {
    String endless =
        """
        import asyncio
        import weft

        class Endless(weft.Node):
            async def process(self, item):
                while True:
                    if item == "wait":
                        await asyncio.sleep(1)
        """;
    assertThat(
            result(
                    endless,
                    """
                    {"name": "a", "input": ["compute"], "limits": {"seconds": 1}, "expect": {}}
                    """)
                .notes())
        .singleElement()
        .asString()
        .contains("a call took longer than 1s");
    try (NodeTester hurried = Testers.embedded(Duration.ofSeconds(1))) {
      CaseTable waits = table(endless, "{\"name\": \"a\", \"input\": [\"wait\"], \"expect\": {}}");
      assertThat(hurried.test(waits).getFirst().notes())
          .anySatisfy(note -> assertThat(note).contains("it did not end within 1s"));
    }
  }

  @Test
  void largeOutputsAreComparedAndShownShort() throws IOException {
    CaseResult result =
        result(
            """
            import weft

            class Large(weft.Node):
                def process(self, item):
                    return "x" * item
            """,
            """
            {"name": "a", "input": [3000000], "expect": {"outputs": ["y"]}}
            """);
    assertThat(result.notes())
        .singleElement()
        .asString()
        .endsWith("… (3000002 characters)")
        .hasSizeLessThan(300);
  }

  @Test
  void manyDifferencesAreCounted() throws IOException {
    CaseResult result =
        result(
            """
            import weft

            class Many(weft.Node):
                def process(self, item):
                    for i in range(item):
                        yield i
            """,
            "{\"name\": \"a\", \"input\": [500], \"expect\": {\"outputs\": []}}");
    assertThat(result.notes()).hasSize(21).last().isEqualTo("… and 480 more differences");
  }

  @Test
  void runsOfASessionShareItsState() throws IOException {
    CaseResult result =
        result(
            """
            import weft

            class Count(weft.Node):
                def process(self, item):
                    self.state["n"] = self.state.get("n", 0) + item
                    return self.state["n"]
            """,
            """
            {"name": "a", "runs": [
              {"session": "x", "input": [1, 2], "expect": {"outputs": [1, 3]}},
              {"session": "y", "input": [5], "expect": {"outputs": [5]}},
              {"session": "x", "input": [1], "expect": {"outputs": [5]}}]}
            """);
    assertThat(result.notes()).containsExactly("runs[2].outputs[0]: expected 5, got 4");
  }

  @Test
  void valuesThatJsonHasNotAreThere() throws IOException {
    CaseResult result =
        result(
            """
            import weft

            class Same(weft.Node):
                def process(self, item):
                    return [type(item).__name__, item]
            """,
            """
            {"name": "a",
             "input": [{"$float": "nan"}, {"$float": "-inf"}, {"$bytes": "AAE="}],
             "expect": {"outputs": [["float", {"$float": "nan"}], ["float", {"$float": "-inf"}], ["bytes", {"$bytes": "AAE="}]]}}
            """);
    assertThat(result.notes()).isEmpty();
  }

  @Test
  void recordedTablePasses() throws IOException {
    CaseTable open =
        table(
            HALF,
            """
            {"name": "some", "input": [1, "x"], "execution": {"on_error": "dead_letter"}},
            {"name": "wrong", "params": {"of": "x"}, "input": [1]},
            {"name": "two", "runs": [{"input": [1]}, {"input": [3], "delays": [2]}]}
            """);
    Path file = Files.writeString(directory.resolve("node.cases.json"), TESTER.record(open, null));
    CaseTable recorded = CaseTable.read(open.node(), file);
    assertThat(TESTER.test(recorded))
        .allSatisfy(result -> assertThat(result.notes()).isEmpty())
        .extracting(CaseResult::status)
        .containsOnly(Status.PASSED);
    assertThat(TESTER.record(recorded, null)).isEqualTo(Files.readString(file));
    assertThat(Files.readString(file)).contains("\"times\": [2.5]").contains("\"problems\"");
  }

  @Test
  void siblingsCanBeImported() throws IOException {
    Files.writeString(directory.resolve("words.py"), "GREETING = 'hello'\n");
    List<CaseResult> results =
        TESTER.test(
            table(
                """
                import weft
                from words import GREETING

                class Greet(weft.Node):
                    def process(self, item):
                        return f"{GREETING} {item}"
                """,
                "{\"name\": \"a\", \"input\": [\"you\"], \"expect\": {\"outputs\": [\"hello you\"]}}"));
    assertThat(results.getFirst().notes()).isEmpty();
  }
}

package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
  private static final String CALCULATOR =
      Cli.chain(
          "multiply:MultiplyNode:\"params\": {\"factor\": 2}",
          "add:AddNode:\"params\": {\"addend\": 10}");
  private static final String GRAPH =
      "\"graph_info\": {\"node_count\": 2, \"source_count\": 1, \"sink_count\": 1,"
          + " \"execution_order\": [\"multiply\", \"add\"]}}\n";

  @TempDir private Path directory;

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtual-threads", "event-loop"})
  void manifestAndItemsMayComeTogether(String runtime) {
    Cli run = Cli.run(Cli.withInput(CALCULATOR, "[5, 7, 3]"), "run", "-", "--runtime", runtime);
    assertThat(run)
        .isEqualTo(new Cli(0, "{\"status\": \"success\", \"outputs\": [20, 24, 16], " + GRAPH, ""));
  }

  @Test
  void itemsMayComeFromAFileOrTheStandardInput() throws IOException {
    String manifest = file("calc.json", CALCULATOR);
    String expected = "{\"status\": \"success\", \"outputs\": [20, 24], " + GRAPH;
    assertThat(Cli.run("", "run", manifest, "-i", file("a.json", "[5, 7]")).out())
        .isEqualTo(expected);
    assertThat(Cli.run("5\n7\n", "run", manifest, "--input", "-").out()).isEqualTo(expected);
    assertThat(Cli.run(CALCULATOR, "run", "-", "-i", file("a.jsonl", "5\n7\n")).out())
        .isEqualTo(expected);
  }

  @Test
  void jsonlWritesALinePerResultAndNothingElse() {
    assertThat(Cli.run(Cli.withInput(CALCULATOR, "[5, 7, 3]"), "run", "-", "-o", "jsonl"))
        .isEqualTo(new Cli(0, "20\n24\n16\n", ""));
    assertThat(Cli.run(Cli.withInput(CALCULATOR, "[]"), "run", "-", "-o", "jsonl"))
        .isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void jsonlLosesNothingOfManyResults() throws IOException {
    String items =
        IntStream.range(0, 200_000).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    Cli run = Cli.run(items, "run", file("calc.json", CALCULATOR), "-i", "-", "-o", "jsonl");
    assertThat(run.out())
        .isEqualTo(
            IntStream.range(0, 200_000)
                .mapToObj(i -> (2 * i + 10) + "\n")
                .collect(Collectors.joining()));
  }

  @Test
  void manyResultsInOneObjectGoThroughAFile() throws IOException {
    String text = "\"" + "x".repeat(1_000) + "\"";
    String items = "[" + (text + ", ").repeat(9_999) + text + "]";
    Cli run = Cli.run(items, "run", file("p.json", Cli.chain("fussy:Fussy")), "--input", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"outputs\": " + items + ", \"graph_info\"");
  }

  @Test
  void severalSinksAlsoHaveAMap() throws IOException {
    String manifest =
        """
        {"version": "v1", "metadata": {"name": "fork"}, "nodes": [
          {"id": "double", "node_type": "MultiplyNode", "params": {"factor": 2}},
          {"id": "a", "node_type": "AddNode", "params": {"addend": 1}},
          {"id": "b", "node_type": "AddNode", "params": {"addend": 100}}],
         "connections": [{"from": "double", "to": "a"}, {"from": "double", "to": "b"}]}
        """;
    String in = Cli.withInput(manifest, "[1, 2]");
    assertThat(Cli.run(in, "run", "-").out())
        .startsWith(
            "{\"status\": \"success\", \"outputs\": [3, 102, 5, 104],"
                + " \"sink_outputs\": {\"a\": [3, 5], \"b\": [102, 104]}, \"graph_info\": ");
    assertThat(Cli.run(in, "run", "-", "-o", "jsonl", "--tag").out())
        .isEqualTo(
            """
            {"sink": "a", "output": 3}
            {"sink": "b", "output": 102}
            {"sink": "a", "output": 5}
            {"sink": "b", "output": 104}
            """);
  }

  @Test
  void aFailedRunSaysWhereAndKeepsWhatItHad() {
    String in = Cli.withInput(Cli.chain("fussy:Fussy"), "[\"good\", \"bad\"]");
    Cli run = Cli.run(in, "run", "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{\"status\": \"error\", \"outputs\": [\"good\"], \"errors\": [")
        .contains("\"node\": \"fussy\", \"item\": 1")
        .contains(
            "\"type\": \"java.lang.IllegalStateException\", \"message\": \"this one is bad\"");
    assertThat(run.err())
        .isEqualTo("weft: node 'fussy' failed at item 1: IllegalStateException: this one is bad\n");
    Cli lines = Cli.run(in, "run", "-", "-o", "jsonl");
    assertThat(lines.code()).isEqualTo(1);
    assertThat(lines.out()).startsWith("\"good\"\n{\"status\": \"error\", \"errors\": [");
  }

  @Test
  void setAsideItemsAreInTheResult() {
    String in =
        Cli.withInput(
            Cli.chain("fussy:Fussy:\"execution\": {\"on_error\": \"dead_letter\"}"),
            "[\"bad\", \"good\"]");
    Cli run = Cli.run(in, "run", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith(
            "{\"status\": \"success\", \"outputs\": [\"good\"],"
                + " \"dead_letters\": [{\"item\": \"bad\", \"error\": {");
    assertThat(run.err()).isEqualTo("weft: node 'fussy' left out 1 failed items\n");
  }

  @Test
  void brokenInputIsAFailedRunThatNamesThePlace() throws IOException {
    Cli run = Cli.run("1\n2\nx\n", "run", file("c.json", CALCULATOR), "-i", "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("line 3, column 1 of the input: this is not JSON");
    assertThat(run.out()).contains("\"outputs\": [12, 14]", "\"kind\": \"input\"");
  }

  @Test
  void anInvalidManifestListsAllProblems() throws IOException {
    String name =
        file(
            "bad.json",
            "{\"version\": \"v2\", \"nodes\": [{\"id\": \"a\", \"node_type\": \"Ad\"}]}");
    Cli run = Cli.run("", "run", name);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .startsWith("{\"status\": \"error\", \"errors\": [{\"kind\": \"manifest\", \"path\": ")
        .contains("\"line\": 1, \"column\": 13,");
    assertThat(run.err().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("weft: " + name + ":1:"));
    assertThat(Cli.run("", "validate", name).code()).isEqualTo(3);
  }

  @Test
  void metricsAreGivenOnRequest() {
    String in = Cli.withInput(CALCULATOR, "[1]");
    assertThat(Cli.run(in, "run", "-", "--metrics").out())
        .contains(
            "\"elapsed_ms\": ", "\"metrics\": {\"multiply\": {\"items_in\": 1, \"items_out\": 1,");
    Cli lines = Cli.run(in, "run", "-", "--metrics", "-o", "jsonl");
    assertThat(lines.out()).isEqualTo("12\n");
    assertThat(lines.err()).startsWith("{\"status\": \"success\"").contains("\"metrics\": {");
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtual-threads", "event-loop"})
  void aTimeoutEndsTheRun(String runtime) {
    String in = Cli.withInput(Cli.chain("hanging:Hanging"), "[1]");
    Cli run = Cli.run(in, "run", "-", "--timeout", "50ms", "--runtime", runtime);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("\"status\": \"error\"", "timed out after");
  }

  @Test
  void wrongCommandLinesSayWhatToDo() throws IOException {
    String manifest = file("c.json", CALCULATOR);
    assertUsage(Cli.run("", "run"), "Missing required parameter: 'MANIFEST'");
    assertUsage(Cli.run("", "rum"), "Unmatched argument");
    assertUsage(Cli.run(""), "say what to do");
    assertUsage(Cli.run("", "run", manifest), "node 'multiply' needs input; give it with --input");
    assertUsage(Cli.run("", "run", "-", "-i", "-"), "cannot both be the standard input");
    assertUsage(Cli.run("", "run", manifest, "--timeout", "5"), "'5' is no duration above zero");
    assertUsage(
        Cli.run("", "run", manifest, "--runtime", "x"), "write virtual-threads or event-loop");
    assertUsage(Cli.run("", "run", manifest, "-q", "-v"), "contradict each other");
    assertUsage(
        Cli.run(Cli.withInput(CALCULATOR, "[]"), "run", "-", "-i", manifest),
        "there is input_data beside the manifest and --input too");
    assertUsage(
        Cli.run("", "run", file("e.json", Cli.chain("e:Endless")), "-i", manifest),
        "the pipeline has only sources");
    assertUsage(
        Cli.run("", "run", "nowhere.json"), "cannot read 'nowhere.json': there is no such file");
  }

  private static void assertUsage(Cli run, String message) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @Test
  void anErrorOfTheJvmIsToldAndEndsTheCommand() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new LinkageError("half a class");
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            return read();
          }
        };
    Cli run = Cli.run(broken, "run", "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("unexpected java.lang.LinkageError: half a class");
    assertThat(run.out()).contains("\"status\"", "internal");
  }
}

package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestNodeCommandTest {
  private static final String SOURCE =
      """
      import weft

      class Inverse(weft.Node):
          def process(self, item):
              return 1 / item
      """;

  @TempDir private Path directory;

  private String node() throws IOException {
    return Files.writeString(directory.resolve("inverse.py"), SOURCE).toString();
  }

  private Path cases(String text) throws IOException {
    return Files.writeString(directory.resolve("inverse.cases.json"), text);
  }

  @Test
  void differencesAreTold() throws IOException {
    String node = node();
    cases(
        """
        {"cases": [
          {"name": "a half", "input": [2], "expect": {"outputs": [0.5]}},
          {"name": "a third", "input": [3, 0],
           "expect": {"outputs": [0.3],
                      "errors": [{"type": "ZeroDivisionError", "message": "division by zero", "line": 4, "node": "node", "item": 1}]}}]}
        """);
    Cli run = Cli.run("", "test-node", node, "--engine", "embedded");
    assertThat(run)
        .isEqualTo(
            new Cli(
                ExitCode.RUN_FAILED,
                """
                %s on embedded
                  ok        a half
                  FAILED    a third
                            outputs[0]: expected 0.3, got 0.3333333333333333
                            errors[0].line: expected 4, got 5
                  2 cases: 1 passed, 1 failed, 0 left out
                """
                    .formatted(node),
                ""));
  }

  @Test
  void whatAllCasesFailOfIsToldOnce() throws IOException {
    String node =
        Files.writeString(
                directory.resolve("odd.py"),
                """
                import weft

                class Odd(weft.Node):
                    def process(self, item):
                        return eval("item")
                """)
            .toString();
    Files.writeString(
        directory.resolve("odd.cases.json"),
        """
        {"cases": [
          {"name": "one", "input": [1], "expect": {"outputs": [1]}},
          {"name": "two", "input": [2], "expect": {"outputs": [2]}},
          {"name": "three", "input": [3], "expect": {"outputs": [3]}}]}
        """);
    Cli run = Cli.run("", "test-node", node, "--engine", "translated");
    assertThat(run.code()).isEqualTo(ExitCode.RUN_FAILED);
    assertThat(run.out().lines().toList())
        .hasSize(8)
        .satisfies(lines -> {
          assertThat(lines.get(2)).contains("problems[0]").contains("'eval'");
          assertThat(lines.get(4)).isEqualTo("            as 'one'");
          assertThat(lines.get(6)).isEqualTo("            as 'one'");
        });
  }

  @Test
  void resultsMayBeNestedAsDeeplyAsTablesHold() throws IOException {
    String node =
        Files.writeString(
                directory.resolve("deep.py"),
                """
                import weft

                class Deep(weft.Node):
                    def process(self, depth):
                        result = []
                        for _ in range(depth):
                            result = [result]
                        return result
                """)
            .toString();
    Files.writeString(
        directory.resolve("deep.cases.json"),
        """
        {"cases": [{"name": "deep", "input": [400], "expect": {"outputs": [%s]}}]}
        """
            .formatted("[".repeat(401) + "]".repeat(401)));
    Path deeper =
        Files.writeString(
            directory.resolve("deeper.json"),
            """
            {"cases": [{"name": "deeper", "input": [1400], "expect": {"outputs": []}}]}
            """);
    for (String engine : List.of("embedded", "translated")) {
      Cli fits = Cli.run("", "test-node", node, "--engine", engine);
      assertThat(fits.out()).as(engine).contains("ok        deep\n");
      Cli run = Cli.run("", "test-node", node, deeper.toString(), "--engine", engine);
      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err())
          .isEqualTo(
              "weft: a result is nested more than 480 deep, which no table can hold; nest it less\n");
    }
  }

  @Test
  void recordedTablePassesOnEachEngine() throws IOException {
    String node = node();
    Path table = cases("{\"cases\": [{\"name\": \"some\", \"input\": [2, 0]}]}");
    Cli record = Cli.run("", "test-node", node, "--record", "--engine", "embedded");
    assertThat(record.out()).isEqualTo("recorded 1 cases in %s, from embedded\n".formatted(table));
    assertThat(Files.readString(table))
        .isEqualTo(
            """
            {
              "cases": [
                {
                  "name": "some",
                  "input": [2, 0],
                  "expect": {
                    "outputs": [0.5],
                    "errors": [
                      {
                        "type": "ZeroDivisionError",
                        "message": "division by zero",
                        "line": 5,
                        "node": "node",
                        "item": 1
                      }
                    ]
                  }
                }
              ]
            }
            """);
    Cli run = Cli.run("", "test-node", directory.toString(), "--json");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .startsWith("{\"status\": \"success\", \"cases\": [{\"node\": \"" + node)
        .contains("\"engine\": \"translated\", \"case\": \"some\", \"status\": \"passed\"");
  }

  @Test
  void whatCannotBeReadIsTold() throws IOException {
    String node = node();
    Cli missing = Cli.run("", "test-node", node);
    assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
    assertThat(missing.err())
        .contains("inverse.cases.json': there is no such file; check the path");
    Path table = cases("{\"cases\": [\n  {\"name\": \"a\", }]}");
    Cli broken = Cli.run("", "test-node", node);
    assertThat(broken.code()).isEqualTo(ExitCode.USAGE);
    assertThat(broken.err()).startsWith("weft: " + table + ":2:");
    assertThat(broken.out())
        .startsWith("{\"status\": \"error\", \"errors\": [{\"kind\": \"cases\"");
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertThat(Cli.run("", "test-node", empty.toString()).err())
        .contains("has no NODE.py with a NODE.cases.json beside it");
    assertThat(Cli.run("", "test-node", directory.toString(), table.toString()).err())
        .contains("a directory has a table beside each node; leave");
  }
}

package dev.weft.executor.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables are taken, and what is said of others. */
class CaseTableTest {
  @TempDir private Path directory;
  private Path node = Path.of("");

  @BeforeEach
  void writeNode() throws IOException {
    node =
        Files.writeString(
            directory.resolve("two.py"),
            """
            import weft

            class Doubled(weft.Node):
                def process(self, item):
                    return item * 2

            class Tripled(weft.Node):
                def process(self, item):
                    return item * 3
            """);
  }

  private CaseTable read(String text) throws IOException {
    return CaseTable.read(node, Files.writeString(directory.resolve("two.cases.json"), text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"cases": [{"name": "a",, "input": []}]}                  | two.cases.json:1:25:
          {"cases": []} x                                           | two.cases.json:1:
          {"cases": []}                                             | cases: there are no cases; write one
          {}                                                        | there are no cases; write "cases": [ … ]
          []                                                        | expected an object; write { … }
          {"case": []}                                              | case: there is no such field; the fields are node, cases
          {"cases": [{"input": []}]}                                | cases[0]: the case has no name
          {"cases": [{"name": "a"}]}                                | two.py has several nodes; name one of them with "node": Doubled, Tripled
          {"node": "Dubled", "cases": [{"name": "a"}]}              | there is no node 'Dubled' in
          {"node": "Dubled", "cases": [{"name": "a"}]}              | did you mean 'Doubled'?
          {"node": "Other", "cases": [{"name": "a"}]}               | it has Doubled, Tripled
          {"node": "Doubled", "cases": [{"name": "a", "inputs": []}]} | cases[0].inputs: there is no such field
          {"node": "Doubled", "cases": [{"name": "a", "input": 3}]} | cases[0].input: expected an array
          {"node": "Doubled", "cases": [{"name": "a", "delays": [-1]}]} | cases[0].delays: a delay is a number of seconds
          {"node": "Doubled", "cases": [{"name": "a", "engines": ["fast"]}]} | cases[0].engines: there is no such engine
          {"node": "Doubled", "cases": [{"name": "a", "runs": [{"inputs": []}]}]} | cases[0].runs[0].inputs: there is no such field
          {"node": "Doubled", "cases": [{"name": "a", "expect": {"output": []}}]} | cases[0].expect.output: there is no such field
          """)
  void whatIsWrongIsToldWithItsPlace(String text, String message) {
    assertThatExceptionOfType(CaseException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(message);
  }

  @Test
  void filesThatAreNotThereAreNamed() {
    Path none = directory.resolve("none.py");
    assertThatExceptionOfType(CaseException.class)
        .isThrownBy(() -> CaseTable.read(none, node))
        .withMessage("cannot read '%s': there is no such file; check the path".formatted(none));
    assertThatExceptionOfType(CaseException.class)
        .isThrownBy(() -> CaseTable.read(node, none))
        .withMessageContaining("there is no such file");
  }

  @Test
  void fileWithoutANodeIsRefused() throws IOException {
    Path empty = Files.writeString(directory.resolve("empty.py"), "x = 1\n");
    assertThatExceptionOfType(CaseException.class)
        .isThrownBy(() -> CaseTable.read(empty, node))
        .withMessageContaining("has no class of a node; write 'class MyNode(weft.Node)' in it");
  }

  @Test
  void casesMayNameTheirNode() throws IOException {
    CaseTable table =
        read(
            """
            {"node": "Doubled", "cases": [{"name": "a"}, {"name": "b", "node": "Tripled"}]}
            """);
    assertThat(table.cases()).extracting(NodeCase::node).containsExactly("Doubled", "Tripled");
  }
}

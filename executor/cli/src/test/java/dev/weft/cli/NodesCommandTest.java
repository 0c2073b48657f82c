package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodesCommandTest {

  @Test
  void allTypesAreListed() {
    Cli nodes = Cli.run("", "nodes");
    assertThat(nodes.code()).isZero();
    assertThat(nodes.out().lines())
        .anyMatch(line -> line.matches("MultiplyNode +function +\\S.*"))
        .anyMatch(line -> line.matches("RangeGenerator\\w* +source +\\S.*"));
  }

  @Test
  void aTypeIsDescribedFromItsDeclaration() {
    assertThat(Cli.run("", "nodes", "Endless").out())
        .isEqualTo(
            """
            Endless (source)
              Counts without an end.

            Params:
              marker  string, default ""  A file to write when the node is cleaned up.
            """);
    assertThat(Cli.run("", "nodes", "Endless", "--json").out())
        .isEqualTo(
            """
            [{"node_type": "Endless", "form": "source", "summary": "Counts without an end.", \
            "params": [{"name": "marker", "type": "string", "required": false, "default": "", \
            "description": "A file to write when the node is cleaned up."}]}]
            """);
    assertThat(Cli.run("", "nodes", "Fussy").out()).endsWith("It has no params.\n");
  }

  @Test
  void anUnknownTypeGetsASuggestion() {
    Cli nodes = Cli.run("", "nodes", "MultiplNode");
    assertThat(nodes.code()).isEqualTo(2);
    assertThat(nodes.err())
        .startsWith("weft: there is no node type 'MultiplNode'; did you mean MultiplyNode?");
  }

  @Test
  void helpAndVersionAndCompletionArePrinted() {
    assertThat(Cli.run("", "--help").out()).contains("Exit codes:", "130", "generate-completion");
    assertThat(Cli.run("", "--version").out()).startsWith("weft ");
    assertThat(Cli.run("", "generate-completion").out()).contains("complete -F");
  }
}

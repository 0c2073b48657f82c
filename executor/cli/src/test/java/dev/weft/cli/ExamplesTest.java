package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          calculator.json | "outputs": [20, 24, 16],
          text.json | "results": {"uppercase": "HELLO WASM", "word_count": 2}, "processed_by": "TextProcessorNode[text]"
          text.json | "results": {"lowercase": "python in browser", "char_count": 17}
          diamond.json | "outputs": [102, 99, 104, 98, 106, 97],
          text-processor.json | "results": {"uppercase": "HELLO WASM", "word_count": 2}, "processed_by": "TextProcessorNode[text]"
          text-processor.json | "results": {"lowercase": "python in browser", "char_count": 17}
          mixed.json | "outputs": ["15 is odd", "21 is odd", "30 is even"],
          batch.json | "outputs": [[1, 2, 3], [4, 5, 6], [7]],
          expander.json | "outputs": ["a", "b", "c"],
          wasm-multiply.json | "outputs": [16, 22, 10],
          wasm-text.json | "outputs": ["HELLO", "WEFT"],
          wasm-program.json | "outputs": [{"value": ["a", "b"], "length": 10}, {"value": [3], "length": 3}],
          errors.json | "outputs": [3, 3.5], "dead_letters": [{"item": "eight",
          """)
  void examplesGiveTheirResultsOnBothRuntimes(String name, String expected) {
    for (String runtime : new String[] {"virtual-threads", "event-loop"}) {
      Cli run = Cli.run("", "run", "examples/" + name, "--runtime", runtime);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).startsWith("{\"status\": \"success\", ").contains(expected);
    }
  }

  @Test
  void examplesThatTakeInputGetIt() {
    assertThat(
            Cli.run(
                "", "run", "examples/filter.json", "-i", "examples/weather.jsonl", "-o", "jsonl"))
        .isEqualTo(new Cli(0, "{\"city\": \"Lisbon\"}\n{\"city\": \"Turin\"}\n", ""));
    assertThat(Cli.run("[5, 7, 3]", "run", "examples/lines.json", "-i", "-", "-o", "jsonl").out())
        .isEqualTo("20\n24\n16\n");
    assertThat(Cli.run("999990\n999991", "run", "examples/filter-numbers.json", "-i", "-").out())
        .contains("\"outputs\": [999991],");
  }

  @Test
  void theEndlessExampleEndsWithItsTime() {
    Cli run = Cli.run("", "run", "examples/endless.json", "-o", "jsonl", "--timeout", "200ms");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("0\n2\n4\n").contains("timed out after");
  }

  @Test
  void theBrokenExampleHasSixMistakes() {
    Cli run = Cli.run("", "validate", "examples/broken.json");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(6);
  }

  @Test
  void everyExampleIsInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    try (Stream<Path> examples = Files.list(Path.of("examples"))) {
      assertThat(examples)
          .isNotEmpty()
          .allSatisfy(file -> assertThat(readme).contains("(examples/" + file.getFileName() + ")"));
    }
  }
}

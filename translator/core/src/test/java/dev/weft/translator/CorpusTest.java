package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.translator.CorpusRunner.Outcome;
import dev.weft.translator.CorpusRunner.Verdict;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Every program of the corpus prints what CPython 3.12 printed. The expectations beside the
 * programs were recorded by {@code translator/core/src/test/corpus/record}; no Python is needed
 * here.
 */
class CorpusTest {
  @Test
  void programsPrintWhatCPythonPrints() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(CorpusTest.class.getResource("/corpus"));
    List<Path> programs = CorpusRunner.programs(Path.of(folder.toURI()));
    CorpusRunner runner = new CorpusRunner();

    List<Outcome> outcomes = runner.run(programs);

    assertThat(outcomes).hasSameSizeAs(programs);
    assertThat(outcomes.stream().filter(o -> o.verdict() == Verdict.FAILED)).isEmpty();
    assertThat(outcomes.stream().filter(o -> o.verdict() == Verdict.REFUSED).map(Outcome::name))
        .as("refused programs")
        .isEmpty();
    double share = (double) runner.concrete() / (runner.concrete() + runner.dynamic());
    assertThat(share).as("share of concrete expressions").isGreaterThan(0.9);
  }
}

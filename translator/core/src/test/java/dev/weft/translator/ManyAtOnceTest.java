package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that are translated by several threads, or one after the other, know nothing of each
 * other.
 */
class ManyAtOnceTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  private static Map<String, String> translated(List<Path> programs, boolean parallel) {
    return (parallel ? programs.parallelStream() : programs.stream())
        .collect(
            Collectors.toMap(
                p -> p.getFileName().toString(), ManyAtOnceTest::java, (a, b) -> a, TreeMap::new));
  }

  private static String java(Path program) {
    try {
      String name = program.getFileName().toString();
      Translation translation = Translator.translate(name, Files.readString(program), "many");
      return translation.java() + translation.diagnostics() + translation.explanation();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void threadsMakeOfProgramsWhatOneThreadMakesOfThem(long seed) {
    List<Path> programs = new ArrayList<>(CorpusRunner.programs(CORPUS).subList(0, 120));
    Map<String, String> one = translated(programs, false);
    Collections.shuffle(programs, new Random(seed));

    Map<String, String> many = translated(programs, true);

    assertThat(many).isEqualTo(one);
  }

  @Test
  void classesDerivedFromTheLibrarysAreForgottenWithTheirProgram() {
    String first = "class A(Exception):\n  def __init__(self):\n    self.extra = 1\n";
    String second = "def f(e: Exception):\n  return e.args\nprint(f(ValueError(1)))\n";
    String before = Translator.translate("second.py", second, "").java();

    Translator.translate("first.py", first, "");

    assertThat(Translator.translate("second.py", second, "").java()).isEqualTo(before);
  }
}

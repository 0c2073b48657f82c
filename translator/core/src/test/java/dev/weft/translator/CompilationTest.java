package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing comes out that javac does not take. */
class CompilationTest {
  private static final String SOURCE = "x = 1\nif x:\n    y = x + 1\n";

  private static Compilation compile(String java, List<Integer> lines) {
    Translation translation =
        new Translation(
            "Mistaken",
            java,
            List.of(),
            1,
            0,
            List.of(),
            "mistaken.py",
            new Translation.Traced(java, lines));
    return Compilation.of(
        List.of(new PythonSource("__main__", "mistaken.py", SOURCE)),
        List.of(translation),
        "",
        List.of());
  }

  @Test
  void whatCompilesHasItsClasses() {
    Compilation compilation =
        Compilation.of(
            List.of(new PythonSource("__main__", "right.py", SOURCE)),
            "",
            TranslatorOptions.DEFAULT,
            List.of());

    assertThat(compilation.isComplete()).isTrue();
    assertThat(compilation.classes()).containsKey("Right");
  }

  @Test
  void javaThatDoesNotCompileIsToldByThePythonLine() {
    Compilation compilation =
        compile("class Mistaken {\nlong y = \"text\";\n}\n", List.of(0, 3, 0));

    assertThat(compilation.classes()).isEmpty();
    assertThat(compilation.translations().getFirst().java()).isEmpty();
    assertThat(compilation.translations().getFirst().diagnostics())
        .singleElement()
        .extracting(Diagnostic::text)
        .asString()
        .isEqualToNormalizingNewlines(
            """
            mistaken.py:3:5: this is a mistake of the translator: the Java made of this does not \
            compile: incompatible types: java.lang.String cannot be converted to long, in \
            'long y = "text";'
                    y = x + 1
                    ^^^^^^^^^
              please report it with the source; until it is mended, give parts of this line names \
            of their own, or annotate what it is about\
            """);
  }

  @Test
  void aMistakeWithoutALineIsToldOfTheFile() {
    Compilation compilation = compile("class Mistaken {\n", List.of(0));

    assertThat(compilation.isComplete()).isFalse();
    assertThat(compilation.translations().getFirst().diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.at().line()).isEqualTo(1))
        .satisfies(d -> assertThat(d.reason()).startsWith(Compilation.MISTAKE));
  }
}

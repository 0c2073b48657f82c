package dev.weft.translator.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What CPython's compiler finds behind its parser. {@code src/test/python/record_compile_errors.py}
 * writes what CPython 3.12 prints for each source; nothing stands where it takes the source.
 */
class CompilerErrorsTest {
  static Stream<Arguments> recorded() throws IOException {
    Map<String, String> printed = sections("/compile/recorded.txt");
    return sections("/compile/cases.txt").entrySet().stream()
        .map(c -> Arguments.of(c.getKey(), c.getValue(), printed.get(c.getKey())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recorded")
  void theFirstErrorIsTheOneThatCPythonPrints(String name, String source, String printed) {
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> PythonParser.parse("case.py", source));

    String text = error == null ? "" : error.text(source) + "\n";
    assertThat(text).startsWith(printed);
    assertThat(text.isEmpty()).isEqualTo(printed.isEmpty());
  }

  @Test
  void theOthersAreToldToo() {
    String source =
        """
        def f(a, a):
            nonlocal b
            yield
        await f(1, x=2, x=3)
        return 1
        """;

    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> PythonParser.parse("case.py", source));

    assertThat(error.others())
        .extracting(SyntaxException::getMessage)
        .containsExactly(
            "no binding for nonlocal 'b' found",
            "'await' outside function",
            "keyword argument repeated: x",
            "'return' outside function");
    assertThat(error.text(source))
        .startsWith("  File \"case.py\", line 1\n")
        .endsWith(
            """
              File "case.py", line 5
                return 1
                ^^^^^^^^
            SyntaxError: 'return' outside function\
            """);
  }

  private static Map<String, String> sections(String resource) throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    String name = "";
    StringBuilder text = new StringBuilder();
    try (InputStream in =
        Objects.requireNonNull(CompilerErrorsTest.class.getResourceAsStream(resource))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("=== ")) {
          sections.put(name, text.toString());
          name = line.substring(4);
          text.setLength(0);
        } else {
          text.append(line).append('\n');
        }
      }
    }
    sections.put(name, text.toString());
    sections.remove("");
    return sections;
  }
}

package dev.weft.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text as Python's {@code str} treats it; the expected values were computed by CPython. */
class TextOperationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "they're bill's friends|They'Re Bill'S Friends",
        "hELLO wORLD-wide 3rd x1y|Hello World-Wide 3Rd X1Y",
        "ßen ﬁn ŉa ǆur ΑΣ ΑΣΑ ΌΣΟΣ|Ssen Fin ʼNa ǅur Ας Ασα Όσος",
        "ᾳx ᾲx ﬃ և ᾈᾈ|ᾼx Ὰͅx Ffi Եւ ᾈᾀ",
      })
  void titleCaseIsThatOfPython(String text, String expected) {
    assertThat(TextOperations.apply("title_case", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "uppercase|straße ŉ|STRASSE ʼN",
        "lowercase|ΟΔΟΣ İ|οδος i̇",
        "reverse|a😀b|b😀a",
        "char_count|a😀b|3",
        "word_count|  a\u00a0b\u0085c\u200bd |3",
        "first_word|\u3000 x y|x",
        "last_word|x y\u001f|y",
        "remove_spaces|a b\u00a0c|ab\u00a0c",
      })
  void operationIsThatOfPython(String operation, String text, String expected) {
    assertThat(TextOperations.apply(operation, text)).hasToString(expected);
  }

  @Test
  void textWithoutWordsHasAnEmptyFirstWord() {
    assertThat(TextOperations.apply("first_word", " ")).isEqualTo("");
    assertThat(TextOperations.apply("last_word", "")).isEqualTo("");
    assertThat(TextOperations.apply("word_count", "")).isEqualTo(0L);
  }
}

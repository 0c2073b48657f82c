package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.translator.parser.SyntaxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large or too deep for Java is refused; what only looks so is translated. */
class LimitsTest {
  private static Translation translate(String source) {
    return Translator.translate("limits.py", source, "");
  }

  private static void assertRefused(String source, String reason) {
    assertThat(translate(source).diagnostics())
        .singleElement()
        .extracting(Diagnostic::reason)
        .asString()
        .contains(reason);
  }

  private static void assertCompiles(String source) {
    Translation translation = translate(source);
    assertThat(translation.diagnostics()).isEmpty();
    assertThat(
            InMemoryCompiler.compile(
                    Map.of(translation.className(), translation.java()), List.of("-nowarn"))
                .messages())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 + ", "-", "not ", "1 if x else ", "lambda: "})
  void expressionsNestedTooDeeplyAreRefusedOnce(String part) {
    assertRefused("x = 1\ny = " + part.repeat(5000) + "x\n", "nested more than 120 levels");
  }

  @Test
  void aHundredTermsAreNotTooMany() {
    assertCompiles("x = 1\ny = " + "x + ".repeat(100) + "x\nprint(y)\n");
  }

  @Test
  void longConditionsAndChainsAreRefused() {
    assertRefused("x = 1\ny = " + "x and ".repeat(1000) + "x\n", "more than 600 parts");
    assertRefused(
        "x = 1\nif x:\n  pass\n" + "elif x == 2:\n  pass\n".repeat(1000), "more than 600 branches");
  }

  @Test
  void aModuleBodyOfAnySizeIsSplit() {
    assertCompiles(numbered(4000, "v%1$d = %1$d\nprint(v%1$d * 2)\n"));
  }

  @Test
  void aFunctionThatNoMethodHoldsIsRefused() {
    assertRefused(
        "def f(x):\n" + numbered(4000, "  v%1$d = %1$d + x\n  print(v%1$d * 2)\n") + "f(1)\n",
        "more code than a Java method can hold");
  }

  @Test
  void aLiteralThatNoMethodHoldsIsRefused() {
    assertRefused(
        "x = [" + numbered(20_000, "%1$d, ") + "]\n", "more code than a Java method can hold");
  }

  @Test
  void aLongTextIsPutTogether() {
    assertCompiles("x = '" + "ab".repeat(50_000) + "'\nprint(len(x))\n");
  }

  @Test
  void tenThousandParenthesesAreNoPythonEither() {
    assertThatThrownBy(() -> translate("x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000)))
        .isInstanceOf(SyntaxException.class)
        .hasMessageContaining("too many nested parentheses");
  }

  @Test
  @Tag("slow")
  @Timeout(120)
  void fiftyThousandLinesAreTranslated() {
    Translation translation =
        translate(
            numbered(
                5000,
                """
                def f%1$d(x, y=2):
                    total = 0
                    for k in range(x):
                        if k %% 2:
                            total += k * y
                        else:
                            total -= len(str(k))
                    return total

                print(f%1$d(%1$d))
                """));
    assertThat(translation.diagnostics()).isEmpty();
  }

  /** What did not settle, and was looked at thousands of times. */
  @Test
  @Timeout(60)
  void typesSettleWithFunctionsAndTuplesOfAllKinds() {
    assertCompiles(
        numbered(
            60,
            """
            def f%1$d(*args, **kwargs):
                g = f%1$d if kwargs else (lambda *a, **k: a)
                pair = (1, 'a') if args else (1, 2, 3)
                return g, pair, kwargs
            """));
  }

  /** Classes of equal names, each of which may be the base of all others. */
  @Test
  @Timeout(60)
  void basesInCirclesAreLookedAtOnce() {
    assertThat(
            translate(
                    numbered(
                        60,
                        "def t%1$d():\n  class C: pass\n  class D(C): pass\n  class C(D): pass\n"))
                .explanation())
        .isNotNull();
  }

  private static String numbered(int count, String text) {
    return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining());
  }
}

package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Python before, Java after. That the Java runs is the corpus's matter. */
class ReadableJavaTest {
  @Test
  void typedFunctionIsPlainJava() {
    assertThat(
            java(
                """
                def mean(values):
                    # The usual one.
                    total = 0.0
                    for v in values:
                        total += v
                    return total / len(values)


                print(mean([1.5, 2.5]))
                """))
        .contains(
            """
              static double mean(List<Double> values) {
                // The usual one.
                double total = 0.0;
                for (double v : values) {
                  total += v;
                }
                return Numbers.divide(total, (double) Py.len(values));
              }
            """);
  }

  @Test
  void dataclassThatNobodyChangesIsARecord() {
    assertThat(
            java(
                """
                from dataclasses import dataclass

                @dataclass
                class Point:
                    x: int
                    y: int

                print(Point(1, 2).x)
                """))
        .contains("record Point(long x, long y) implements Repr, Unhashable {")
        .contains("new Point(1, 2).x()");
  }

  private static String java(String source) {
    Translation translation = Translator.translate("example.py", source, "example");
    assertThat(translation.diagnostics()).isEmpty();
    return Translator.format(translation.java());
  }
}

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
  void sumsExtremesAndPairsAreLoopsThatKeepNothing() {
    assertThat(
            java(
                """
                def changes(values, others):
                    count = sum(1 for a, b in zip(values, others) if a != b)
                    return count, max(a * a for a in values)


                print(changes(["a"][:0] or [1, 2], [1, 3]), changes("ab" and [0.5], [1]))
                """))
        .contains(
            """
                long sum = 0;
                Iterator<?> left = Iters.of(values).iterator();
            """)
        .contains("while (left.hasNext() && right.hasNext()) {")
        .contains(
            """
                Extreme<Object> greatest = Extreme.max();
                for (Object a : Iters.of(values)) {
                  greatest.take(Ops.multiply(a, a));
                }
            """);
  }

  @Test
  void valuesOfAnyKindAreChangedInPlaceByTheirOperator() {
    assertThat(
            java(
                """
                class Log:
                    def __init__(self, start):
                        self.all = start

                    def add(self, more):
                        self.all += more


                a = Log("a")
                a.add("b")
                b = Log([1])
                b.add([2])
                print(a.all, b.all)
                """))
        .contains("this.all = InPlace.add(this.all, more);");
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

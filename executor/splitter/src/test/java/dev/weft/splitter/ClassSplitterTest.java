package dev.weft.splitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The methods of {@link Samples}, in pieces of several sizes, do what they did in one. */
@ParameterizedClass(name = "{0} bytes in a region")
@ValueSource(ints = {4, 30, 80, 300})
class ClassSplitterTest {
  private static final String NAME = "dev/weft/splitter/Samples";

  private final SplitClass result;
  private final Loaded original;
  private final Loaded split;

  ClassSplitterTest(int regionBytes) throws IOException {
    byte[] classFile;
    try (InputStream in = Samples.class.getResourceAsStream("Samples.class")) {
      classFile = in.readAllBytes();
    }
    result = ClassSplitter.of(new SplitLimits(20, regionBytes, 4)).split(classFile);
    original = new Loaded(NAME, Map.of(NAME, classFile));
    split = new Loaded(NAME, result.classes());
  }

  private void same(String method, Object... arguments) {
    assertThat(result.split()).anyMatch(it -> it.startsWith(method + "("));
    assertThat(split.call(method, arguments))
        .as("%s%s", method, List.of(arguments))
        .isEqualTo(original.call(method, arguments));
  }

  @Test
  void interpreterLoopGivesTheSame() {
    Random random = new Random(42);
    for (int run = 0; run < 200; run++) {
      byte[] program = new byte[1 + random.nextInt(30)];
      random.nextBytes(program);
      same("interpret", program, 500, random.nextLong());
    }
  }

  @Test
  void nestedLoopsGiveTheSame() {
    for (int n = 0; n < 25; n++) {
      same("nestedLoops", n);
    }
  }

  @Test
  void operandsThatWaitOnTheStackAreKept() {
    for (int a = 0; a < 9; a++) {
      for (long b : new long[] {-4, 0, 3, 4, 1L << 40}) {
        same("values", a, b, 1.25 * a - 3, 0.5f + b);
      }
    }
  }

  @Test
  void referencesAreKept() {
    for (String text : List.of("", "a", "abc", "abcdefgh")) {
      same("references", new int[] {1, 2}, text);
    }
  }

  @Test
  void booleansAreReturned() {
    for (int n = 0; n < 60; n++) {
      same("isPrime", n);
    }
  }

  @Test
  void methodWithoutResultHasItsEffect() {
    int[] expected = new int[20];
    int[] actual = new int[20];
    original.call("fill", expected, 5);
    split.call("fill", actual, 5);
    assertThat(actual).isEqualTo(expected);
    assertThat(result.split()).contains("fill([II)V");
  }

  @Test
  void sparseSwitchesFindTheirKeys() {
    for (int key : new int[] {-1_000_000, -6, -5, 0, 1, 7, 1_000, 2_000_000_000, 2_000_000_001}) {
      same("sparse", key);
      same("calls", key, 3L);
    }
  }

  @Test
  void straightCodeIsCutToo() {
    for (int a = -3; a < 4; a++) {
      same("straight", a, 17 * a + 1);
    }
  }

  @Test
  void exceptionsPassThrough() {
    same("nestedLoops", 3);
    assertThat(split.call("interpret", new byte[] {18}, 5, 1L))
        .isEqualTo("thrown: java.lang.ArithmeticException: / by zero");
  }

  @Test
  void calledMethodIsOneCallFromTheOriginal() {
    assertThat(result.classes())
        .containsKeys(NAME, NAME + "$interpret", NAME + "$nestedLoops", NAME + "$calls");
  }

  @Test
  void whatCannotBeCarriedOverACutStaysAsItIs() {
    assertThat(result.refused())
        .containsEntry("guarded(I)I", "it has exception handlers")
        .containsEntry("secret(I)I", "it uses the private or inherited member SECRET")
        .containsEntry(
            "built(I)Ljava/lang/String;", "a new object may cross a block before it is made")
        .containsEntry("locked(Ljava/lang/Object;I)I", "it has exception handlers")
        .containsEntry(
            "joined(ILjava/lang/String;)Ljava/lang/String;", "it has an invokedynamic instruction")
        .containsEntry("instance(I)I", "it is not static");
    for (int n : new int[] {-20, 0, 5}) {
      assertThat(split.call("guarded", n)).isEqualTo(original.call("guarded", n));
      assertThat(split.call("secret", n)).isEqualTo(original.call("secret", n));
      assertThat(split.call("built", n)).isEqualTo(original.call("built", n));
    }
  }
}

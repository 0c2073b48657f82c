package dev.weft.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What CPython 3.12 draws after {@code random.seed(42)}. */
class RandomTest {
  private final Random random = new Random(42L);

  @Test
  void randomIsBitForBit() {
    assertThat(random.random()).isEqualTo(0.6394267984578837);
    assertThat(random.random()).isEqualTo(0.025010755222666936);
  }

  @Test
  void integersAreThoseOfRandrange() {
    assertThat(Lists.of(random.integer(1, 100), random.integer(1, 100), random.integer(1, 100)))
        .isEqualTo(Lists.of(82L, 15L, 4L));
  }

  @Test
  void shuffleAndSampleAgree() {
    java.util.List<Long> xs = Lists.copy(Range.of(0, 8, 1));
    random.shuffle(xs);
    assertThat(xs).hasToString("[3, 4, 6, 7, 2, 5, 0, 1]");
    assertThat(random.sample(Range.of(0, 100, 1), 4)).hasToString("[94, 13, 86, 69]");
  }
}

package dev.weft.splitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Methods at random, split at random, do what they did; with {@code -Dseed=N} those of one seed.
 */
class RandomMethodTest {
  private static final int RUNS = 300;

  @Test
  void splitMethodsGiveWhatTheOriginalsGive() {
    Long given = Long.getLong("seed");
    long first = given != null ? given : new Random().nextLong();
    for (long seed = first; seed < first + (given != null ? 1 : RUNS); seed++) {
      check(seed);
    }
  }

  private static void check(long seed) {
    Random random = new Random(seed);
    byte[] classFile = RandomMethod.classFile(random, 6 + 3 * random.nextInt(30));
    int regionBytes = 10 + random.nextInt(400);
    SplitClass result = ClassSplitter.of(new SplitLimits(1, regionBytes, 4)).split(classFile);
    assertThat(result.refused()).as("seed %d", seed).isEmpty();
    Loaded original = new Loaded(RandomMethod.CLASS, Map.of(RandomMethod.CLASS, classFile));
    Loaded split = new Loaded(RandomMethod.CLASS, result.classes());
    for (int fuel = 1; fuel < 200; fuel = fuel * 3 / 2 + 1) {
      Object[] arguments = {fuel, random.nextInt(), random.nextInt()};
      assertThat(split.call(RandomMethod.NAME, arguments))
          .as("seed %d, fuel %d", seed, fuel)
          .isEqualTo(original.call(RandomMethod.NAME, arguments));
    }
  }
}

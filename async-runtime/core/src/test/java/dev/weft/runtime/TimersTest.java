package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimersTest {

  @Test
  void timersComeByDeadlineThenByInsertionWhateverIsTakenOut() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Timers timers = new Timers();
    TreeMap<Long, List<Timers.Timer>> expected = new TreeMap<>(Comparator.naturalOrder());
    List<Timers.Timer> set = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      long deadline = random.nextInt(500);
      Timers.Timer timer = timers.add(deadline, () -> {});
      set.add(timer);
      expected.computeIfAbsent(deadline, d -> new ArrayList<>()).add(timer);
      if (random.nextInt(3) == 0) {
        Timers.Timer out = set.remove(random.nextInt(set.size()));
        assertThat(timers.remove(out)).as("seed %d", seed).isTrue();
        assertThat(timers.remove(out)).as("seed %d", seed).isFalse();
        expected.computeIfPresent(out.deadline, (d, at) -> at.remove(out) ? at : null);
      }
    }
    List<Timers.Timer> order = new ArrayList<>();
    for (Timers.Timer t = timers.first(); t != null; t = timers.first()) {
      order.add(t);
      timers.remove(t);
    }
    assertThat(order)
        .as("seed %d", seed)
        .containsExactlyElementsOf(expected.values().stream().flatMap(List::stream).toList());
  }
}

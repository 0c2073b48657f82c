package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShuffleTest {

  private static List<Integer> run(Backend backend, long seed) {
    List<Integer> order = new ArrayList<>();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .clock(VirtualClock.automatic())
            .shuffle(seed)
            .build()) {
      runtime.blockOn(() -> {
        for (int i = 0; i < 6; i++) {
          int number = i;
          Async.spawn(() -> {
            order.add(number);
            Async.yieldNow();
            order.add(number);
          });
        }
      });
    }
    return order;
  }

  @EachLoop
  void aSeedGivesTheSameOrderEachTime(Backend backend) {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(run(backend, seed)).isEqualTo(run(backend, seed)).hasSize(12);
    }
  }

  @Test
  void bothLoopsShuffleAlike() {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(run(Backend.EVENT_LOOP_MOUNTED, seed))
          .isEqualTo(run(Backend.EVENT_LOOP_BATON, seed));
    }
  }

  @EachLoop
  void seedsGiveManyOrders(Backend backend) {
    Set<List<Integer>> orders = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      orders.add(run(backend, seed));
    }
    assertThat(orders).hasSizeGreaterThan(190);
  }

  @EachLoop
  void theRaceOfAReadAndAWriteIsFound(Backend backend) {
    Set<Integer> sums = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).shuffle(seed).build()) {
        int[] sum = {0};
        runtime.blockOn(() -> {
          for (int i = 0; i < 2; i++) {
            Async.spawn(() -> {
              int read = sum[0];
              Async.yieldNow();
              sum[0] = read + 1;
            });
          }
        });
        sums.add(sum[0]);
      }
    }
    assertThat(sums).containsExactlyInAnyOrder(1, 2);
  }

  @EachLoop
  void callbacksOfATaskKeepTheirOrder(Backend backend) {
    for (int seed = 0; seed < 50; seed++) {
      List<Integer> called = new ArrayList<>();
      try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).shuffle(seed).build()) {
        runtime.blockOn(() -> {
          TaskHandle<?> task = Async.spawn(Async::yieldNow);
          for (int i = 0; i < 5; i++) {
            int number = i;
            task.onDone(done -> called.add(number));
          }
          task.await();
          while (called.size() < 5) {
            Async.yieldNow();
          }
        });
      }
      assertThat(called).containsExactly(0, 1, 2, 3, 4);
    }
  }

  @Test
  void parallelTasksCannotBeShuffled() {
    AsyncRuntime.Builder builder = AsyncRuntime.builder().shuffle(7);
    assertThatThrownBy(builder::build)
        .isInstanceOf(AsyncException.PlatformNotSupported.class)
        .hasMessageContaining("seed 7");
  }
}

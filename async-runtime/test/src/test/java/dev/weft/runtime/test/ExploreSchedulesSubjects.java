package dev.weft.runtime.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.Async;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Methods that {@link ExploreSchedulesTest} runs; most of them fail. */
class ExploreSchedulesSubjects {
  static final AtomicInteger RUNS = new AtomicInteger();

  @ExploreSchedules(seeds = 200)
  void losesAnIncrement() {
    AtomicInteger sum = new AtomicInteger();
    Async.group(group -> {
      for (int i = 0; i < 2; i++) {
        group.spawn(() -> {
          int read = sum.get();
          Async.yieldNow();
          sum.set(read + 1);
        });
      }
    });
    assertThat(sum).hasValue(2);
  }

  @ExploreSchedules(seeds = 200)
  void incrementsInOneStep() {
    RUNS.incrementAndGet();
    AtomicInteger sum = new AtomicInteger();
    Async.group(group -> {
      for (int i = 0; i < 2; i++) {
        group.spawn(() -> {
          Async.yieldNow();
          sum.incrementAndGet();
        });
      }
    });
    assertThat(sum).hasValue(2);
  }

  @ExploreSchedules(seeds = 3, timeoutSeconds = 1)
  void hangs() {
    Async.spawn("stuck", () -> new CountDownLatch(1).await());
  }

  @ExploreSchedules(seeds = 0)
  void triesNothing() {}
}

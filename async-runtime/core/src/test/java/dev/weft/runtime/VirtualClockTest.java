package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VirtualClockTest {

  private static AsyncRuntime runtime(Backend backend, VirtualClock clock) {
    return AsyncRuntime.builder().backend(backend).clock(clock).build();
  }

  @EachBackend
  void aSleepIsExactAndCostsNothing(Backend backend) {
    VirtualClock clock = VirtualClock.automatic();
    try (AsyncRuntime runtime = runtime(backend, clock)) {
      Duration slept =
          runtime.blockOn(() -> {
            Duration before = runtime.now();
            Async.sleep(Duration.ofDays(365).plusNanos(1));
            return runtime.now().minus(before);
          });
      assertThat(slept).isEqualTo(Duration.ofDays(365).plusNanos(1));
      assertThat(clock.now()).isEqualTo(slept);
    }
  }

  @EachBackend
  void theClockStartsWhereItIsSet(Backend backend) {
    try (AsyncRuntime runtime =
        runtime(backend, VirtualClock.automatic(Duration.ofSeconds(1000)))) {
      assertThat(runtime.now()).isEqualTo(Duration.ofSeconds(1000));
      runtime.blockOn(() -> Async.sleep(millis(250)));
      assertThat(runtime.now()).isEqualTo(Duration.ofMillis(1_000_250));
    }
  }

  @EachBackend
  void sleepersResumeInTheOrderOfTheirDeadlines(Backend backend) {
    List<String> woken = Collections.synchronizedList(new ArrayList<>());
    try (AsyncRuntime runtime = runtime(backend, VirtualClock.automatic())) {
      runtime.blockOn(() -> {
        for (int delay : new int[] {50, 30, 20, 40}) {
          Async.spawn(() -> {
            Async.sleep(millis(delay));
            woken.add(delay + " at " + runtime.now().toMillis());
          });
        }
      });
    }
    assertThat(woken).containsExactly("20 at 20", "30 at 30", "40 at 40", "50 at 50");
  }

  @EachBackend
  void equalDeadlinesGoOffInTheOrderInWhichTheyWereSet(Backend backend) {
    List<Integer> woken = Collections.synchronizedList(new ArrayList<>());
    try (AsyncRuntime runtime = runtime(backend, VirtualClock.automatic())) {
      runtime.blockOn(() -> {
        for (int i = 0; i < 50; i++) {
          int number = i;
          Async.spawn(() -> {
            Async.sleep(millis(10).minus(runtime.now()));
            woken.add(number);
          });
          // Each has fallen asleep before the next is started.
          Async.sleep(Duration.ofNanos(1));
        }
      });
    }
    assertThat(woken).hasSize(50).isSorted();
  }

  @EachBackend
  void aTimeoutFiresAtItsTime(Backend backend) {
    try (AsyncRuntime runtime = runtime(backend, VirtualClock.automatic())) {
      runtime.blockOn(() -> {
        assertThatThrownBy(
                () -> Async.timeout(Duration.ofHours(2), () -> Async.sleep(Duration.ofHours(3))))
            .isInstanceOf(AsyncException.Timeout.class)
            .hasMessageContaining("2h");
        assertThat(runtime.now()).isEqualTo(Duration.ofHours(2));
        Async.timeout(Duration.ofHours(2), () -> Async.sleep(Duration.ofHours(1)));
        assertThat(runtime.now()).isEqualTo(Duration.ofHours(3));
      });
    }
  }

  @EachBackend
  void timeStandsStillDuringBlockingWork(Backend backend) throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    try (AsyncRuntime runtime = runtime(backend, VirtualClock.automatic())) {
      Thread outside =
          Thread.ofPlatform()
              .start(() -> {
                while (steps.isEmpty()) {
                  Thread.onSpinWait();
                }
                release.countDown();
              });
      runtime.blockOn(() -> {
        Async.spawn(() -> {
          Async.sleep(millis(1));
          steps.add("slept");
        });
        Async.spawnBlocking(() -> {
          steps.add("started");
          release.await();
          steps.add("worked at " + runtime.now());
        });
      });
      outside.join();
    }
    assertThat(steps).containsExactly("started", "worked at PT0S", "slept");
  }

  @EachBackend
  void blockingWorkSleepsInVirtualTimeToo(Backend backend) {
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    try (AsyncRuntime runtime = runtime(backend, VirtualClock.automatic())) {
      runtime.blockOn(() -> {
        Async.spawnBlocking(() -> {
          Async.sleep(millis(30));
          steps.add("pool at " + runtime.now().toMillis());
        });
        Async.sleep(millis(20));
        steps.add("task at " + runtime.now().toMillis());
        Async.sleep(millis(20));
        steps.add("task at " + runtime.now().toMillis());
      });
    }
    assertThat(steps).containsExactly("task at 20", "pool at 30", "task at 40");
  }

  @EachBackend
  void aManualClockMovesOnlyByHand(Backend backend) {
    List<Long> ticks = Collections.synchronizedList(new ArrayList<>());
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = runtime(backend, clock)) {
      runtime.spawn(() -> {
        for (; ; ) {
          Async.sleep(millis(10));
          ticks.add(runtime.now().toMillis());
        }
      });
      clock.advanceBy(Duration.ZERO);
      assertThat(ticks).isEmpty();
      clock.advanceBy(millis(9));
      assertThat(ticks).isEmpty();
      clock.advanceBy(millis(1));
      assertThat(ticks).containsExactly(10L);
      clock.advanceBy(millis(25));
      assertThat(ticks).containsExactly(10L, 20L, 30L);
      assertThat(clock.now()).isEqualTo(millis(35));
    }
  }

  @EachBackend
  void aTaskMayMoveTheClock(Backend backend) {
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = runtime(backend, clock)) {
      runtime.blockOn(() -> {
        TaskHandle<Long> sleeper =
            Async.spawn(() -> {
              Async.sleep(millis(100));
              return runtime.now().toMillis();
            });
        clock.advanceBy(millis(99));
        assertThat(sleeper.isFinished()).isFalse();
        clock.advanceBy(millis(1));
        assertThat(sleeper.isFinished()).isTrue();
        assertThat(sleeper.await()).isEqualTo(100);
      });
    }
  }

  @EachBackend
  void advanceUntilIdleRunsAllTimers(Backend backend) {
    VirtualClock clock = VirtualClock.manual(Duration.ofSeconds(1));
    try (AsyncRuntime runtime = runtime(backend, clock)) {
      List<TaskHandle<?>> sleepers = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        int hours = i;
        sleepers.add(
            runtime.spawn(() -> {
              Async.sleep(Duration.ofHours(hours));
              Async.sleep(Duration.ofHours(hours));
            }));
      }
      assertThat(clock.advanceUntilIdle()).isEqualTo(Duration.ofHours(6));
      assertThat(sleepers).allMatch(TaskHandle::isFinished);
      assertThat(clock.advanceUntilIdle()).isEqualTo(Duration.ZERO);
    }
  }

  @EachBackend
  void aCancelledAdvanceLeavesTimeWhereItWas(Backend backend) {
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = runtime(backend, clock)) {
      runtime.blockOn(() -> {
        TaskHandle<?> advancing = Async.spawn(() -> clock.advanceBy(Duration.ofDays(1)));
        Async.spawn(() -> {
          Async.sleep(millis(5));
          advancing.abort();
        });
        assertThatThrownBy(advancing::await).isInstanceOf(AsyncException.Join.class);
        assertThat(clock.now()).isEqualTo(millis(5));
      });
    }
  }

  @EachBackend
  void aDelayedCallbackComesAtItsTime(Backend backend) {
    List<Duration> called = Collections.synchronizedList(new ArrayList<>());
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = runtime(backend, clock)) {
      runtime.callLater(millis(7), () -> called.add(runtime.now()));
      runtime.callLater(millis(8), () -> called.add(runtime.now())).cancel();
      clock.advanceBy(millis(10));
    }
    assertThat(called).containsExactly(millis(7));
  }

  @EachBackend
  void timePassesWhileTheRuntimeCloses(Backend backend) {
    List<String> failures = Collections.synchronizedList(new ArrayList<>());
    VirtualClock clock = VirtualClock.manual();
    AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .clock(clock)
            .closeTimeout(Duration.ofHours(1))
            .failureHandler((what, failure) -> failures.add(what))
            .build();
    runtime.spawn(() -> {
      try {
        Async.sleep(Duration.ofDays(10));
      } finally {
        Async.sleep(Duration.ofMinutes(50));
      }
    });
    clock.advanceBy(Duration.ZERO);
    runtime.close();
    assertThat(failures).isEmpty();
    assertThat(runtime.now()).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  void aClockServesOneRuntime() {
    VirtualClock clock = VirtualClock.automatic();
    assertThatThrownBy(() -> clock.advanceBy(millis(1)))
        .isInstanceOf(AsyncException.Runtime.class)
        .hasMessageContaining("serves no runtime yet");
    try (AsyncRuntime runtime = runtime(Backend.EVENT_LOOP, clock)) {
      AsyncRuntime.Builder second = AsyncRuntime.builder().clock(clock);
      assertThatThrownBy(second::build)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("serves another runtime");
      assertThatThrownBy(() -> clock.advanceBy(millis(-1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("PT-0.001S");
      assertThat(runtime.now()).isZero();
    }
  }
}

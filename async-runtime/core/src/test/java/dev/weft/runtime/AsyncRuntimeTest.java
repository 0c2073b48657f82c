package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.forever;
import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class AsyncRuntimeTest {

  @EachBackend
  void blockOnReturnsTheBodysValue(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      assertThat(runtime.<String>blockOn(() -> "done")).isEqualTo("done");
      assertThat(runtime.<Integer>blockOn(() -> 2)).isEqualTo(2);
    }
  }

  @EachBackend
  void spawnReturnsItsValue(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      int sum =
          runtime.blockOn(() -> {
            TaskHandle<Integer> one = Async.spawn(() -> 1);
            TaskHandle<Integer> two = Async.spawn(() -> Async.spawn(() -> 2).await());
            return one.await() + two.await();
          });
      assertThat(sum).isEqualTo(3);
    }
  }

  @EachBackend
  void sleepersEndInTheOrderOfTheirDeadlines(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      List<Integer> order = new CopyOnWriteArrayList<>();
      int sum =
          runtime.blockOn(() -> {
            List<TaskHandle<Integer>> sleepers = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
              int delay = 60 - 15 * i;
              int value = i;
              sleepers.add(
                  Async.spawn(() -> {
                    Async.sleep(millis(delay));
                    order.add(value);
                    return value;
                  }));
            }
            return sleepers.stream().mapToInt(TaskHandle::await).sum();
          });
      assertThat(sum).isEqualTo(6);
      assertThat(order).containsExactly(3, 2, 1);
    }
  }

  @EachBackend
  void sleepIsNeverShort(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        for (int i = 1; i < 10; i++) {
          long start = System.nanoTime();
          Async.sleep(millis(i));
          assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(millis(i).toNanos());
        }
      });
    }
  }

  @EachBackend
  void zeroAndNegativeSleepsYield(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Async.sleep(Duration.ZERO);
        Async.sleep(Duration.ofSeconds(-1));
        Async.sleep(Duration.ofSeconds(Long.MIN_VALUE));
      });
    }
  }

  @EachBackend
  void aFailureReachesTheAwaiterWithBothStacks(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      AsyncException.Join error =
          runtime.blockOn(() -> {
            TaskHandle<Object> reader =
                Async.spawn(
                    "reader",
                    () -> {
                      throw new IOException("disk is full");
                    });
            return catchThrowableOfType(AsyncException.Join.class, reader::await);
          });
      assertThat(error)
          .hasMessage("task 'reader' failed: java.io.IOException: disk is full")
          .hasCauseInstanceOf(IOException.class);
      assertThat(error.task()).isEqualTo("reader");
      assertThat(error.isCancelled()).isFalse();
      assertThat(error.getStackTrace())
          .anyMatch(f -> f.getClassName().contains("AsyncRuntimeTest"));
      assertThat(error)
          .cause()
          .extracting(
              Throwable::getStackTrace, InstanceOfAssertFactories.array(StackTraceElement[].class))
          .anyMatch(f -> f.getClassName().contains("AsyncRuntimeTest"));
    }
  }

  @EachBackend
  void anErrorIsAPanic(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      assertThatThrownBy(() ->
              runtime.blockOn(() -> {
                throw new AssertionError("broken");
              }))
          .isInstanceOf(AsyncException.Panic.class)
          .hasMessageContaining("task 'main' died")
          .hasMessageContaining("broken");
    }
  }

  @EachBackend
  void nestedBlockOnIsAnErrorNotADeadlock(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      assertThatThrownBy(() -> runtime.blockOn(() -> runtime.<Integer>blockOn(() -> 1)))
          .isInstanceOf(AsyncException.Join.class)
          .hasCauseInstanceOf(AsyncException.Runtime.class)
          .hasMessageContaining("blockOn was called inside task 'main'");
    }
  }

  @EachBackend
  void anotherRuntimesBlockOnMayBeCalledInATask(Backend backend) {
    try (AsyncRuntime outer = Runtimes.of(backend);
        AsyncRuntime inner = Runtimes.of(backend)) {
      assertThat(outer.<Integer>blockOn(() -> inner.<Integer>blockOn(() -> 7))).isEqualTo(7);
    }
  }

  @Test
  void verbsOutsideATaskSaySo() {
    assertThatThrownBy(() -> Async.sleep(millis(1)))
        .isInstanceOf(AsyncException.Runtime.class)
        .hasMessageContaining("Async.sleep")
        .hasMessageContaining("blockOn");
    assertThat(Async.currentTask()).isEmpty();
  }

  @EachBackend
  void spawnBlockingRunsOffTheLoop(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      CountDownLatch latch = new CountDownLatch(1);
      String thread =
          runtime.blockOn(() -> {
            TaskHandle<String> blocked =
                Async.spawnBlocking(() -> {
                  latch.await();
                  return Thread.currentThread().getName();
                });
            // Runs although the other blocks a thread.
            Async.spawn(latch::countDown).await();
            return blocked.await();
          });
      assertThat(thread).startsWith("weft-blocking-");
    }
  }

  @EachBackend
  void queuedBlockingWorkIsCancelledBeforeItStarts(Backend backend) {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().backend(backend).blockingThreads(1).build()) {
      CountDownLatch latch = new CountDownLatch(1);
      AtomicBoolean ran = new AtomicBoolean();
      runtime.blockOn(() -> {
        TaskHandle<?> first = Async.spawnBlocking(() -> latch.await());
        TaskHandle<?> second = Async.spawnBlocking(() -> ran.set(true));
        assertThat(second.abort("not needed")).isTrue();
        assertThatThrownBy(second::await)
            .isInstanceOf(AsyncException.Join.class)
            .hasMessageContaining("not needed");
        latch.countDown();
        first.await();
      });
      assertThat(ran).isFalse();
    }
  }

  @EachBackend
  void runningBlockingWorkIsInterrupted(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      CountDownLatch running = new CountDownLatch(1);
      runtime.blockOn(() -> {
        TaskHandle<?> work =
            Async.spawnBlocking(() -> {
              running.countDown();
              Thread.sleep(forever());
            });
        Async.spawnBlocking(() -> running.await()).await();
        work.abort();
        AsyncException.Join error = catchThrowableOfType(AsyncException.Join.class, work::await);
        assertThat(error.isCancelled()).isTrue();
      });
    }
  }

  @EachBackend
  void aParentAwaitsItsChildren(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      AtomicInteger ended = new AtomicInteger();
      runtime.blockOn(() -> {
        for (int i = 0; i < 10; i++) {
          Async.spawn(() -> {
            Async.yieldNow();
            ended.incrementAndGet();
          });
        }
      });
      assertThat(ended).hasValue(10);
    }
  }

  @EachBackend
  void aFailingParentCancelsItsChildrenAndAwaitsTheirCleanup(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      AtomicBoolean cleaned = new AtomicBoolean();
      assertThatThrownBy(() ->
              runtime.blockOn(() -> {
                TaskHandle<?> child =
                    Async.spawn(() -> {
                      try {
                        Async.sleep(forever());
                      } finally {
                        Async.sleep(millis(5));
                        cleaned.set(true);
                      }
                    });
                Async.sleep(millis(5));
                throw new IOException("no luck with " + child.name());
              }))
          .hasRootCauseInstanceOf(IOException.class);
      assertThat(cleaned).isTrue();
    }
  }

  @EachBackend
  void unobservedFailuresAreReported(Backend backend) {
    List<String> reports = new CopyOnWriteArrayList<>();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .failureHandler((what, failure) -> reports.add(what + " / " + failure.getMessage()))
            .build()) {
      runtime.blockOn(() -> {
        Async.spawn(
            "lonely",
            () -> {
              throw new IOException("nobody saw");
            });
      });
    }
    assertThat(reports).singleElement().asString().contains("'lonely'").contains("nobody saw");
  }

  @EachBackend
  void localTasksRunOneAtATimeAndSwitchOnlyWhereTheySuspend(Backend backend) {
    Steps.run(
        backend,
        () -> {
          int[] counter = new int[1];
          List<TaskHandle<?>> tasks = new ArrayList<>();
          for (int i = 0; i < 10; i++) {
            tasks.add(
                Async.spawnLocal(() -> {
                  for (int j = 0; j < 1_000; j++) {
                    int seen = counter[0];
                    if (j % 100 == 0) {
                      Async.spawnLocal(() -> counter[0]++).await();
                      seen = counter[0];
                      Thread.onSpinWait();
                    }
                    counter[0] = seen + 1;
                    Async.yieldNow();
                  }
                }));
          }
          int mine = counter[0];
          counter[0] = mine + 1;
          tasks.forEach(TaskHandle::await);
          assertThat(counter[0]).isEqualTo(10_000 + 100 + 1);
        });
  }

  @EachBackend
  void aLocalTaskThatIsCancelledOrFailsGivesItsTurnBack(Backend backend) {
    Steps.run(
        backend,
        () -> {
          TaskHandle<?> sleeper = Async.spawnLocal(() -> Async.sleep(Runtimes.forever()));
          TaskHandle<?> failing =
              Async.spawnLocal(() -> {
                throw new IOException("broken");
              });
          Async.yieldNow();
          sleeper.abort();
          assertThatThrownBy(sleeper::await).isInstanceOf(AsyncException.Join.class);
          assertThatThrownBy(failing::await).hasRootCauseMessage("broken");
          assertThat(Async.<String>spawnLocal(() -> "next").await()).isEqualTo("next");
        });
  }

  @EachBackend
  void tenIncrementersShareACounter(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      AtomicInteger counter = new AtomicInteger();
      runtime.blockOn(() -> {
        for (int i = 0; i < 10; i++) {
          Async.spawn(() -> {
            for (int j = 0; j < 100; j++) {
              counter.incrementAndGet();
              Async.yieldNow();
            }
          });
        }
      });
      assertThat(counter).hasValue(1000);
    }
  }

  @EachBackend
  void startAndCloseAreIdempotent(Backend backend) {
    AsyncRuntime runtime = Runtimes.of(backend);
    runtime.start();
    runtime.start();
    assertThat(runtime.<Integer>blockOn(() -> 1)).isEqualTo(1);
    runtime.close();
    runtime.close();
    assertThatThrownBy(() -> runtime.blockOn(() -> {}))
        .isInstanceOf(AsyncException.Runtime.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> runtime.spawn(() -> {}))
        .isInstanceOf(AsyncException.Spawn.class)
        .hasMessageContaining("closed");
  }

  @EachBackend
  void aStartedRuntimeRunsTasksWithNobodyInBlockOn(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      CountDownLatch ran = new CountDownLatch(1);
      runtime.spawn(() -> {
        Async.sleep(millis(1));
        ran.countDown();
      });
      ran.await();
    }
  }

  @EachBackend
  void closeCancelsWhatIsLeftAndAwaitsItsCleanup(Backend backend) {
    Steps steps = new Steps();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        runtime.spawn(() -> {
          try {
            Async.sleep(forever());
          } finally {
            Async.sleep(millis(2));
            steps.add("cleaned");
          }
        });
        Async.sleep(millis(2));
        steps.add("main ends");
      });
    }
    steps.assertTaken("main ends", "cleaned");
  }

  @EachBackend
  void closeGivesUpOnATaskThatRefusesToEnd(Backend backend) {
    List<String> reports = new CopyOnWriteArrayList<>();
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger refusals = new AtomicInteger();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .closeTimeout(millis(50))
            .failureHandler((what, failure) -> reports.add(what))
            .build()) {
      runtime.blockOn(() -> {
        runtime.spawn(
            "stubborn",
            () -> {
              while (!stop.get()) {
                try {
                  Async.sleep(millis(5));
                } catch (CancellationError e) {
                  refusals.incrementAndGet();
                }
              }
            });
        Async.sleep(millis(5));
      });
    } finally {
      stop.set(true);
    }
    assertThat(refusals).hasPositiveValue();
    assertThat(reports).singleElement().asString().contains("'stubborn'").contains("50ms");
  }

  @EachBackend
  void anInterruptCancelsTheRootAndIsRestored(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      AtomicBoolean cleaned = new AtomicBoolean();
      Thread me = Thread.currentThread();
      assertThatThrownBy(() ->
              runtime.blockOn(() -> {
                try {
                  me.interrupt();
                  Async.sleep(forever());
                } finally {
                  cleaned.set(true);
                }
              }))
          .isInstanceOf(AsyncException.Join.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(cleaned).isTrue();
    }
  }

  @EachBackend
  void callbacksRunAndTheirFailuresAreReported(Backend backend) throws Exception {
    List<String> reports = new CopyOnWriteArrayList<>();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .failureHandler((what, failure) -> reports.add(failure.getMessage()))
            .build()) {
      runtime.start();
      CountDownLatch ran = new CountDownLatch(2);
      runtime.callSoon(() -> {
        ran.countDown();
        throw new IllegalStateException("callback broke");
      });
      runtime.callLater(millis(1), ran::countDown);
      AsyncRuntime.Cancellable never = runtime.callLater(millis(20), () -> reports.add("ran"));
      never.cancel();
      ran.await();
      runtime.blockOn(() -> Async.sleep(millis(40)));
    }
    assertThat(reports).containsExactly("callback broke");
  }

  @EachBackend
  void manyThreadsUseOneRuntime(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      List<Thread> threads = new ArrayList<>();
      AtomicInteger sum = new AtomicInteger();
      for (int i = 0; i < 8; i++) {
        threads.add(
            Thread.ofPlatform()
                .start(() -> {
                  for (int j = 0; j < 50; j++) {
                    sum.addAndGet(runtime.<Integer>blockOn(() -> Async.spawn(() -> 1).await()));
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(sum).hasValue(400);
    }
  }
}

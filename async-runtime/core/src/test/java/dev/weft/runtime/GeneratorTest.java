package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What generators promise on every backend, and to plain threads. */
class GeneratorTest {
  private final Steps steps = new Steps();

  private static AsyncGenerator<Integer, @Nullable Void> numbers(int count) {
    return AsyncGenerator.of(out -> {
      for (int i = 0; i < count; i++) {
        out.emit(i);
      }
    });
  }

  @EachBackend
  void bodyRunsAsTheTaskThatAsks(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncGenerator<String, @Nullable Void> names =
              AsyncGenerator.of(out -> {
                for (; ; ) {
                  out.emit(Async.currentTask().orElseThrow().name());
                }
              });
          assertThat(names.next()).isEqualTo("main");
          assertThat(Async.spawn("second", () -> names.next()).await()).isEqualTo("second");
          assertThat(names.next()).isEqualTo("main");
          names.close();
        });
  }

  @EachBackend
  void timeoutEndsTheBodyWhereItWaits(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncGenerator<Integer, @Nullable Void> slow =
              AsyncGenerator.of(out -> {
                try {
                  out.emit(1);
                  steps.step(1);
                  Async.sleep(Duration.ofDays(1));
                } finally {
                  steps.step(2);
                }
              });
          assertThat(slow.next()).isEqualTo(1);
          assertThatThrownBy(() -> Async.timeout(millis(5), slow::hasNext))
              .isInstanceOf(AsyncException.Timeout.class);
          steps.step(3);
          assertThat(slow.hasNext()).isFalse();
          Async.sleep(millis(1));
        });
  }

  @EachBackend
  void abortReachesABodyThatIsBlockedOrWaits(Backend backend) {
    Steps.run(
        backend,
        () -> {
          for (int round = 0; round < 50; round++) {
            List<String> seen = new CopyOnWriteArrayList<>();
            TaskHandle<?> task =
                Async.spawn(() -> {
                  AsyncGenerator<Integer, @Nullable Void> endless =
                      AsyncGenerator.of(out -> {
                        try {
                          for (int i = 0; ; i++) {
                            out.emit(i);
                            Async.yieldNow();
                          }
                        } finally {
                          seen.add("finally");
                        }
                      });
                  try (endless) {
                    while (endless.hasNext()) {
                      endless.next();
                      Async.checkCancelled();
                    }
                  }
                });
            for (int i = 0; i < round; i++) {
              Async.yieldNow();
            }
            task.abort();
            Steps.settle(task);
            assertThat(task.outcome()).get().isInstanceOf(Outcome.Cancelled.class);
            assertThat(seen.size()).isLessThanOrEqualTo(1);
            Async.sleep(Duration.ofNanos(1));
          }
        });
  }

  @EachBackend
  void hasNextDoesNotAdvanceTwice(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncGenerator<Integer, @Nullable Void> three = numbers(3);
          assertThat(three.hasNext()).isTrue();
          assertThat(three.hasNext()).isTrue();
          assertThatThrownBy(() -> three.throwIn(new IllegalStateException()))
              .isInstanceOf(AsyncException.Runtime.class)
              .hasMessageContaining("hasNext");
          List<Integer> all = new ArrayList<>();
          three.forEachRemaining(all::add);
          assertThat(all).containsExactly(0, 1, 2);
          assertThat(three.hasNext()).isFalse();
        });
  }

  @EachBackend
  void emitOutsideTheBodyIsRefused(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncGenerator<Integer, @Nullable Void> generator =
              AsyncGenerator.of(out ->
                  Async.spawn(
                          () -> {
                            out.emit(1);
                          })
                      .await());
          assertThatThrownBy(generator::hasNext)
              .hasRootCauseInstanceOf(AsyncException.Runtime.class)
              .hasMessageContaining("outside the generator's body");
        });
  }

  @EachBackend
  void ownStepInsideTheBodyIsRefused(Backend backend) {
    Steps.run(
        backend,
        () -> {
          List<AsyncGenerator<Integer, @Nullable Void>> self = new ArrayList<>();
          self.add(AsyncGenerator.of(out -> self.getFirst().next()));
          assertThatThrownBy(() -> self.getFirst().next())
              .isInstanceOf(AsyncException.Runtime.class)
              .hasMessageContaining("own body");
        });
  }

  @EachBackend
  void deepNestingWorks(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncStream<Integer> stream = AsyncStream.of(1, 2, 3);
          for (int i = 0; i < 50; i++) {
            AsyncStream<Integer> inner = stream;
            stream =
                AsyncStream.generate(out -> {
                  try (AsyncGenerator<Integer, ?> pulled = inner.iterator()) {
                    while (pulled.hasNext()) {
                      Async.yieldNow();
                      out.accept(pulled.next() + 1);
                    }
                  }
                });
          }
          assertThat(stream.toList()).containsExactly(51, 52, 53);
        });
  }

  @EachBackend
  void manyAtOnceKeepApart(Backend backend) {
    Steps.run(
        backend,
        () -> {
          List<TaskHandle<Long>> tasks = new ArrayList<>();
          for (int t = 0; t < 100; t++) {
            tasks.add(
                Async.spawn(() -> {
                  long sum = 0;
                  AsyncGenerator<Integer, @Nullable Void> generator =
                      AsyncGenerator.of(out -> {
                        for (int i = 0; i < 100; i++) {
                          if (i % 7 == 0) {
                            Async.yieldNow();
                          }
                          out.emit(i);
                        }
                      });
                  while (generator.hasNext()) {
                    sum += generator.next();
                  }
                  return sum;
                }));
          }
          for (TaskHandle<Long> task : tasks) {
            assertThat(task.await()).isEqualTo(4950);
          }
        });
  }

  @EachBackend
  void bodyMayBlockItsThread(Backend backend) {
    Object monitor = new Object();
    Steps.run(
        backend,
        () -> {
          Thread other;
          synchronized (monitor) {
            other =
                Thread.ofPlatform()
                    .start(() -> {
                      for (int i = 0; i < 200; i++) {
                        synchronized (monitor) {
                          Thread.onSpinWait();
                        }
                      }
                    });
          }
          AsyncGenerator<Integer, @Nullable Void> generator =
              AsyncGenerator.of(out -> {
                for (int i = 0; i < 200; i++) {
                  synchronized (monitor) {
                    Thread.onSpinWait();
                  }
                  out.emit(i);
                }
              });
          int count = 0;
          while (generator.hasNext()) {
            assertThat(generator.next()).isEqualTo(count++);
            synchronized (monitor) {
              Thread.onSpinWait();
            }
          }
          assertThat(count).isEqualTo(200);
          other.join();
        });
  }

  @EachBackend
  void failureOfALiveOnesCleanupIsReportedAtClose(Backend backend) {
    List<String> reports = new CopyOnWriteArrayList<>();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .failureHandler((what, failure) -> reports.add(what + " " + failure.getMessage()))
            .build()) {
      runtime.blockOn(() -> {
        AsyncGenerator<Integer, @Nullable Void> bad =
            AsyncGenerator.of(out -> {
              try {
                out.emit(1);
              } finally {
                steps.add("cleaned");
                Async.sleep(millis(1));
                failCleanup();
              }
            });
        assertThat(bad.next()).isEqualTo(1);
        assertThat(Async.spawnBlocking(() -> numbers(2).next()).await()).isZero();
      });
    }
    steps.assertTaken("cleaned");
    assertThat(reports).singleElement().asString().contains("still open", "the disk is full");
  }

  private static void failCleanup() {
    throw new IllegalStateException("the disk is full");
  }

  @Test
  @Timeout(30)
  void generatorOfALoopByBatonIsRefusedOutside() {
    try (AsyncRuntime runtime = Runtimes.of(Backend.EVENT_LOOP_BATON)) {
      AsyncGenerator<Integer, @Nullable Void> generator = numbers(3);
      runtime.blockOn(() -> {
        assertThat(generator.next()).isZero();
      });
      assertThatThrownBy(generator::next)
          .isInstanceOf(AsyncException.Runtime.class)
          .hasMessageContaining("outside event loops");
      runtime.blockOn(() -> {
        assertThat(generator.next()).isEqualTo(1);
      });
    }
  }

  @Test
  @Timeout(30)
  void generatorGoesOnWhereverItIsAsked() {
    AsyncGenerator<Integer, @Nullable Void> generator =
        AsyncGenerator.of(out -> {
          for (int i = 0; ; i++) {
            if (Async.currentTask().isPresent()) {
              Async.sleep(millis(1));
            }
            out.emit(i);
          }
        });
    assertThat(generator.next()).isZero();
    for (Backend backend : List.of(Backend.EVENT_LOOP_MOUNTED, Backend.VIRTUAL_THREADS)) {
      Steps.run(
          backend,
          () -> {
            generator.next();
            assertThat(Async.spawn(generator::next).await()).isPositive();
          });
    }
    assertThat(generator.next()).isEqualTo(5);
  }

  @EachBackend
  void elementMayBeGivenOutAndAwaitedInsideAMonitor(Backend backend) {
    Steps.run(
        backend,
        () -> {
          Object monitor = new Object();
          AsyncGenerator<Boolean, @Nullable Void> inside =
              AsyncGenerator.of(out -> {
                synchronized (monitor) {
                  Async.sleep(millis(1));
                  out.emit(Thread.holdsLock(monitor));
                  Async.yieldNow();
                  out.emit(Thread.holdsLock(monitor));
                }
              });
          inside.forEachRemaining(held -> assertThat(held).isTrue());
          assertThat(Thread.holdsLock(monitor)).isFalse();
        });
  }

  @EachBackend
  void emitInsideAnotherGeneratorsBodyIsRefused(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncGenerator<Integer, @Nullable Void> outer =
              AsyncGenerator.of(
                  out -> AsyncGenerator.<Integer, @Nullable Void>of(inner -> out.emit(1)).next());
          assertThatThrownBy(outer::next)
              .isInstanceOf(AsyncException.Runtime.class)
              .hasMessageContaining("outside the generator's body");
        });
  }

  @EachBackend
  void detachedOneIsLeftOpenByItsRuntime(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncGenerator<Integer, @Nullable Void> dropped =
              AsyncGenerator.detached(out -> {
                try {
                  out.emit(1);
                } finally {
                  steps.add("cleaned");
                }
              });
          assertThat(dropped.next()).isEqualTo(1);
        });
    steps.assertTaken();
  }

  @Test
  @Timeout(30)
  void plainThreadMakesStepsAndCanBeInterruptedInThem() throws InterruptedException {
    AsyncGenerator<Integer, @Nullable Void> plain = numbers(2);
    assertThat(plain.next()).isZero();
    assertThat(plain.next()).isEqualTo(1);
    assertThat(plain.hasNext()).isFalse();
    StickyEvent never = new StickyEvent();
    AtomicReference<String> seen = new AtomicReference<>("");
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              AsyncGenerator<Integer, @Nullable Void> waits =
                  AsyncGenerator.of(out -> never.await());
              try {
                waits.next();
              } catch (CancellationError e) {
                seen.set("cancelled, interrupted " + Thread.currentThread().isInterrupted());
              }
            });
    Awaitility.await().until(() -> never.waiting() == 1);
    thread.interrupt();
    thread.join();
    assertThat(seen.get()).isEqualTo("cancelled, interrupted true");
  }
}

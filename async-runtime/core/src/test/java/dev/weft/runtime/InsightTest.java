package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.forever;
import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.RuntimeDump.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InsightTest {

  private static AsyncRuntime.Builder builder(Backend backend) {
    return AsyncRuntime.builder().backend(backend);
  }

  private static void napOf(Duration duration) {
    Async.sleep(duration);
  }

  private static RuntimeDump.Entry named(String name, List<RuntimeDump.Entry> entries) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst().orElseThrow();
  }

  @EachBackend
  void aDumpShowsTheTreeAndWhatEachTaskWaitsFor(Backend backend) {
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = builder(backend).clock(clock).tracing(true).build()) {
      runtime.spawn(
          "keeper",
          () -> {
            TaskHandle<?> napper = Async.spawn("napper", () -> napOf(forever()));
            Async.spawn("awaiter", () -> napper.await());
            Channel<Integer> channel = Channel.buffered(0);
            Async.group(group -> {
              group.spawn("reader", channel::receive);
              Async.group(inner -> {
                inner.spawn("writer", () -> Async.sleep(forever()));
              });
            });
          });
      clock.advanceBy(millis(1500));
      RuntimeDump dump = runtime.dump();

      assertThat(dump.backend()).isEqualTo(backend);
      assertThat(dump.time()).isEqualTo(millis(1500));
      assertThat(dump.size()).isEqualTo(5);
      RuntimeDump.Entry keeper = named("keeper", dump.tasks());
      assertThat(keeper.children())
          .extracting(RuntimeDump.Entry::name)
          .containsExactly("napper", "awaiter", "reader", "writer");
      assertThat(keeper.children()).allMatch(child -> child.state() == State.WAITING);
      assertThat(keeper.waitingFor()).contains("group");
      assertThat(named("awaiter", keeper.children()).waitingFor()).contains("task 'napper'");
      assertThat(named("reader", keeper.children()).waitingFor()).contains("channel.receive");
      RuntimeDump.Entry napper = named("napper", keeper.children());
      assertThat(napper.waitingFor()).contains("sleep");
      assertThat(napper.waitingSince()).contains(millis(1500));
      assertThat(napper.stack().getFirst().toString()).contains("Async.sleep");
      assertThat(napper.stack().get(1).getMethodName()).isEqualTo("napOf");
      assertThat(dump.toString())
          .contains(
              backend + " at 1.5s: 5 tasks",
              "\n  keeper: waiting for group",
              "\n    napper: waiting for sleep, since 1.5s\n        at ",
              "InsightTest.napOf(InsightTest.java:");
    }
  }

  @EachBackend
  void aDumpTellsNewReadyAndRunningTasks(Backend backend) {
    try (AsyncRuntime runtime = builder(backend).blockingThreads(1).build()) {
      runtime.blockOn(() -> {
        CountDownLatch release = new CountDownLatch(1);
        TaskHandle<?> working = Async.spawnBlocking(() -> release.await());
        Async.spawnBlocking(() -> {});
        await()
            .until(() ->
                runtime.dump().tasks().getFirst().children().getFirst().state() == State.RUNNING);
        Async.spawn("unstarted", () -> {});
        RuntimeDump.Entry main = runtime.dump().tasks().getFirst();
        assertThat(main.name()).isEqualTo("main");
        assertThat(main.state()).isEqualTo(State.RUNNING);
        assertThat(main.waitingFor()).isEmpty();
        assertThat(main.children().get(1).state()).isEqualTo(State.NEW);
        assertThat(main.stack().getFirst().getClassName()).contains("InsightTest");
        if (backend != Backend.VIRTUAL_THREADS) {
          assertThat(named("unstarted", main.children()).state()).isEqualTo(State.NEW);
        }
        release.countDown();
        working.await();
      });
    }
  }

  @EachBackend
  void aTaskThatWasAskedToEndIsMarked(Backend backend) {
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = builder(backend).clock(clock).build()) {
      TaskHandle<?> stubborn =
          runtime.spawn(
              "stubborn",
              () -> {
                try {
                  Async.sleep(forever());
                } finally {
                  Async.sleep(millis(10));
                }
              });
      clock.advanceBy(millis(1));
      stubborn.abort();
      clock.advanceBy(millis(1));
      RuntimeDump.Entry entry = runtime.dump().tasks().getFirst();
      assertThat(entry.cancelRequests()).isOne();
      assertThat(entry.waitingSince()).isEmpty();
      assertThat(runtime.dump().toString()).contains("stubborn: waiting for sleep, asked to end");
    }
  }

  @EachBackend
  void aDumpMayBeTakenWhileTasksRun(Backend backend) throws Exception {
    List<String> failures = new CopyOnWriteArrayList<>();
    try (AsyncRuntime runtime =
        builder(backend).failureHandler((what, failure) -> failures.add(what + failure)).build()) {
      Thread dumper =
          Thread.ofPlatform()
              .start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                  assertThat(runtime.dump().toString()).isNotEmpty();
                }
              });
      for (int round = 0; round < 20; round++) {
        runtime.blockOn(() -> {
          for (int i = 0; i < 50; i++) {
            Async.spawn(() -> {
              for (int j = 0; j < 20; j++) {
                Async.yieldNow();
              }
              Async.sleep(Duration.ofNanos(1000));
              try (AsyncGenerator<Integer, Void> steps =
                  AsyncGenerator.of(out -> {
                    out.emit(1);
                    Async.yieldNow();
                    out.emit(2);
                  })) {
                assertThat(steps.next() + steps.next()).isEqualTo(3);
              }
            });
          }
        });
      }
      dumper.interrupt();
      dumper.join();
    }
    assertThat(failures).isEmpty();
  }

  @EachBackend
  void tasksAreCountedByHowTheyEnd(Backend backend) {
    try (AsyncRuntime runtime = builder(backend).build()) {
      runtime.start();
      TaskHandle<?> living = runtime.spawn(() -> Async.sleep(forever()));
      runtime.blockOn(() -> {
        Async.spawn(() -> 1);
        Async.spawnBlocking(() -> 2).await();
        TaskHandle<?> failing =
            Async.spawn(() -> {
              throw new IllegalStateException("expected");
            });
        failing.onDone(done -> {});
        TaskHandle<?> aborted = Async.spawn(() -> Async.sleep(forever()));
        aborted.abort();
      });
      await()
          .untilAsserted(() -> {
            RuntimeStats stats = runtime.stats();
            assertThat(stats.spawned()).isEqualTo(6);
            assertThat(stats.live()).isEqualTo(1);
            assertThat(stats.succeeded()).isEqualTo(3);
            assertThat(stats.failed()).isEqualTo(1);
            assertThat(stats.cancelled()).isEqualTo(1);
          });
      assertThat(runtime.stats().steps().isPresent()).isEqualTo(backend != Backend.VIRTUAL_THREADS);
      living.abort();
    }
  }

  @EachLoop
  void stepsOfTheLoopAreCounted(Backend backend) {
    try (AsyncRuntime runtime = builder(backend).build()) {
      long counted =
          runtime.blockOn(() -> {
            long before = runtime.stats().steps().orElseThrow();
            for (int i = 0; i < 7; i++) {
              Async.yieldNow();
            }
            return runtime.stats().steps().orElseThrow() - before;
          });
      assertThat(counted).isEqualTo(7);
    }
  }

  private static void hog(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @EachLoop
  void aSlowStepIsReportedWithItsTaskAndStack(Backend backend) {
    List<SlowStep> reports = new CopyOnWriteArrayList<>();
    try (AsyncRuntime runtime =
        builder(backend).slowStep(millis(40)).slowStepHandler(reports::add).build()) {
      runtime.blockOn(() -> {
        Async.spawn("hog", () -> hog(millis(120)));
        Async.spawn("sleeper", () -> Async.sleep(millis(120)));
      });
      await().until(() -> !reports.isEmpty());
      SlowStep report = reports.getFirst();
      assertThat(reports).extracting(SlowStep::task).containsOnly("task 'hog'");
      assertThat(report.duration()).isGreaterThanOrEqualTo(millis(120));
      assertThat(report.finished()).isTrue();
      assertThat(report.stack()).extracting(StackTraceElement::getMethodName).contains("hog");
      assertThat(report.toString()).contains("task 'hog' kept the event loop busy for", "at ");
    }
  }

  @EachLoop
  void aStepThatDoesNotEndIsReportedWhileItRuns(Backend backend) {
    List<SlowStep> reports = new CopyOnWriteArrayList<>();
    CountDownLatch release = new CountDownLatch(1);
    try (AsyncRuntime runtime =
        builder(backend).slowStep(millis(10)).slowStepHandler(reports::add).build()) {
      runtime.start();
      TaskHandle<?> blocked = runtime.spawn("blocked", () -> release.await());
      await().until(() -> !reports.isEmpty());
      assertThat(reports.getFirst().finished()).isFalse();
      assertThat(reports.getFirst().stack())
          .extracting(StackTraceElement::getMethodName)
          .contains("await");
      release.countDown();
      blocked.await();
      await().until(() -> reports.size() == 2);
      assertThat(reports.get(1).finished()).isTrue();
    }
  }

  @EachLoop
  void aSlowCallbackIsReportedToo(Backend backend) {
    List<SlowStep> reports = new CopyOnWriteArrayList<>();
    try (AsyncRuntime runtime =
        builder(backend).slowStep(millis(20)).slowStepHandler(reports::add).build()) {
      runtime.start();
      runtime.callSoon(() -> hog(millis(60)));
      await().until(() -> !reports.isEmpty());
      assertThat(reports.getFirst().task()).startsWith("callback ");
    }
  }

  @Test
  void aRuntimeThatIsNotAskedHasNoWatchdog() {
    try (AsyncRuntime runtime = AsyncRuntime.eventLoop()) {
      runtime.blockOn(() -> hog(millis(1)));
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("weft-watchdog");
    }
  }
}

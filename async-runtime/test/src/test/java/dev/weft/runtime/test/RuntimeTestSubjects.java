package dev.weft.runtime.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncEvent;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.VirtualClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Methods that {@link RuntimeTestTest} runs; most of them fail. */
class RuntimeTestSubjects {

  @RuntimeTest
  void passes(AsyncRuntime runtime, VirtualClock clock) {
    assertThat(Async.currentRuntime()).isSameAs(runtime);
    Async.sleep(Duration.ofDays(1));
    assertThat(clock.now()).isEqualTo(Duration.ofDays(1));
  }

  @RuntimeTest
  void fails() {
    Async.sleep(Duration.ofDays(1));
    assertThat(1).isEqualTo(2);
  }

  @RuntimeTest
  void failsInAChild() {
    Async.spawn(
            () -> {
              throw new IllegalStateException("child broke");
            })
        .await();
  }

  @RuntimeTest
  void isAborted() {
    assumeTrue(false, "not today");
  }

  @RuntimeTest
  void leaks(AsyncRuntime runtime) {
    // Not a sleeper: on virtual threads its time may come while the test ends.
    runtime.spawn("leaked", () -> AsyncEvent.create().await());
  }

  @RuntimeTest(time = RuntimeTest.Time.REAL)
  void leaksInRealTime(AsyncRuntime runtime) {
    runtime.spawn("leaked", () -> Async.sleep(Duration.ofDays(1)));
  }

  @RuntimeTest
  void looksAway() {
    Async.spawn(
        "careless",
        () -> {
          throw new IllegalStateException("nobody saw");
        });
  }

  @RuntimeTest
  void hasABrokenCallback(AsyncRuntime runtime) {
    runtime.callSoon(() -> {
      throw new IllegalStateException("callback broke");
    });
    Async.sleep(Duration.ofMillis(1));
  }

  @RuntimeTest(timeoutSeconds = 1)
  void waitsForEver() throws InterruptedException {
    Async.spawn("waiting", () -> new CountDownLatch(1).await());
  }

  @RuntimeTest(timeoutSeconds = 1, time = RuntimeTest.Time.MANUAL)
  void sleepsForEver() {
    Async.sleep(Duration.ofMillis(1));
  }

  @RuntimeTest(time = RuntimeTest.Time.REAL)
  void asksForAClockInRealTime(VirtualClock clock) {
    clock.now();
  }

  @RuntimeTest(backends = Backend.EVENT_LOOP_BATON)
  void runsOnOneBackend(AsyncRuntime runtime) {
    assertThat(runtime.backend()).isEqualTo(Backend.EVENT_LOOP_BATON);
  }
}

package dev.weft.runtime.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.TaskHandle;
import dev.weft.runtime.VirtualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class RuntimeTestTest {

  private static EngineExecutionResults run(String method, Class<?>... parameters) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(RuntimeTestSubjects.class, method, names(parameters)))
        .execute();
  }

  private static String names(Class<?>... types) {
    return String.join(",", List.of(types).stream().map(Class::getName).toList());
  }

  private static List<Throwable> failures(String method, Class<?>... parameters) {
    EngineExecutionResults results = run(method, parameters);
    List<Throwable> failures =
        results.testEvents().failed().stream().map(RuntimeTestTest::failure).toList();
    assertThat(failures).hasSize(3);
    return failures;
  }

  private static Throwable failure(Event event) {
    return event
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow();
  }

  @Test
  void aTestRunsOnceOnEachBackend() {
    EngineExecutionResults results = run("passes", AsyncRuntime.class, VirtualClock.class);
    results.testEvents().assertStatistics(stats -> stats.succeeded(3).failed(0));
    assertThat(
            results.testEvents().started().stream()
                .map(e -> e.getTestDescriptor().getDisplayName()))
        .containsExactly("VIRTUAL_THREADS", "EVENT_LOOP_MOUNTED", "EVENT_LOOP_BATON");
  }

  @Test
  void backendsMayBeChosen() {
    run("runsOnOneBackend", AsyncRuntime.class)
        .testEvents()
        .assertStatistics(stats -> stats.started(1).succeeded(1));
  }

  @Test
  void aFailedAssertionIsReportedAsItIs() {
    assertThat(failures("fails"))
        .allSatisfy(failure -> {
          assertThat(failure)
              .isInstanceOf(AssertionError.class)
              .hasMessageContaining("expected: 2");
          assertThat(failure.getStackTrace()).anyMatch(f -> f.getMethodName().equals("fails"));
        });
  }

  @Test
  void aFailedChildIsReportedWithItsCause() {
    assertThat(failures("failsInAChild"))
        .allSatisfy(failure ->
            assertThat(failure)
                .isInstanceOf(AsyncException.Join.class)
                .hasRootCauseMessage("child broke"));
  }

  @Test
  void anAssumptionAborts() {
    run("isAborted").testEvents().assertStatistics(stats -> stats.aborted(3).failed(0));
  }

  @Test
  void aTaskLeftBehindFailsTheTest() {
    assertThat(failures("leaks", AsyncRuntime.class))
        .allSatisfy(failure ->
            assertThat(failure)
                .hasMessageContainingAll("still alive", "leaked: waiting for", ".java:"));
    assertThat(failures("leaksInRealTime", AsyncRuntime.class))
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining("leaked"));
  }

  @Test
  void aFailureThatNobodySawFailsTheTest() {
    assertThat(failures("looksAway"))
        .allSatisfy(failure ->
            assertThat(failure)
                .hasMessageContainingAll("careless", "nobody saw")
                .hasRootCauseInstanceOf(IllegalStateException.class));
    assertThat(failures("hasABrokenCallback", AsyncRuntime.class))
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining("callback broke"));
  }

  @Test
  void aTestThatHangsFailsWithADump() {
    assertThat(failures("waitsForEver"))
        .allSatisfy(failure ->
            assertThat(failure)
                .hasMessageContainingAll(
                    "did not end within 1 s",
                    "main: waiting for children",
                    "waiting: running",
                    "CountDownLatch.await"));
    assertThat(failures("sleepsForEver"))
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining("main: waiting for sleep"));
  }

  @Test
  void aClockInRealTimeIsRefused() {
    assertThat(failures("asksForAClockInRealTime", VirtualClock.class))
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining("runs in real time"));
  }

  @Nested
  class AsUsersWriteThem {
    private int ready;

    @BeforeEach
    void prepare(AsyncRuntime runtime) {
      ready = runtime.blockOn(() -> 41 + 1);
    }

    @RuntimeTest
    void preparationSharesTheRuntime() {
      assertThat(ready).isEqualTo(42);
    }

    @RuntimeTest(time = RuntimeTest.Time.MANUAL)
    void timeIsMovedByHand(VirtualClock clock) {
      TaskHandle<String> greeting =
          Async.spawn(() -> {
            Async.sleep(Duration.ofSeconds(5));
            return "hello";
          });
      clock.advanceBy(Duration.ofSeconds(4));
      assertThat(greeting.isFinished()).isFalse();
      clock.advanceBy(Duration.ofSeconds(1));
      assertThat(greeting.await()).isEqualTo("hello");
      assertThat(clock.advanceUntilIdle()).isZero();
    }

    @RuntimeTest
    void aTimeoutCostsNothing(AsyncRuntime runtime) {
      assertThatThrownBy(
              () -> Async.timeout(Duration.ofDays(1), () -> Async.sleep(Duration.ofDays(2))))
          .isInstanceOf(AsyncException.Timeout.class);
      assertThat(runtime.now()).isEqualTo(Duration.ofDays(1));
    }
  }
}

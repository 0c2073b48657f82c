package dev.weft.executor;

import static dev.weft.executor.Bench.*;
import static dev.weft.executor.ExecutionPolicy.OnError.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.CancellationError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** Failures, policies, timeouts and the end of runs. */
class FailureTest {
  private static final List<Object> ITEMS = List.of(1L, 2L, 3L, 4L);

  private static Pipeline withPolicy(ExecutionPolicy policy, NodeType failing) {
    return pipeline(
        PipelineSpec.builder("failing")
            .node("even", "Even")
            .node("failing", failing.name(), Map.of(), policy)
            .node("end", "Pass")
            .connect("even", "failing", "end"),
        REGISTRY.find(failing.name()).isPresent() ? new NodeType[0] : new NodeType[] {failing});
  }

  private static NodeType failingOn(long bad, String name) {
    return NodeType.function(
        name,
        "Fails on one.",
        item -> {
          if (num(item) == bad) {
            throw new IllegalStateException("bad " + bad);
          }
          return item;
        });
  }

  @OnEachBackend
  void failureNamesNodeItemOriginAndCauseAndKeepsWhatCameBefore(Backend backend) {
    for (int i = 0; i < 20; i++) {
      RunResult result =
          run(backend, withPolicy(POLICY, failingOn(400, "Fail")), Input.of(range(1000)));
      assertThat(result.status()).isEqualTo(RunResult.Status.FAILED);
      assertThat(result.outputs()).hasSize(200).endsWith(398L);
      NodeError error = result.errors().getFirst();
      assertThat(error.message())
          .isEqualTo(
              "node 'failing' failed at item 200 (from input item 400): IllegalStateException: bad 400");
      assertThat(error.item()).isEqualTo(OptionalLong.of(200));
      assertThat(error.origin()).isEqualTo(OptionalLong.of(400));
    }
  }

  @OnEachBackend
  void ofSeveralFailuresTheFirstByOriginEndsTheRun(Backend backend) {
    NodeType early = failingOn(50, "Early");
    NodeType late = failingOn(60, "Late");
    Pipeline pipeline =
        pipeline(
            PipelineSpec.builder("two")
                .node("late", "Late")
                .node("slow", "Slow")
                .node("early", "Early")
                .node("join", "Pass")
                .connect("late", "join")
                .connect("slow", "early", "join"),
            early,
            late);
    for (int i = 0; i < 10; i++) {
      RunResult result = run(backend, pipeline, Input.of(range(100)));
      assertThat(result.errors())
          .singleElement()
          .satisfies(it -> assertThat(it.node()).contains("early"));
      assertThat(result.outputs()).hasSize(101);
    }
  }

  @OnEachBackend
  void skippedItemIsListedAndTheRestGoesOn(Backend backend) {
    RunResult result =
        run(backend, chain(POLICY.withOnError(SKIP), FAIL_ON_3, PASS), Input.of(ITEMS));
    assertThat(result.status()).isEqualTo(RunResult.Status.SUCCESS);
    assertThat(result.outputs()).isEqualTo(List.of(1L, 2L, 4L));
    assertThat(result.skipped())
        .singleElement()
        .satisfies(it ->
            assertThat(it.message())
                .isEqualTo("node 'FailOn3' failed at item 2: IllegalStateException: no threes"));
    assertThat(metricsOf(result.metrics(), "FailOn3").failed()).isEqualTo(1);
  }

  @OnEachBackend
  void deadLetterCarriesTheItem(Backend backend) {
    Pipeline pipeline = chain(POLICY.withOnError(DEAD_LETTER), FAIL_ON_3, PASS);
    RunResult result = run(backend, pipeline, Input.of(ITEMS));
    assertThat(result.outputs()).isEqualTo(List.of(1L, 2L, 4L));
    assertThat(result.deadLetters())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.item()).isEqualTo(3L);
          assertThat(it.error().item()).hasValue(2);
        });

    List<DeadLetter> letters = Collections.synchronizedList(new ArrayList<>());
    RunResult delivered = run(backend, pipeline, Input.of(ITEMS), QUICK.onDeadLetter(letters::add));
    assertThat(delivered.deadLetters()).isEmpty();
    assertThat(letters).hasSize(1);
  }

  @OnEachBackend
  void retryTriesAgainWithGrowingPauses(Backend backend) {
    AtomicInteger calls = new AtomicInteger();
    NodeType flaky =
        NodeType.function(
            "Flaky",
            "Works the third time.",
            item -> {
              if (calls.incrementAndGet() % 3 != 0) {
                throw new java.io.IOException("not now");
              }
              return item;
            });
    ExecutionPolicy policy =
        POLICY
            .withOnError(RETRY)
            .withRetry(ExecutionPolicy.Retry.DEFAULT.withBackoff(Duration.ofMillis(10)));
    long start = System.nanoTime();
    RunResult result = run(backend, chain(policy, flaky), Input.of(List.of(1L, 2L)));
    assertThat(result.outputs()).isEqualTo(List.of(1L, 2L));
    assertThat(metricsOf(result.metrics(), "Flaky").retried()).isEqualTo(4);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(60));

    RunResult failed =
        run(
            backend,
            chain(policy.withRetry(ExecutionPolicy.Retry.DEFAULT.withAttempts(2)), flaky),
            Input.of(List.of(1L)));
    assertThat(failed.errors().getFirst().message())
        .isEqualTo("node 'Flaky' failed at item 0 after 2 attempts: IOException: not now");
  }

  @OnEachBackend
  void itemThatHangsTimesOut(Backend backend) {
    NodeType hanging =
        NodeType.function(
            "Hanging",
            "Hangs on 2.",
            item -> {
              if (num(item) == 2) {
                Async.sleep(Duration.ofHours(1));
              }
              return item;
            });
    ExecutionPolicy policy = POLICY.withTimeout(Duration.ofMillis(30));
    RunResult failed = run(backend, chain(policy, hanging), Input.of(ITEMS));
    assertThat(failed.errors())
        .singleElement()
        .satisfies(it ->
            assertThat(it.message())
                .isEqualTo("node 'Hanging' failed at item 1: timed out after 30ms"));
    RunResult skipped = run(backend, chain(policy.withOnError(SKIP), hanging), Input.of(ITEMS));
    assertThat(skipped.outputs()).isEqualTo(List.of(1L, 3L, 4L));
  }

  @OnEachBackend
  void streamingNodeAndSourceTimeOutByItem(Backend backend) {
    NodeType stream =
        NodeType.streaming(
            "Stream",
            "Hangs on the second.",
            (in, out) -> {
              in.next().ifPresent(out::emit);
              in.next();
              Async.sleep(Duration.ofHours(1));
            });
    ExecutionPolicy policy = POLICY.withTimeout(Duration.ofMillis(30));
    assertThat(run(backend, chain(policy, stream), Input.of(ITEMS)).errors())
        .singleElement()
        .satisfies(it ->
            assertThat(it.message())
                .isEqualTo("node 'Stream' failed at item 1: timed out after 30ms"));
    NodeType source =
        NodeType.source(
            "Silent",
            "Emits one.",
            out -> {
              out.emit(1L);
              Async.sleep(Duration.ofHours(1));
            });
    assertThat(run(backend, chain(policy, source), Input.none()).errors())
        .singleElement()
        .satisfies(it ->
            assertThat(it.message())
                .isEqualTo("node 'Silent' failed at item 1: timed out after 30ms"));
  }

  @OnEachBackend
  void nodeThatIgnoresCancellationIsGivenUpAndNamed(Backend backend) {
    for (ExecutionPolicy policy :
        List.of(POLICY, POLICY.withTimeout(Duration.ofMillis(20)), POLICY.withConcurrency(3))) {
      java.util.concurrent.atomic.AtomicBoolean release =
          new java.util.concurrent.atomic.AtomicBoolean();
      AtomicInteger swallowed = new AtomicInteger();
      NodeType stubborn =
          NodeType.function(
              "Stubborn",
              "Never stops.",
              item -> {
                while (!release.get()) {
                  try {
                    Async.sleep(Duration.ofMillis(5));
                  } catch (CancellationError e) {
                    // The fault under test: it goes on.
                    swallowed.incrementAndGet();
                  }
                }
                return item;
              });
      AtomicInteger cleanups = new AtomicInteger();
      NodeType clean = withCleanup("Clean", cleanups::incrementAndGet);
      RunOptions options = QUICK.grace(Duration.ofMillis(300)).timeout(Duration.ofMillis(150));
      try {
        RunResult result = run(backend, chain(policy, stubborn, clean), Input.of(ITEMS), options);
        assertThat(result.status()).isEqualTo(RunResult.Status.TIMED_OUT);
        assertThat(result.errors())
            .extracting(NodeError::phase)
            .containsExactly(NodeError.Phase.RUN, NodeError.Phase.STOP);
        assertThat(result.errors().get(1).message())
            .startsWith("node 'Stubborn' did not stop: it ignored its cancellation for 300ms");
        assertThat(cleanups).hasValue(1);
        assertThat(swallowed.get()).isPositive();
      } finally {
        release.set(true);
      }
    }
  }

  static NodeType withCleanup(String name, Runnable cleanup) {
    return new Lifecycle(name, () -> {}, cleanup);
  }

  /** A type whose nodes pass items on. */
  record Lifecycle(String name, Runnable onInitialize, Runnable onCleanup) implements NodeType {
    @Override
    public String summary() {
      return "Passes on.";
    }

    @Override
    public Node create(NodeContext context) {
      return new Node.Function() {
        @Override
        public void initialize() {
          onInitialize.run();
        }

        @Override
        public Object process(Object item) {
          return item;
        }

        @Override
        public void cleanup() {
          onCleanup.run();
        }
      };
    }
  }

  @OnEachBackend
  void cleanupThatThrowsIsReportedBesideTheResult(Backend backend) {
    NodeType dirty =
        withCleanup(
            "Dirty",
            () -> {
              throw new IllegalStateException("still open");
            });
    RunResult result = run(backend, chain(dirty, FAIL_ON_3), Input.of(List.of(1L)));
    assertThat(result.status()).isEqualTo(RunResult.Status.SUCCESS);
    assertThat(result.outputs()).isEqualTo(List.of(1L));
    assertThat(result.errors())
        .singleElement()
        .satisfies(it ->
            assertThat(it.message())
                .isEqualTo("node 'Dirty' could not clean up: IllegalStateException: still open"));

    RunResult failed = run(backend, chain(dirty, FAIL_ON_3), Input.of(ITEMS));
    assertThat(failed.errors())
        .extracting(NodeError::phase)
        .containsExactly(NodeError.Phase.PROCESS, NodeError.Phase.CLEANUP);
  }

  @OnEachBackend
  void cleanupThatHangsIsGivenUp(Backend backend) {
    NodeType hanging = withCleanup("Hanging", () -> Async.sleep(Duration.ofHours(1)));
    RunResult result =
        run(backend, chain(hanging), Input.of(ITEMS), QUICK.grace(Duration.ofMillis(50)));
    assertThat(result.outputs()).isEqualTo(ITEMS);
    assertThat(result.errors().getFirst().message())
        .isEqualTo(
            "node 'Hanging' could not clean up: it had not finished after 50ms and was given up");
  }

  @OnEachBackend
  void failedInitializeEndsTheRunAndCleansUpWhatWasBegun(Backend backend) {
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    NodeType first = new Lifecycle("First", () -> log.add("+First"), () -> log.add("-First"));
    NodeType second =
        new Lifecycle(
            "Second",
            () -> {
              throw new IllegalStateException("no licence");
            },
            () -> log.add("-Second"));
    NodeType third = new Lifecycle("Third", () -> log.add("+Third"), () -> log.add("-Third"));
    RunResult result = run(backend, chain(first, second, third), Input.of(ITEMS));
    assertThat(result.status()).isEqualTo(RunResult.Status.FAILED);
    assertThat(result.errors())
        .singleElement()
        .satisfies(it ->
            assertThat(it.message())
                .isEqualTo(
                    "node 'Second' could not be initialized: IllegalStateException: no licence"));
    assertThat(log).containsExactly("+First", "-Second", "-First");
    assertThat(result.outputs()).isEmpty();
  }

  @OnEachBackend
  void cancelReachesEachNodeAndCleanupMaySuspend(Backend backend) {
    AtomicInteger cleanups = new AtomicInteger();
    NodeType clean =
        withCleanup(
            "Clean",
            () -> {
              Async.sleep(Duration.ofMillis(5));
              cleanups.incrementAndGet();
            });
    NodeType waiting =
        NodeType.function(
            "Waiting",
            "Waits.",
            item -> {
              Async.sleep(Duration.ofHours(1));
              return item;
            });
    try (AsyncRuntime runtime = runtime(backend)) {
      PipelineRun run = chain(clean, waiting).start(runtime, Input.of(ITEMS), RunOptions.DEFAULT);
      org.awaitility.Awaitility.await()
          .until(() -> metricsOf(run.metrics(), "Waiting").itemsIn() == 1);
      run.cancel("enough");
      RunResult result = end(run);
      assertThat(result.status()).isEqualTo(RunResult.Status.CANCELLED);
      assertThat(result.errors())
          .singleElement()
          .satisfies(it -> assertThat(it.message()).isEqualTo("run failed: cancelled: enough"));
      assertThat(cleanups).hasValue(1);
    }
  }

  @OnEachBackend
  void cancelledCallerCancelsTheRunAndAwaitsItsCleanup(Backend backend) {
    AtomicInteger cleanups = new AtomicInteger();
    Pipeline pipeline = chain(ENDLESS, withCleanup("Clean", cleanups::incrementAndGet));
    try (AsyncRuntime runtime = runtime(backend)) {
      boolean timedOut =
          runtime.blockOn(() -> {
            try {
              Async.timeout(
                  Duration.ofMillis(50),
                  () -> pipeline.run(Input.none(), RunOptions.DEFAULT.onOutput(it -> {})));
              return false;
            } catch (dev.weft.runtime.AsyncException.Timeout e) {
              return true;
            }
          });
      assertThat(timedOut).isTrue();
      assertThat(cleanups).hasValue(1);
    }
  }

  @OnEachBackend
  void failureOfTheInputNamesTheItem(Backend backend) {
    Iterable<Object> input =
        () -> {
          AtomicInteger next = new AtomicInteger();
          return java.util.stream.Stream.<Object>generate(
                  () -> {
                    if (next.get() == 2) {
                      throw new java.io.UncheckedIOException(new java.io.IOException("torn"));
                    }
                    return (long) next.getAndIncrement();
                  })
              .iterator();
        };
    RunResult result = run(backend, chain(PASS), Input.of(input));
    assertThat(result.outputs()).isEqualTo(List.of(0L, 1L));
    assertThat(result.errors().getFirst().message())
        .startsWith("input failed at item 2: UncheckedIOException");
  }

  @OnEachBackend
  void listenerThatThrowsEndsTheRun(Backend backend) {
    RunResult result =
        run(
            backend,
            chain(ENDLESS),
            Input.none(),
            QUICK.onOutput(it -> {
              if (num(it.item()) == 7) {
                throw new java.io.IOException("broken pipe");
              }
            }));
    assertThat(result.errors())
        .singleElement()
        .satisfies(it ->
            assertThat(it.message())
                .isEqualTo("output failed at item 7: IOException: broken pipe"));
  }

  @OnEachBackend
  void concurrencyKeepsOrderAndOverlaps(Backend backend) {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    NodeType slow =
        NodeType.function(
            "SlowFirst",
            "The earlier, the slower.",
            item -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Async.sleep(Duration.ofMillis(num(item) % 4 == 0 ? 8 : 1));
              now.decrementAndGet();
              return num(item) % 5 == 0 ? null : item;
            });
    RunResult result =
        run(backend, chain(POLICY.withConcurrency(4), slow, PASS), Input.of(range(60)));
    assertThat(result.outputs())
        .isEqualTo(range(60).stream().filter(it -> num(it) % 5 != 0).toList());
    assertThat(most.get()).isBetween(2, 4);
    RunResult failed =
        run(backend, chain(POLICY.withConcurrency(4), FAIL_ON_3, PASS), Input.of(range(60)));
    assertThat(failed.outputs()).isEqualTo(range(3));
    assertThat(failed.errors().getFirst().message())
        .isEqualTo("node 'FailOn3' failed at item 3: IllegalStateException: no threes");
  }
}

package dev.weft.executor;

import static dev.weft.executor.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What flows where, and in which order. */
class EngineTest {

  @OnEachBackend
  void chainMapsEachItemInOrder(Backend backend) {
    RunResult result = run(backend, chain(DOUBLE, PASS), Input.of(range(2000)));
    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isEqualTo(RunResult.Status.SUCCESS);
    assertThat(result.outputs()).isEqualTo(range(2000).stream().map(it -> num(it) * 2).toList());
    assertThat(metricsOf(result.metrics(), "Double").itemsIn()).isEqualTo(2000);
    assertThat(metricsOf(result.metrics(), "Pass").itemsOut()).isEqualTo(2000);
  }

  @OnEachBackend
  void millionItemsPassWithoutBeingHeld(Backend backend) {
    long[] sum = new long[2];
    Iterable<Object> input =
        () -> java.util.stream.LongStream.range(0, 1_000_000).<Object>mapToObj(it -> it).iterator();
    RunOptions options =
        QUICK.onOutput(it -> {
          sum[0]++;
          sum[1] += num(it.item());
        });
    RunResult result = run(backend, chain(DOUBLE, PASS), Input.of(input), options);
    assertThat(result.errors()).isEmpty();
    assertThat(result.outputs()).isEmpty();
    assertThat(sum).containsExactly(1_000_000, 999_999L * 1_000_000);
  }

  private static Pipeline diamond(String left, String right, int capacity) {
    ExecutionPolicy policy = POLICY.withCapacity(capacity);
    return pipeline(
        PipelineSpec.builder("diamond")
            .node("top", "Pass", Map.of(), policy)
            .node("left", left, Map.of(), policy)
            .node("right", right, Map.of(), policy)
            .node("join", "Pass", Map.of(), policy)
            .node("tail", "Double", Map.of(), policy)
            .connect("top", "right", "join")
            .connect("top", "left", "join")
            .connect("join", "tail"));
  }

  @OnEachBackend
  void branchesOfDifferentSpeedJoinByOriginThenByConnection(Backend backend) {
    for (int capacity : new int[] {1, 2, 512}) {
      Pipeline pipeline = diamond("Slow", "Double", capacity);
      RunResult result = run(backend, pipeline, Input.of(range(100)));
      List<Object> expected = new ArrayList<>();
      for (long i = 0; i < 100; i++) {
        expected.add(i * 4);
        expected.add(i * 2);
      }
      assertThat(result.errors()).isEmpty();
      assertThat(result.outputs()).isEqualTo(expected);
    }
  }

  @OnEachBackend
  void branchThatDropsAllDoesNotHoldUpTheJoin(Backend backend) {
    for (int capacity : new int[] {1, 3, 512}) {
      RunResult result = run(backend, diamond("Nothing", "Pass", capacity), Input.of(range(3000)));
      assertThat(result.outputs()).hasSize(3000).endsWith(2999L * 2);
      assertThat(metricsOf(result.metrics(), "left").dropped()).isEqualTo(3000);
    }
  }

  @OnEachBackend
  void expanderBesideAPlainBranchJoinsByOrigin(Backend backend) {
    for (int capacity : new int[] {1, 16, 512}) {
      RunResult result = run(backend, diamond("Expand", "Pass", capacity), Input.of(range(5)));
      List<Object> expected = new ArrayList<>();
      for (long i = 0; i < 5; i++) {
        expected.add(i * 2);
        for (long k = 0; k < 1000; k++) {
          expected.add((i * 1000 + k) * 2);
        }
      }
      assertThat(result.outputs()).isEqualTo(expected);
    }
  }

  @OnEachBackend
  void partialBatchIsFlushedOnABranchAndBehindAJoin(Backend backend) {
    Pipeline pipeline =
        pipeline(
            PipelineSpec.builder("batches")
                .node("top", "Pass")
                .node("plain", "Pass")
                .node("early", "Batch")
                .node("join", "Batch")
                .connect("top", "plain", "join")
                .connect("top", "early", "join"));
    RunResult result = run(backend, pipeline, Input.of(range(4)));
    assertThat(result.outputs())
        .isEqualTo(List.of(List.of(0L, 1L, 2L), List.of(List.of(0L, 1L, 2L), 3L, List.of(3L))));
  }

  @OnEachBackend
  void resultsOfSeveralSinksComeByOriginAndAreKeptBySink(Backend backend) {
    Pipeline pipeline =
        pipeline(
            PipelineSpec.builder("sinks")
                .node("top", "Pass")
                .node("b", "Slow")
                .node("a", "Double")
                .connect("top", "b")
                .connect("top", "a"));
    RunResult result = run(backend, pipeline, Input.of(List.of(1, 2, 3)));
    assertThat(result.outputs()).isEqualTo(List.of(1, 2L, 2, 4L, 3, 6L));
    assertThat(result.sinkOutputs().keySet()).containsExactly("b", "a");
    assertThat(result.sinkOutputs().get("a")).isEqualTo(List.of(2L, 4L, 6L));
    assertThat(result.graph())
        .isEqualTo(new GraphInfo(3, List.of("top"), List.of("b", "a"), List.of("top", "b", "a")));
  }

  @OnEachBackend
  void separateChainsEachSeeTheInputAndNotEachOther(Backend backend) {
    Pipeline pipeline =
        pipeline(
            PipelineSpec.builder("chains")
                .node("a", "Double")
                .node("b", "Pass")
                .node("c", "Even")
                .node("d", "Count5")
                .connect("a", "c"));
    RunResult result = run(backend, pipeline, Input.of(List.of(7L, 8L)));
    assertThat(result.sinkOutputs())
        .isEqualTo(Map.of("b", List.of(7L, 8L), "c", List.of(14L, 16L), "d", range(5)));
    assertThat(result.graph().executionOrder()).containsExactly("a", "b", "c", "d");
  }

  @OnEachBackend
  void emptyInputGivesEmptyOutputs(Backend backend) {
    RunResult result = run(backend, diamond("Batch", "Pass", 4), Input.of(List.of()));
    assertThat(result.status()).isEqualTo(RunResult.Status.SUCCESS);
    assertThat(result.outputs()).isEmpty();
    assertThat(result.sinkOutputs()).isEqualTo(Map.of("tail", List.of()));
  }

  @OnEachBackend
  void absentInputIsAnErrorWhereARootTakesInput(Backend backend) {
    RunResult result = run(backend, chain(PASS), Input.none());
    assertThat(result.status()).isEqualTo(RunResult.Status.FAILED);
    assertThat(result.errors())
        .singleElement()
        .satisfies(
            it -> assertThat(it.message()).contains("node 'Pass'").contains("give an empty input"));
  }

  @OnEachBackend
  void itemsForSourcesOnlyAreAnError(Backend backend) {
    assertThat(run(backend, chain(COUNT_5), Input.none()).outputs()).isEqualTo(range(5));
    assertThat(run(backend, chain(COUNT_5), Input.of(List.of())).outputs()).isEqualTo(range(5));
    RunResult result = run(backend, chain(COUNT_5), Input.of(List.of(1)));
    assertThat(result.errors().getFirst().message()).contains("leave it out");
  }

  @OnEachBackend
  void endlessSourceEndsWhenNobodyTakesItsItems(Backend backend) {
    RunResult result = run(backend, chain(ENDLESS, PASS, TAKE_5), Input.none());
    assertThat(result.errors()).isEmpty();
    assertThat(result.outputs()).isEqualTo(range(5));
  }

  @OnEachBackend
  void endlessSourceIsCancelledByClosingItsOutputs(Backend backend) {
    try (AsyncRuntime runtime = runtime(backend)) {
      List<Object> taken = new ArrayList<>();
      PipelineRun run;
      try (PipelineOutputs outputs = chain(ENDLESS, DOUBLE).iterate(runtime, Input.none(), QUICK)) {
        run = outputs.run();
        while (taken.size() < 1000) {
          taken.add(outputs.next().item());
        }
      }
      assertThat(run.isFinished()).isTrue();
      assertThat(run.await().status()).isEqualTo(RunResult.Status.CANCELLED);
      assertThat(taken).isEqualTo(range(1000).stream().map(it -> num(it) * 2).toList());
    }
  }

  @OnEachBackend
  void nodesWorkOnItemsAsTheyArrive(Backend backend) {
    try (AsyncRuntime runtime = runtime(backend)) {
      Channel<Object> input = Channel.buffered(0);
      try (PipelineOutputs outputs =
          diamond("Pass", "Double", 512).iterate(runtime, Input.of(input), QUICK)) {
        for (long i = 0; i < 20; i++) {
          input.send(i);
          assertThat(outputs.next().item()).isEqualTo(i * 4);
          assertThat(outputs.next().item()).isEqualTo(i * 2);
        }
        input.close();
        assertThat(outputs.hasNext()).isFalse();
      }
    }
  }

  @OnEachBackend
  void slowConsumerHoldsTheInputBack(Backend backend) {
    AtomicInteger read = new AtomicInteger();
    Iterable<Object> input =
        () -> java.util.stream.Stream.<Object>generate(read::getAndIncrement).iterator();
    ExecutionPolicy small = POLICY.withCapacity(4);
    try (AsyncRuntime runtime = runtime(backend);
        PipelineOutputs outputs = chain(small, PASS).iterate(runtime, Input.of(input), QUICK)) {
      outputs.next();
      for (int i = 0; i < 100; i++) {
        runtime.blockOn(() -> dev.weft.runtime.Async.sleep(java.time.Duration.ofMillis(1)));
      }
      // 4 before the node, 256 before the collector, 16 in the iterator, and those in hands.
      assertThat(read.get()).isLessThan(300);
    }
  }

  @OnEachBackend
  void arrivalOrderIsPossibleAndKeepsTheOrderOfEachBranch(Backend backend) {
    Pipeline pipeline =
        pipeline(
            PipelineSpec.builder("arrival")
                .node("odd", "Pass")
                .node("even", "Double")
                .node("join", "Pass", Map.of(), POLICY.withFanIn(ExecutionPolicy.FanIn.ARRIVAL))
                .node("extra", "Pass")
                .node("end", "Pass")
                .connect("odd", "join", "end")
                .connect("even", "join", "extra", "end"));
    RunResult result = run(backend, pipeline, Input.of(range(1000)));
    assertThat(result.outputs()).hasSize(4000);
    assertThat(result.status()).isEqualTo(RunResult.Status.SUCCESS);
  }

  @Test
  void runBlocksAPlainThreadAndSuspendsATask() {
    Pipeline pipeline = chain(DOUBLE);
    assertThat(pipeline.run(Input.of(List.of(5L))).outputs()).isEqualTo(List.of(10L));
    try (AsyncRuntime runtime = AsyncRuntime.eventLoop()) {
      List<Object> outputs = runtime.blockOn(() -> pipeline.run(Input.of(List.of(5L))).outputs());
      assertThat(outputs).isEqualTo(List.of(10L));
    }
    assertThatThrownBy(() -> chain(FAIL_ON_3).run(Input.of(List.of(1L, 3L))))
        .isInstanceOfSatisfying(
            PipelineException.Failed.class,
            it -> assertThat(it.result().outputs()).isEqualTo(List.of(1L)))
        .hasMessage("node 'FailOn3' failed at item 1: IllegalStateException: no threes");
  }

  @OnEachBackend
  void blockingInputIsReadByAThreadOfItsOwn(Backend backend) {
    AtomicInteger next = new AtomicInteger();
    List<Thread> readers = new java.util.concurrent.CopyOnWriteArrayList<>();
    java.util.Iterator<Object> input =
        new java.util.Iterator<>() {
          @Override
          public boolean hasNext() {
            return next.get() < 10;
          }

          @Override
          public Object next() {
            readers.add(Thread.currentThread());
            return (long) next.getAndIncrement();
          }
        };
    assertThat(run(backend, chain(PASS), Input.blocking(input)).outputs()).isEqualTo(range(10));
    assertThat(readers).allMatch(it -> !it.isVirtual() && it.isDaemon());
  }
}

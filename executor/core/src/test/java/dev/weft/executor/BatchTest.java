package dev.weft.executor;

import static dev.weft.executor.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.ExecutionPolicy.OnError;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Nodes that are given several items in a call, and streams that are waited for with a limit. */
class BatchTest {
  private static final List<Object> EXPECTED =
      LongStream.range(0, 2000).filter(it -> it % 100 != 7).<Object>mapToObj(it -> -it).toList();

  private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
  private final List<Object> seen = Collections.synchronizedList(new ArrayList<>());

  /** Negates; fails on 7, 107, …, the first time or always. */
  private NodeType negate(boolean always) {
    return Bench.batched(
        "Negate",
        (items, results) -> {
          sizes.add(items.size());
          for (Object item : items) {
            boolean first = seen.indexOf(item) < 0;
            seen.add(item);
            if (num(item) % 100 == 7 && (always || first)) {
              throw new IllegalStateException("no " + item);
            }
            results.next(List.of(-num(item)));
          }
        });
  }

  private Pipeline negating(boolean always, ExecutionPolicy policy) {
    return pipeline(
        PipelineSpec.builder("negating").node("n", "Negate", Map.of(), policy), negate(always));
  }

  @OnEachBackend
  void itemsShareCallsAndThePolicyIsStillThatOfEachItem(Backend backend) {
    RunResult result =
        run(
            backend,
            negating(true, ExecutionPolicy.DEFAULT.withOnError(OnError.DEAD_LETTER)),
            Input.of(range(2000)));
    assertThat(result.status()).isEqualTo(RunResult.Status.SUCCESS);
    assertThat(result.outputs()).isEqualTo(EXPECTED);
    assertThat(result.deadLetters()).hasSize(20);
    assertThat(result.deadLetters().getLast().item()).isEqualTo(1907L);
    assertThat(result.deadLetters().getLast().error().item()).hasValue(1907);
    assertThat(sizes).anyMatch(it -> it > 1).allMatch(it -> it <= 256);
  }

  @OnEachBackend
  void aFailedItemIsTriedAgainBeforeThoseAfterIt(Backend backend) {
    ExecutionPolicy.Retry retry =
        ExecutionPolicy.Retry.DEFAULT.withAttempts(2).withBackoff(Duration.ZERO);
    RunResult result =
        run(
            backend,
            negating(false, ExecutionPolicy.DEFAULT.withRetry(retry)),
            Input.of(range(300)));
    assertThat(result.outputs()).hasSize(300).startsWith(0L, -1L).endsWith(-299L);
    assertThat(seen).hasSize(303).isSortedAccordingTo((a, b) -> Long.compare(num(a), num(b)));
  }

  @OnEachBackend
  void aFailureEndsTheRunAfterWhatCameBefore(Backend backend) {
    RunResult result = run(backend, negating(true, ExecutionPolicy.DEFAULT), Input.of(range(300)));
    assertThat(result.status()).isEqualTo(RunResult.Status.FAILED);
    assertThat(result.outputs()).hasSize(7);
    assertThat(result.errors().getFirst().message())
        .isEqualTo("node 'n' failed at item 7: IllegalStateException: no 7");
  }

  @OnEachBackend
  void withATimeoutOrConcurrencyEachItemHasACallOfItsOwn(Backend backend) {
    for (ExecutionPolicy policy :
        List.of(
            ExecutionPolicy.DEFAULT.withTimeout(Duration.ofSeconds(10)),
            ExecutionPolicy.DEFAULT.withConcurrency(4))) {
      sizes.clear();
      RunResult result =
          run(backend, negating(true, policy.withOnError(OnError.SKIP)), Input.of(range(2000)));
      assertThat(result.outputs()).isEqualTo(EXPECTED);
      assertThat(sizes).hasSize(2000).containsOnly(1);
    }
  }

  @OnEachBackend
  void callsThatOverlapBeginInTheOrderOfTheItems(Backend backend) {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Long> begun = Collections.synchronizedList(new ArrayList<>());
    List<Long> again = Collections.synchronizedList(new ArrayList<>());
    NodeType slow =
        Bench.batched(
            "Unhurried",
            (items, results) -> {
              long index = results.index();
              boolean second = begun.contains(index);
              (second ? again : begun).add(index);
              results.begun();
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              try {
                Async.sleep(Duration.ofMillis(1 + index % 3));
              } finally {
                atOnce.decrementAndGet();
              }
              if (index % 10 == 3 && !second) {
                throw new IllegalStateException("not yet");
              }
              results.next(items);
            });
    ExecutionPolicy.Retry retry =
        ExecutionPolicy.Retry.DEFAULT.withAttempts(2).withBackoff(Duration.ZERO);
    ExecutionPolicy policy = ExecutionPolicy.DEFAULT.withConcurrency(4).withRetry(retry);
    RunResult result =
        run(
            backend,
            pipeline(PipelineSpec.builder("slow").node("n", "Unhurried", Map.of(), policy), slow),
            Input.of(range(200)));
    assertThat(result.outputs()).isEqualTo(range(200));
    assertThat(begun).isEqualTo(range(200));
    assertThat(again)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(0, 200).filter(it -> it % 10 == 3).boxed().toList());
    assertThat(most).hasValue(4);
  }

  @OnEachBackend
  void aStreamIsWaitedForWithALimit(Backend backend) {
    NodeType ticking =
        NodeType.streaming(
            "Ticking",
            "Emits a tick whenever nothing came for a while.",
            (in, out) -> {
              for (Optional<Object> item = Optional.of(0L); item.isPresent(); item = in.next()) {
                while (!in.await(Duration.ofMillis(5))) {
                  out.emit("tick");
                }
              }
              out.emit("end");
            });
    NodeType slow =
        NodeType.function(
            "Pause",
            "Pauses before 3.",
            item -> {
              if (num(item) == 3) {
                dev.weft.runtime.Async.sleep(Duration.ofMillis(30));
              }
              return item;
            });
    Pipeline pipeline =
        pipeline(
            PipelineSpec.builder("ticking")
                .node("slow", "Pause")
                .node("ticking", "Ticking")
                .connect("slow", "ticking"),
            slow,
            ticking);
    RunResult result = run(backend, pipeline, Input.of(range(6)));
    assertThat(result.outputs()).contains("tick").endsWith("end");
  }
}

package dev.weft.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Streaming nodes that wait for something beside their items; results that wait. */
class WakingTest {
  private static final NodeType PASS =
      NodeType.function("Pass", "Passes items on.", (Node.Function) item -> item);

  /** Emits "tick" when it is woken, and each item. */
  private static NodeType ticking(AsyncRuntime runtime) {
    return NodeType.streaming(
        "Ticking",
        "Ticks while it waits.",
        (in, out) -> {
          runtime.callLater(Duration.ofMillis(5), in::wake);
          while (!in.isEnded()) {
            Optional<Object> next = in.nextOrWoken();
            if (next.isPresent()) {
              out.emit(next.get());
            } else if (!in.isEnded()) {
              out.emit("tick");
            }
          }
        });
  }

  private static Pipeline pipeline(AsyncRuntime runtime, boolean fanIn) {
    PipelineSpec.Builder spec =
        PipelineSpec.builder("waking").node("a", "Pass").node("t", "Ticking").connect("a", "t");
    if (fanIn) {
      spec.node("b", "Pass").connect("b", "t");
    }
    return Pipeline.of(spec.build(), NodeRegistry.of(PASS, ticking(runtime)));
  }

  private static List<Object> resultsWithATick(Backend backend, boolean fanIn) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      Channel<Object> input = Channel.buffered(2);
      try (PipelineOutputs outputs =
          pipeline(runtime, fanIn).iterate(runtime, Input.of(input), RunOptions.DEFAULT)) {
        Object tick = outputs.next().item();
        input.send("item");
        input.close();
        Object item = outputs.next().item();
        return fanIn
            ? List.of(tick, item, outputs.next().item(), outputs.hasNext())
            : List.of(tick, item, outputs.hasNext());
      }
    }
  }

  @OnEachBackend
  void aWokenNodeGoesOnAndGetsItsItemsLater(Backend backend) {
    assertThat(resultsWithATick(backend, false)).containsExactly("tick", "item", false);
  }

  @OnEachBackend
  void aNodeWithSeveralConnectionsIsWokenToo(Backend backend) {
    assertThat(resultsWithATick(backend, true)).containsExactly("tick", "item", "item", false);
  }

  @OnEachBackend
  void resultsThatNobodyTakesHoldTheSinkBack(Backend backend) throws Exception {
    AtomicInteger made = new AtomicInteger();
    NodeType source =
        NodeType.source(
            "Source",
            "Counts.",
            out -> {
              for (int i = 0; i < 50; i++) {
                out.emit(made.incrementAndGet());
              }
            });
    Pipeline pipeline =
        Pipeline.of(
            PipelineSpec.builder("ahead").node("s", "Source").build(), NodeRegistry.of(source));
    Channel<Boolean> gate = Channel.rendezvous();
    int[] most = {0};
    int[] taken = {0};
    RunOptions options =
        RunOptions.DEFAULT
            .outputsAhead(3)
            .onOutput(output -> {
              gate.receive();
              most[0] = Math.max(most[0], made.get() - taken[0]);
              taken[0]++;
            });
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      PipelineRun run = pipeline.start(runtime, Input.none(), options);
      for (int i = 0; i < 50; i++) {
        gate.send(true);
      }
      run.await().orThrow();
    }
    // Three wait, one is with the listener, and one with the source, which is counted early.
    assertThat(most[0]).isBetween(3, 5);
  }
}

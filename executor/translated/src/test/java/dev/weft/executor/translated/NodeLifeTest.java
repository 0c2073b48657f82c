package dev.weft.executor.translated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.weft.executor.Input;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineRun;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.executor.python.NodeCodeSource;
import dev.weft.executor.python.PythonOptions;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodeLifeTest {
  private static final NodeEngine ENGINE = TranslatedEngine.of(PythonOptions.DEFAULT);

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void aCancelledRunIsSeenAtTheAwait(Backend backend) throws InterruptedException {
    NodeSpec node =
        node(
            "Waiting",
            """
            import asyncio
            import weft
            class Waiting(weft.Node):
                async def process(self, stream):
                    async for item in stream:
                        yield "began"
                        try:
                            await asyncio.sleep(3600)
                        except asyncio.CancelledError:
                            self.note("except")
                            raise
                        finally:
                            await asyncio.sleep(0)
                            self.note("finally")
                def cleanup(self):
                    self.note("cleanup")
                def note(self, what):
                    self.state.setdefault("notes", []).append(what)
            class Notes(weft.Node):
                def process(self, item):
                    return self.state.get("notes")
            """);
    CountDownLatch began = new CountDownLatch(1);
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      Pipeline pipeline = BothEngines.pipeline(ENGINE, node);
      PipelineRun run =
          pipeline.start(
              runtime,
              Input.of(List.of(1L)),
              RunOptions.DEFAULT.session("s").onOutput(output -> began.countDown()));
      assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
      run.cancel("enough");
      assertThat(run.await().status()).isEqualTo(RunResult.Status.CANCELLED);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void anEndlessSourceGoesOnlyAsFarAheadAsItsReaders(Backend backend) {
    NodeSpec node =
        node(
            "Endless",
            """
            import weft
            class Endless(weft.Node):
                def produce(self):
                    number = 0
                    try:
                        while True:
                            yield number
                            number += 1
                    finally:
                        self.log.info("ended at %s", number)
            """);
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build();
        var outputs =
            BothEngines.pipeline(ENGINE, node)
                .iterate(runtime, Input.none(), RunOptions.DEFAULT.outputsAhead(4))) {
      assertThat(List.of(outputs.next().item(), outputs.next().item(), outputs.next().item()))
          .isEqualTo(List.of(0L, 1L, 2L));
    }
  }

  @Test
  void variablesOfTheModuleBelongToTheNodeAndTheRun() {
    String source =
        """
        import weft
        COUNTS = []
        class Counts(weft.Node):
            seen = []
            def process(self, item):
                COUNTS.append(item)
                self.seen.append(item)
                return [len(COUNTS), len(self.seen)]
        """;
    Pipeline pipeline = BothEngines.pipeline(ENGINE, node("Counts", source));
    for (int run = 0; run < 2; run++) {
      assertThat(pipeline.run(Input.of(List.of("a", "b"))).outputs())
          .isEqualTo(List.of(List.of(1L, 1L), List.of(2L, 2L)));
    }
  }

  @Test
  void whatARunHasLeftInVariablesIsSetBackForTheNext() {
    String source =
        """
        import asyncio
        import weft
        count = 0
        SEEN = {"all": []}
        first = SEEN["all"]
        class Kind:
            made = 0
            names = {"a"}
            last = None
        class Counts(weft.Node):
            total = 0.5
            texts = ("x", [1])[0]
            def process(self, item):
                global count
                count += 1
                first.append(item)
                Kind.made += 2
                Kind.names.add(item)
                Kind.last = Kind()
                Counts.total += 1
                return [count, len(SEEN["all"]), Kind.made, len(Kind.names), Counts.total]
        """;
    Pipeline pipeline = BothEngines.pipeline(ENGINE, node("Counts", source));
    for (int run = 0; run < 3; run++) {
      assertThat(pipeline.run(Input.of(List.of("b", "c"))).outputs())
          .isEqualTo(List.of(List.of(1L, 1L, 2L, 2L, 1.5), List.of(2L, 2L, 4L, 3L, 2.5)));
    }
  }

  @Test
  void aNodeLeavesItsClassesToLaterOnesUnlessSomethingOfItCouldStillRun() {
    assertThat(kept("", "pass")).isOne();
    assertThat(kept("", "asyncio.create_task(asyncio.sleep(0)); await asyncio.sleep(0.01)"))
        .isOne();
    assertThat(kept("", "asyncio.create_task(asyncio.sleep(1000))")).isZero();
    assertThat(kept("", "asyncio.get_running_loop().call_later(1000, print)")).isZero();
    assertThat(kept("", "await asyncio.to_thread(print)")).isOne();
    assertThat(kept("import concurrent.futures", "pass")).isZero();
  }

  @Test
  void classesThatHoldMoreThanPlainValuesAreLoadedAnew() {
    assertThat(kept("LOCK = asyncio.Lock()", "pass")).isOne();
    assertThat(kept("class Holds:\n    lock = asyncio.Lock()", "pass")).isZero();
  }

  /** How many loadings of a module are kept when a run of its node has ended. */
  private static int kept(String module, String process) {
    String source =
        """
        import asyncio
        import weft
        %s
        class Leaves(weft.Node):
            async def process(self, item):
                %s
                return item
        """
            .formatted(module, process);
    LoadedNode loaded =
        new TranslatedLoader()
            .load(
                new NodeCodeSource("source", "leaves", source, "leaves.py", Map.of()),
                "Leaves",
                (param, message, met, hint) -> fail(message + ": " + met))
            .orElseThrow();
    NodeType type = new TranslatedNodeType(loaded, PythonOptions.DEFAULT);
    PipelineSpec spec =
        PipelineSpec.builder("leaves").node(NodeSpec.of("n", "Leaves", Map.of())).build();
    assertThat(Pipeline.of(spec, NodeRegistry.of(type)).run(Input.of(List.of(1L))).outputs())
        .isEqualTo(List.of(1L));
    return loaded.module().kept();
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void javaAndPythonMix(Backend backend) {
    NodeType twice = NodeType.function("Twice", "Twice.", item -> 2 * (Long) item);
    String source =
        """
        import asyncio
        import weft
        class Slow(weft.Node):
            async def process(self, item):
                await asyncio.sleep(0.001)
                return item + 1
        class Pairs(weft.Node):
            async def process(self, stream):
                last = None
                async for item in stream:
                    if last is not None:
                        yield [last, item]
                    last = item
        """;
    NodeSpec slow = code("slow", "Slow", source);
    NodeSpec pairs = code("pairs", "Pairs", source);
    Pipeline pipeline =
        Pipeline.of(
            PipelineSpec.builder("mixed")
                .node(NodeSpec.of("twice", "Twice", Map.of()))
                .node(slow)
                .node(NodeSpec.of("again", "Twice", Map.of()))
                .node(pairs)
                .connect("twice", "slow")
                .connect("slow", "again")
                .connect("again", "pairs")
                .build(),
            NodeRegistry.of(twice).withEngine("python", () -> ENGINE));
    List<Object> outputs = new ArrayList<>();
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      RunResult result =
          pipeline
              .start(
                  runtime,
                  Input.of(List.of(1L, 2L, 3L)),
                  RunOptions.DEFAULT
                      .timeout(Duration.ofSeconds(30))
                      .onOutput(output -> outputs.add(output.item())))
              .await();
      assertThat(result.errors()).isEmpty();
    }
    assertThat(outputs).isEqualTo(List.of(List.of(6L, 10L), List.of(10L, 14L)));
  }

  private static NodeSpec node(String type, String source) {
    return code("it", type, source);
  }

  private static NodeSpec code(String id, String type, String source) {
    return NodeSpec.of(id, type, Map.of())
        .withCode(new NodeCode("python", Map.of("source", source)));
  }
}

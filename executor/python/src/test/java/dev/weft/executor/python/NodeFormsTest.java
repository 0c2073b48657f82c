package dev.weft.executor.python;

import static dev.weft.executor.python.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.Input;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The forms that a node's code may have. */
class NodeFormsTest {

  @Test
  void flagshipTextProcessor() {
    RunResult result =
        run(
            pipeline(ENGINE, shipped("text", "TextProcessorNode", Map.of())),
            Map.of("text", "Hello WASM", "operations", List.of("uppercase", "word_count")),
            Map.of("text", "Python in Browser", "operations", List.of("lowercase", "char_count")));
    assertThat(result.errors()).isEmpty();
    assertThat(result.outputs())
        .extracting(it -> (Object) ((Map<?, ?>) it).get("results"))
        .containsExactly(
            Map.of("uppercase", "HELLO WASM", "word_count", 2L),
            Map.of("lowercase", "python in browser", "char_count", 17L));
    assertThat(result.outputs().getFirst())
        .isEqualTo(
            Map.of(
                "original_text",
                "Hello WASM",
                "operations",
                List.of("uppercase", "word_count"),
                "results",
                Map.of("uppercase", "HELLO WASM", "word_count", 2L),
                "processed_by",
                "TextProcessorNode[text]",
                "node_config",
                Map.of()));
  }

  @Test
  void javaAndPythonInOnePipeline() {
    NodeSpec shown =
        node(
            "shown",
            "Shown",
            Map.of(),
            """
            class Shown(weft.Node):
                def process(self, item):
                    return f"{item} is {'even' if item % 2 == 0 else 'odd'}"
            """);
    RunResult result =
        run(
            pipeline(ENGINE, NodeSpec.of("times", "MultiplyNode", Map.of("factor", 3L)), shown),
            5L,
            7L,
            10L);
    assertThat(result.outputs()).containsExactly("15 is odd", "21 is odd", "30 is even");
  }

  @Test
  void plainFunctionDropsWithNone() {
    assertThat(
            outputs(
                """
                class N(weft.Node):
                    def process(self, item):
                        return item if item > 1 else None
                """,
                1L,
                2L,
                3L))
        .containsExactly(2L, 3L);
  }

  @Test
  void generatorExpands() {
    assertThat(
            outputs(
                """
                class N(weft.Node):
                    def process(self, item):
                        for i in range(item):
                            yield [item, i]
                """,
                0L,
                2L,
                1L))
        .containsExactly(List.of(2L, 0L), List.of(2L, 1L), List.of(1L, 0L));
  }

  @Test
  void coroutineFunctionMayAwait() {
    assertThat(
            outputs(
                """
                import asyncio
                class N(weft.Node):
                    async def initialize(self):
                        await asyncio.sleep(0.001)
                        self.lock = asyncio.Lock()
                    async def process(self, item):
                        async with self.lock:
                            await asyncio.sleep(0.001 * item)
                        a, b = await asyncio.gather(self.twice(item), self.twice(item + 1))
                        return [a, b]
                    async def twice(self, x):
                        await asyncio.sleep(0)
                        return 2 * x
                """,
                1L,
                2L))
        .containsExactly(List.of(2L, 4L), List.of(4L, 6L));
  }

  @Test
  void streamingNodeSeesTheWholeStream() {
    assertThat(
            outputs(
                """
                class N(weft.Node):
                    async def process(self, stream):
                        window = []
                        async for item in stream:
                            window.append(item)
                            if len(window) == 2:
                                yield sum(window)
                                window.pop(0)
                        yield "end"
                """,
                1L,
                2L,
                3L,
                4L))
        .containsExactly(3L, 5L, 7L, "end");
  }

  @Test
  void flushGivesWhatIsLeft() {
    assertThat(
            outputs(
                """
                class N(weft.Node):
                    def initialize(self):
                        self.sum = 0
                    def process(self, item):
                        self.sum += item
                    def flush(self):
                        return self.sum
                """,
                1L,
                2L,
                3L))
        .containsExactly(6L);
  }

  @Test
  void sourceProduces() {
    RunResult result =
        run(
            pipeline(
                ENGINE,
                node(
                    "n",
                    "N",
                    Map.of(),
                    """
                    class N(weft.Node):
                        async def produce(self):
                            for i in range(1000):
                                yield i
                    """)),
            RunOptions.DEFAULT,
            Input.none());
    assertThat(result.errors()).isEmpty();
    assertThat(result.outputs()).hasSize(1000).startsWith(0L, 1L).endsWith(999L);
  }
}

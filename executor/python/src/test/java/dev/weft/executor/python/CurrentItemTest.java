package dev.weft.executor.python;

import static dev.weft.executor.python.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.ExecutionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code weft.current_item()} says, where several items are in work. */
class CurrentItemTest {

  @Test
  void eachItemKeepsItsOwnOverAnAwait() {
    List<Object> outputs =
        run(
                """
                import asyncio, weft
                class N(weft.Node):
                    async def process(self, item):
                        before = weft.current_item().index
                        await asyncio.sleep(item)
                        return [before, weft.current_item().index]
                """,
                ExecutionPolicy.DEFAULT.withConcurrency(3),
                0.3,
                0.2,
                0.1)
            .outputs();
    // Which of them begins first is not certain on virtual threads.
    assertThat(outputs)
        .containsExactlyInAnyOrder(List.of(0L, 0L), List.of(1L, 1L), List.of(2L, 2L));
  }

  @Test
  void aTaskHasTheItemOfTheOneThatStartedIt() {
    assertThat(
            outputs(
                """
                import asyncio, weft
                class N(weft.Node):
                    async def part(self):
                        await asyncio.sleep(1)
                        return weft.current_item().index
                    async def process(self, stream):
                        tasks = []
                        async for item in stream:
                            tasks.append(asyncio.create_task(self.part()))
                        for task in tasks:
                            yield await task
                """,
                "a",
                "b",
                "c"))
        .containsExactly(0L, 1L, 2L);
  }

  @Test
  void thereIsNoneBeforeTheFirstNorAfterTheLast() {
    assertThat(
            outputs(
                """
                import weft
                seen = []
                class N(weft.Node):
                    def initialize(self):
                        self.ask("initialize")
                    def ask(self, where):
                        try:
                            seen.append([where, weft.current_item().index])
                        except weft.NodeError:
                            seen.append([where, None])
                    def process(self, item):
                        self.ask("process")
                    def flush(self):
                        return seen
                """,
                "a",
                "b"))
        .hasSize(1)
        .first()
        .asString()
        .contains("[initialize, null]", "[process, 0]", "[process, 1]");
  }
}

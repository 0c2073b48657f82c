package dev.weft.executor.python;

import static dev.weft.executor.python.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.Input;
import dev.weft.executor.Pipeline;
import dev.weft.executor.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A window over an input that never ends. */
class EndlessInputTest {
  private static final int WINDOW = 50;
  private static final int WINDOWS = 400;
  private static final int SETTLED = 100;

  @Test
  void windowsComeAsTheirItemsDoInMemoryThatDoesNotGrow() {
    Pipeline pipeline =
        pipeline(
            ENGINE,
            node(
                "n",
                "N",
                Map.of("size", (long) WINDOW),
                """
                import sys
                class N(weft.Node):
                    async def process(self, stream):
                        window = []
                        async for item in stream:
                            window.append(item["value"])
                            if len(window) == self.config["size"]:
                                yield [window[0], sum(window), sys.getallocatedblocks()]
                                window = []
                """));
    AtomicLong read = new AtomicLong();
    Iterable<Map<String, Long>> endless =
        () -> Stream.generate(() -> Map.of("value", read.getAndIncrement())).iterator();
    List<List<Long>> windows = new ArrayList<>();
    AtomicLong readAhead = new AtomicLong();
    RunOptions options =
        RunOptions.DEFAULT.onOutput(output -> {
          windows.add(((List<?>) output.item()).stream().map(it -> (Long) it).toList());
          long ahead = read.get() - (long) windows.size() * WINDOW;
          readAhead.accumulateAndGet(ahead, Math::max);
          if (windows.size() == WINDOWS) {
            throw new IllegalStateException("enough");
          }
        });

    assertThat(run(pipeline, options, Input.of(endless)).errors().getFirst().message())
        .contains("enough");

    for (int i = 0; i < WINDOWS; i++) {
      long first = (long) i * WINDOW;
      assertThat(windows.get(i).getFirst()).isEqualTo(first);
      assertThat(windows.get(i).get(1)).isEqualTo(WINDOW * first + WINDOW * (WINDOW - 1) / 2);
    }
    // Queues hold hundreds of items; those that were read and not yet seen are no more.
    assertThat(readAhead.get()).isLessThan(4_000);
    List<Long> blocks = windows.stream().map(List::getLast).toList();
    long most = blocks.subList(0, SETTLED).stream().mapToLong(it -> it).max().orElseThrow();
    long mostLater =
        blocks.subList(SETTLED, WINDOWS).stream().mapToLong(it -> it).max().orElseThrow();
    assertThat(mostLater).isLessThan(most + 1_000);
  }
}

package dev.weft.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.Input;
import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import dev.weft.executor.Output;
import dev.weft.executor.Param;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineOutputs;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/nodes.md}: all of it stands here too, and is run. */
class GuideTest {

  public static final class ClampNode implements NodeType {
    private static final Param<Number> LOW = Param.number("low", "The least value.").orElse(0L);
    private static final Param<Number> HIGH = Param.number("high", "The greatest value.");

    @Override
    public String summary() {
      return "Moves each number into a range.";
    }

    @Override
    public List<Param<?>> params() {
      return List.of(LOW, HIGH);
    }

    @Override
    public Node.Function create(NodeContext context) {
      double low = context.get(LOW).doubleValue();
      double high = context.get(HIGH).doubleValue();
      return item -> Math.clamp(((Number) item).doubleValue(), low, high);
    }
  }

  @Test
  void functionWithParams() {
    PipelineSpec spec =
        PipelineSpec.builder("clamped").node("clamp", "ClampNode", Map.of("high", 5)).build();
    Pipeline pipeline = Pipeline.of(spec, NodeRegistry.load().with(new ClampNode()));
    List<Object> results = pipeline.run(Input.of(List.of(-3, 2, 9))).outputs();
    assertThat(results).isEqualTo(List.of(0.0, 2.0, 5.0));
  }

  @Test
  void functionThatSuspendsOrDrops() {
    NodeType polite =
        NodeType.function(
            "Polite",
            "Waits a little, and drops what is empty.",
            item -> {
              Async.sleep(Duration.ofMillis(5));
              return item.equals("") ? null : item;
            });
    assertThat(outputs(polite, Input.of(List.of("a", "", "b")))).isEqualTo(List.of("a", "b"));
  }

  @Test
  void expandingStreamingAndSource() {
    Node.Expanding words = item -> List.of(((String) item).split(" "));
    NodeType pairs =
        NodeType.streaming(
            "Pairs",
            "Joins items two by two.",
            (in, out) -> {
              List<Object> pair = new ArrayList<>();
              for (Object item : in) {
                pair.add(item);
                if (pair.size() == 2) {
                  out.emit(pair);
                  pair = new ArrayList<>();
                }
              }
              if (!pair.isEmpty()) {
                out.emit(pair);
              }
            });
    NodeType ticks =
        NodeType.source(
            "Ticks",
            "Counts, now and then.",
            out -> {
              for (long tick = 0; tick < 3; tick++) {
                Async.sleep(Duration.ofMillis(1));
                out.emit(tick);
              }
            });
    assertThat(outputs(pairs, Input.of(List.of(1, 2, 3))))
        .isEqualTo(List.of(List.of(1, 2), List.of(3)));
    assertThat(outputs(ticks, Input.none())).isEqualTo(List.of(0L, 1L, 2L));
    assertThat(expand(words)).isEqualTo(List.of("a", "b"));
  }

  private static List<?> expand(Node.Expanding words) {
    try {
      return words.process("a b");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static final class Lines implements Node.Streaming {
    private final Path file;
    private BufferedReader reader = new BufferedReader(java.io.Reader.nullReader());

    Lines(Path file) {
      this.file = file;
    }

    @Override
    public void initialize() throws IOException {
      reader = Files.newBufferedReader(file);
    }

    @Override
    public void process(dev.weft.executor.ItemStream in, dev.weft.executor.Emitter out)
        throws IOException {
      for (Object item : in) {
        out.emit(item + ": " + reader.readLine());
      }
    }

    @Override
    public void cleanup() throws IOException {
      reader.close();
    }
  }

  @Test
  void lifecycle(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("lines"), "one\ntwo\n");
    NodeType lines =
        new NodeType() {
          @Override
          public String name() {
            return "Lines";
          }

          @Override
          public String summary() {
            return "Pairs items with lines.";
          }

          @Override
          public Form form() {
            return Form.STREAMING;
          }

          @Override
          public Node create(NodeContext context) {
            return new Lines(file);
          }
        };
    assertThat(outputs(lines, Input.of(List.of(1, 2)))).isEqualTo(List.of("1: one", "2: two"));
  }

  @Test
  void policyAndResult() {
    NodeType fragile =
        NodeType.function("Fragile", "Divides 12.", item -> 12 / ((Number) item).intValue());
    ExecutionPolicy policy =
        ExecutionPolicy.DEFAULT
            .withTimeout(Duration.ofSeconds(2))
            .withOnError(ExecutionPolicy.OnError.DEAD_LETTER)
            .withConcurrency(4);
    PipelineSpec spec =
        PipelineSpec.builder("shares").node("share", "Fragile", Map.of(), policy).build();
    RunResult result = Pipeline.of(spec, NodeRegistry.of(fragile)).run(Input.of(List.of(3, 0, 4)));
    assertThat(result.outputs()).isEqualTo(List.of(4, 3));
    assertThat(result.deadLetters().getFirst().item()).isEqualTo(0);
  }

  @Test
  void resultsOneByOne() {
    PipelineSpec spec =
        PipelineSpec.builder("endless").node("count", "RangeGeneratorNode", Map.of()).build();
    Pipeline pipeline = Pipeline.of(spec, NodeRegistry.load());
    List<Object> first = new ArrayList<>();
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads();
        PipelineOutputs outputs = pipeline.iterate(runtime, Input.none(), RunOptions.DEFAULT)) {
      while (first.size() < 3) {
        Output output = outputs.next();
        first.add(output.item());
      }
    }
    assertThat(first).isEqualTo(List.of(0L, 1L, 2L));
  }

  private static List<Object> outputs(NodeType type, Input input) {
    PipelineSpec spec = PipelineSpec.builder("guide").node("node", type.name()).build();
    return Pipeline.of(spec, NodeRegistry.of(type)).run(input).outputs();
  }

  /** What is left of code when only its words count. */
  private static String words(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }

  @Test
  void allCodeOfTheGuideStandsInThisFile() throws IOException {
    String guide = Files.readString(Path.of("../../docs/nodes.md"));
    String here =
        words(Files.readString(Path.of("src/test/java/dev/weft/executor/nodes/GuideTest.java")));
    Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(guide);
    int count = 0;
    while (blocks.find()) {
      assertThat(here).contains(words(blocks.group(1)));
      count++;
    }
    assertThat(count).isGreaterThan(5);
  }
}

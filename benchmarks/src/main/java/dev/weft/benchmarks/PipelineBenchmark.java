package dev.weft.benchmarks;

import dev.weft.executor.Input;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** The price of an item in a pipeline: nodes in a line, branches that join, batches, JSON. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
public class PipelineBenchmark {
  private static final int ITEMS = 100_000;
  private static final List<Integer> NUMBERS = IntStream.range(0, ITEMS).boxed().toList();

  private static final Pipeline ONE = line(1);
  private static final Pipeline TWO = line(2);
  private static final Pipeline TEN = line(10);
  private static final Pipeline DIAMOND =
      checked(
          PipelineSpec.builder("diamond")
              .node("in", "PassThroughNode")
              .node("left", "AddNode", Map.of("addend", 1))
              .node("right", "MultiplyNode", Map.of("factor", 2))
              .node("out", "PassThroughNode")
              .connect("in", "left", "out")
              .connect("in", "right", "out")
              .build());
  private static final Pipeline BATCH =
      checked(
          PipelineSpec.builder("batch").node("batch", "BatchNode", Map.of("size", 100)).build());

  private static final ObjectReader READER = JsonMapper.shared().readerFor(Object.class);
  private static final ObjectWriter WRITER =
      JsonMapper.shared().writer().withRootValueSeparator("\n");
  private static final byte[] LINES =
      String.join("\n", NUMBERS.stream().map(String::valueOf).toList())
          .getBytes(StandardCharsets.UTF_8);

  private static Pipeline checked(PipelineSpec spec) {
    return Pipeline.of(spec, NodeRegistry.load());
  }

  private static Pipeline line(int nodes) {
    PipelineSpec.Builder builder = PipelineSpec.builder("line");
    for (int i = 0; i < nodes; i++) {
      builder.node("n" + i, "AddNode", Map.of("addend", 1));
      if (i > 0) {
        builder.connect("n" + (i - 1), "n" + i);
      }
    }
    return checked(builder.build());
  }

  private static int run(WeftState weft, Pipeline pipeline) {
    return weft.runtime.<Integer>blockOn(() -> pipeline.run(Input.of(NUMBERS)).outputs().size());
  }

  /** One node. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public int oneNode(WeftState weft) {
    return run(weft, ONE);
  }

  /** Two nodes in a line. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public int twoNodes(WeftState weft) {
    return run(weft, TWO);
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public int twoNodesReactor() {
    return items(flux(2));
  }

  /** Ten nodes in a line. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public int tenNodes(WeftState weft) {
    return run(weft, TEN);
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public int tenNodesReactor() {
    return items(flux(10));
  }

  /** As many stages, each on a thread of its own, as our nodes are tasks of their own. */
  private static Flux<Integer> flux(int stages) {
    Flux<Integer> flux = Flux.fromIterable(NUMBERS);
    for (int i = 0; i < stages; i++) {
      flux = flux.publishOn(Schedulers.parallel()).map(n -> n + 1);
    }
    return flux;
  }

  private static int items(Flux<Integer> flux) {
    List<Integer> all = flux.collectList().block();
    return all == null ? 0 : all.size();
  }

  /** A node, two branches, and a node where they join. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public int diamond(WeftState weft) {
    return run(weft, DIAMOND);
  }

  /** Batches of a hundred. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public int batch(WeftState weft) {
    return run(weft, BATCH);
  }

  /** JSON lines in, two nodes, JSON lines out. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public long json(WeftState weft) throws IOException {
    long[] items = new long[1];
    try (MappingIterator<Object> in = READER.readValues(LINES);
        SequenceWriter out = WRITER.writeValues(OutputStream.nullOutputStream())) {
      RunOptions options =
          RunOptions.DEFAULT.onOutput(output -> {
            out.write(output.item());
            items[0]++;
          });
      weft.runtime.blockOn(() -> TWO.run(Input.blocking(in), options));
    }
    return items[0];
  }

  /** JSON lines read and written, with nothing between: the least that the case above can take. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public long jsonAlone() throws IOException {
    long items = 0;
    try (MappingIterator<Object> in = READER.readValues(LINES);
        SequenceWriter out = WRITER.writeValues(OutputStream.nullOutputStream())) {
      while (in.hasNext()) {
        out.write(in.next());
        items++;
      }
    }
    return items;
  }
}

package dev.weft.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.weft.executor.Input;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineException;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.executor.python.PythonEngine;
import dev.weft.executor.python.PythonOptions;
import dev.weft.executor.translated.TranslatedEngine;
import dev.weft.runtime.AsyncRuntime;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an item of a node in Python costs: written in Java by hand, translated, in the embedded
 * CPython, and in an installed CPython over a pipe. Time on the wall, and processor time of all
 * processes that take part, which says more where the machine is shared.
 */
final class NodeMeter {
  static final String GROUP = "PythonNodes";
  static final String JAVA = "Java, by hand";
  static final String TRANSLATED = "translated";
  static final String EMBEDDED = "embedded CPython";
  static final String PIPE = "CPython over a pipe";
  private static final int TRIED = 1_000;

  /**
   * For what HotSpot compiles, at least: it goes on until the compilers have been quiet, which on a
   * busy machine is after several seconds. The guest's own code is Java too, but none that another
   * node has not run before.
   */
  private static final int WARM_UP = 5;

  /** And at most, in the same unit; what they compile then is not this node's. */
  private static final int LONGEST_WARM_UP = 12;

  private static final int QUIET = 2;

  /** So many times is measured, each for a part of the given time; the median is told. */
  private static final int WINDOWS = 15;

  /** Those that are started for each node, and are slower by far, need fewer. */
  private static final int FEW_WINDOWS = 3;

  private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Duration each;
  private final Path nodes;
  private final AsyncRuntime runtime;
  private final List<String> failures;

  private NodeMeter(Duration each, Path nodes, AsyncRuntime runtime, List<String> failures) {
    this.each = each;
    this.nodes = nodes;
    this.runtime = runtime;
    this.failures = failures;
  }

  /** One way to run a node. */
  @FunctionalInterface
  private interface Contender {
    List<Object> run(List<Object> items) throws IOException;

    /** Processor time in nanoseconds, beyond that of this process. */
    default long cpuElsewhere() {
      return 0;
    }
  }

  /** Measures these nodes in this process, one after the other. */
  static List<Measurement> measure(
      Path nodes, List<NodeLoad> loads, Duration each, List<String> failures)
      throws IOException, InterruptedException {
    List<Measurement> all = new ArrayList<>();
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      NodeMeter meter = new NodeMeter(each, nodes, runtime, failures);
      for (NodeLoad load : loads) {
        System.err.println("weft bench: " + GROUP + "." + load.file());
        all.addAll(meter.measure(load));
      }
    }
    return all;
  }

  private List<Measurement> measure(NodeLoad load) throws IOException, InterruptedException {
    List<Measurement> all = new ArrayList<>();
    Contender java = inPipeline(NodeRegistry.of(load.java()), load, false);
    List<Object> sample = load.items(TRIED);
    List<Object> expected = java.run(sample);
    List<Series> compiled = new ArrayList<>(List.of(new Series(load, JAVA, java)));
    engine(load, TranslatedEngine.of(PythonOptions.DEFAULT), TRANSLATED, sample, expected)
        .ifPresent(it -> compiled.add(new Series(load, TRANSLATED, it)));
    all.addAll(measure(compiled, WARM_UP, WINDOWS));
    Optional<Contender> embedded =
        engine(load, PythonEngine.of(PythonOptions.DEFAULT), EMBEDDED, sample, expected);
    if (embedded.isPresent()) {
      all.addAll(measure(List.of(new Series(load, EMBEDDED, embedded.get())), 1, FEW_WINDOWS));
    }
    Optional<String> python = AsyncioPeer.python();
    if (python.isPresent()) {
      Path directory = Files.createTempDirectory("weft-bench");
      try (NodePipe pipe = NodePipe.start(python.get(), directory, file(load), load)) {
        Contender piped =
            new Contender() {
              @Override
              public List<Object> run(List<Object> items) throws IOException {
                return pipe.run(items);
              }

              @Override
              public long cpuElsewhere() {
                return pipe.cpu().toNanos();
              }
            };
        all.addAll(measure(List.of(new Series(load, PIPE, piped)), 1, FEW_WINDOWS));
      }
    }
    return all;
  }

  private Path file(NodeLoad load) {
    return nodes.resolve(load.file() + ".py").toAbsolutePath();
  }

  /** A way through an engine; empty, and told, if it cannot run the node, or runs it wrongly. */
  private Optional<Contender> engine(
      NodeLoad load, NodeEngine engine, String name, List<Object> sample, List<Object> expected)
      throws IOException {
    try {
      Contender made = inPipeline(NodeRegistry.of().withEngine("python", () -> engine), load, true);
      List<Object> results = made.run(sample);
      if (!results.equals(expected)) {
        failures.add(
            "%s.%s, %s: it gives other results than by hand: %s"
                .formatted(GROUP, load.file(), name, firstDifference(results, expected)));
        return Optional.empty();
      }
      return Optional.of(made);
    } catch (PipelineException.Invalid e) {
      failures.add("%s.%s, %s: %s".formatted(GROUP, load.file(), name, e.getMessage()));
      return Optional.empty();
    }
  }

  private static String firstDifference(List<Object> one, List<Object> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return one.get(i) + " and " + other.get(i);
      }
    }
    return one.size() + " and " + other.size() + " of them";
  }

  private Contender inPipeline(NodeRegistry registry, NodeLoad load, boolean brought) {
    NodeSpec node = NodeSpec.of("node", load.type(), load.params());
    if (brought) {
      node = node.withCode(new NodeCode("python", Map.of("file", file(load).toString())));
    }
    Pipeline pipeline = Pipeline.of(PipelineSpec.builder("bench").node(node).build(), registry);
    return items -> {
      List<Object> results = new ArrayList<>();
      RunOptions options = RunOptions.DEFAULT.onOutput(output -> results.add(output.item()));
      runtime.blockOn(() -> pipeline.run(Input.of(items), options));
      return results;
    };
  }

  /** What one contender has taken, an item; wall and processor time in nanoseconds. */
  private static final class Series {
    private final NodeLoad load;
    private final String name;
    private final Contender contender;
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();
    private List<Object> items;

    Series(NodeLoad load, String name, Contender contender) {
      this.load = load;
      this.name = name;
      this.contender = contender;
      this.items = load.items(TRIED);
    }

    /** Runs once; how many nanoseconds that took for each item. */
    double run() throws IOException {
      long cpuBegin = SYSTEM.getProcessCpuTime() + contender.cpuElsewhere();
      long begin = System.nanoTime();
      contender.run(items);
      double took = (System.nanoTime() - begin) / (double) items.size();
      long cpuEnd = SYSTEM.getProcessCpuTime() + contender.cpuElsewhere();
      wall.add(took);
      cpu.add((cpuEnd - cpuBegin) / (double) items.size());
      return took;
    }

    /** Makes the next runs about so long: a pipeline is started for each. */
    void fit(double perItem, Duration window) {
      int count = (int) Math.clamp(window.toNanos() / perItem, TRIED, 2_000_000);
      if (Math.abs(count - items.size()) > items.size() / 8) {
        items = load.items(count);
      }
    }

    void begin() {
      wall.clear();
      cpu.clear();
    }

    List<Measurement> measurements() {
      return List.of(
          measurement(load.file(), name, wall, "ns/item"),
          measurement(load.file() + "-cpu", name, cpu, "CPU ns/item"));
    }
  }

  /**
   * Warms up and measures, one window of each in turn, so that what else the machine does meets
   * them alike.
   */
  private List<Measurement> measure(List<Series> all, int warmUp, int windows) throws IOException {
    Duration window = each.dividedBy(4);
    long begin = System.nanoTime();
    long quietSince = begin;
    while (!isWarm(begin, quietSince, warmUp * all.size())) {
      long compiled = COMPILERS.getTotalCompilationTime();
      long start = System.nanoTime();
      for (Series one : all) {
        one.fit(one.run(), window);
      }
      long took = System.nanoTime() - start;
      boolean busy =
          Duration.ofMillis(COMPILERS.getTotalCompilationTime() - compiled).toNanos() > took / 20;
      quietSince = busy ? System.nanoTime() : quietSince;
    }
    all.forEach(Series::begin);
    for (int i = 0; i < windows; i++) {
      for (Series one : all) {
        one.run();
      }
    }
    return all.stream().flatMap(it -> it.measurements().stream()).toList();
  }

  private boolean isWarm(long begin, long quietSince, int warmUp) {
    long now = System.nanoTime();
    boolean quiet = warmUp < WARM_UP || now - quietSince > QUIET * each.toNanos();
    return now - begin > (quiet ? warmUp : Math.max(warmUp, LONGEST_WARM_UP)) * each.toNanos();
  }

  /** The median: a window in which the machine did something else says nothing of the node. */
  private static Measurement measurement(
      String name, String contender, List<Double> samples, String unit) {
    Statistics statistics = Statistics.of(samples);
    return new Measurement(
        GROUP, name, contender, statistics.median(), statistics.error(), unit, List.copyOf(samples));
  }
}

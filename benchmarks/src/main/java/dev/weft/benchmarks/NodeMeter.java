package dev.weft.benchmarks;

import dev.weft.executor.NodeEngine;
import dev.weft.executor.PipelineException;
import dev.weft.executor.python.PythonEngine;
import dev.weft.executor.python.PythonOptions;
import dev.weft.executor.translated.TranslatedEngine;
import dev.weft.runtime.AsyncRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
  private static final int WARM_UP = 8;

  /** And at most, in the same unit; what they compile then is not this node's. */
  private static final int LONGEST_WARM_UP = 40;

  /** Longer than a compilation takes on a busy machine: it is counted when it ends. */
  private static final int QUIET = 4;

  /** So many times is measured, for a part of the given time each. */
  private static final int WINDOWS = 21;

  /** What is slower by far, and is not compiled for each node, needs fewer. */
  private static final int FEW_WINDOWS = 3;

  private static final int PART = 6;

  private final Duration each;
  private final Path nodes;
  private final boolean together;
  private final AsyncRuntime runtime;
  private final List<String> failures;

  private NodeMeter(
      Duration each, Path nodes, boolean together, AsyncRuntime runtime, List<String> failures) {
    this.each = each;
    this.nodes = nodes;
    this.together = together;
    this.runtime = runtime;
    this.failures = failures;
  }

  /**
   * The measurements of the nodes that match; none where the nodes of the source tree are not
   * there.
   *
   * @param together whether all that HotSpot compiles is to run in this process, instead of one for
   *     each node and contender
   */
  static List<Measurement> measure(
      List<NodeLoad> loads, Duration each, String only, boolean together, List<String> failures)
      throws IOException, InterruptedException {
    String root = System.getenv("WEFT_ROOT");
    List<Measurement> all = new ArrayList<>();
    if (root == null) {
      return all;
    }
    Pattern wanted = Pattern.compile(only);
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      Path nodes = Path.of(root, "examples", "nodes");
      NodeMeter meter = new NodeMeter(each, nodes, together, runtime, failures);
      for (NodeLoad load : loads) {
        String name = GROUP + "." + load.file();
        if (wanted.matcher(name).find()) {
          System.err.println("weft bench: " + name);
          try {
            all.addAll(meter.measure(load));
          } catch (IOException e) {
            failures.add(name + ": " + e.getMessage());
          }
        }
      }
    }
    return all;
  }

  private List<Measurement> measure(NodeLoad load) throws IOException, InterruptedException {
    List<Measurement> all = new ArrayList<>();
    NodeWay java = NodeWay.java(load, runtime);
    List<Object> sample = load.items(TRIED);
    List<Object> expected = java.run(sample);
    Optional<NodeWay> translated =
        engine(load, TranslatedEngine.of(PythonOptions.DEFAULT), TRANSLATED, sample, expected);
    if (together) {
      List<Series> compiled = new ArrayList<>(List.of(new Series(load, JAVA, java.timed(load))));
      translated.ifPresent(it -> compiled.add(new Series(load, TRANSLATED, it.timed(load))));
      all.addAll(measure(compiled, WARM_UP, WINDOWS));
    } else {
      all.addAll(inProcesses(load, translated.isPresent()));
    }
    Optional<NodeWay> embedded =
        engine(load, PythonEngine.of(PythonOptions.DEFAULT), EMBEDDED, sample, expected);
    if (embedded.isPresent()) {
      Series series = new Series(load, EMBEDDED, embedded.get().timed(load));
      all.addAll(measure(List.of(series), 1, FEW_WINDOWS));
    }
    Optional<String> python = AsyncioPeer.python();
    if (python.isPresent()) {
      Path directory = Files.createTempDirectory("weft-bench");
      try (NodePipe pipe = NodePipe.start(python.get(), directory, load.source(nodes), load)) {
        all.addAll(measure(List.of(new Series(load, PIPE, pipe.timed(load))), 1, FEW_WINDOWS));
      }
    }
    return all;
  }

  private List<Measurement> inProcesses(NodeLoad load, boolean isTranslated) throws IOException {
    try (NodeProcess java = NodeProcess.start(load, JAVA, nodes)) {
      Series first = new Series(load, JAVA, java);
      if (!isTranslated) {
        return measure(List.of(first), WARM_UP, WINDOWS);
      }
      try (NodeProcess translated = NodeProcess.start(load, TRANSLATED, nodes)) {
        return measure(List.of(first, new Series(load, TRANSLATED, translated)), WARM_UP, WINDOWS);
      }
    }
  }

  /** A way through an engine; empty, and told, if it cannot run the node, or runs it wrongly. */
  private Optional<NodeWay> engine(
      NodeLoad load, NodeEngine engine, String name, List<Object> sample, List<Object> expected)
      throws IOException {
    try {
      NodeWay made = NodeWay.python(load, nodes, engine, runtime);
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

  /** What one contender has taken for an item, in nanoseconds. */
  private static final class Series {
    private final NodeLoad load;
    private final String name;
    private final NodeWay.Timed timed;
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();

    private int count = TRIED;

    Series(NodeLoad load, String name, NodeWay.Timed timed) {
      this.load = load;
      this.name = name;
      this.timed = timed;
    }

    NodeWay.Window run() throws IOException {
      NodeWay.Window took = timed.run(count);
      wall.add(took.wall() / (double) count);
      cpu.add(took.cpu() / (double) count);
      return took;
    }

    /** Makes the next runs about so long, if they are not: a pipeline is started for each. */
    void fit(Duration window) {
      int fitting = (int) Math.clamp(window.toNanos() / wall.getLast(), TRIED, 2_000_000);
      if (Math.abs(fitting - count) > count / 8) {
        count = fitting;
      }
    }

    void begin() {
      wall.clear();
      cpu.clear();
    }

    List<Measurement> measurements() {
      Statistics there = Statistics.of(wall);
      Statistics used = Statistics.of(cpu);
      return List.of(
          measurement(load.file(), there.lowerQuartile(), there.error(), "ns/item", wall),
          // The mean, as the system counts in steps that are a good part of a window.
          measurement(load.file() + "-cpu", used.mean(), used.error(), "CPU ns/item", cpu));
    }

    private Measurement measurement(
        String of, double value, double error, String unit, List<Double> samples) {
      return new Measurement(GROUP, of, name, value, error, unit, List.copyOf(samples));
    }
  }

  /**
   * Warms up and measures, one window of each in turn, so that what else the machine does meets
   * them alike.
   */
  private List<Measurement> measure(List<Series> all, int warmUp, int windows) throws IOException {
    Duration window = each.dividedBy(PART);
    for (Series one : all) {
      // Its process starts meanwhile.
      one.run();
    }
    long begin = System.nanoTime();
    long quietSince = begin;
    while (!isWarm(begin, quietSince, warmUp)) {
      boolean busy = false;
      for (Series one : all) {
        NodeWay.Window took = one.run();
        one.fit(window);
        busy |= Duration.ofMillis(took.compiling()).toNanos() > took.wall() / 20;
      }
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
    return now - begin > (quiet ? warmUp : LONGEST_WARM_UP) * each.toNanos();
  }
}

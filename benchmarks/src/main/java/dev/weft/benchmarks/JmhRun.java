package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs JMH, and takes its results apart. */
final class JmhRun {
  /**
   * In a quick run only these are run on the loop without the flag too: it is what is left where
   * the JVM may not be given one, and how it compares is seen from them.
   */
  private static final String ON_ALL_BACKENDS = "SwitchBenchmark";

  /** How long is measured. */
  enum Effort {
    /** Some minutes for everything. */
    QUICK(2, 120, 4, 70, 1),
    /** Most of an hour. */
    FULL(5, 1000, 5, 1000, 2);

    private final int warmUps;
    private final int warmUpMillis;
    private final int measurements;
    private final int measurementMillis;
    private final int forks;

    Effort(int warmUps, int warmUpMillis, int measurements, int measurementMillis, int forks) {
      this.warmUps = warmUps;
      this.warmUpMillis = warmUpMillis;
      this.measurements = measurements;
      this.measurementMillis = measurementMillis;
      this.forks = forks;
    }
  }

  private JmhRun() {}

  /** Measures what matches; what gave no result is added to the failures, by its name. */
  static List<Measurement> measure(Effort effort, String include, List<String> failures)
      throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(include)
        .warmupIterations(effort.warmUps)
        .warmupTime(TimeValue.milliseconds(effort.warmUpMillis))
        .measurementIterations(effort.measurements)
        .measurementTime(TimeValue.milliseconds(effort.measurementMillis))
        .forks(effort.forks)
        .shouldFailOnError(false);
    options.exclude(MillionBenchmark.class.getSimpleName());
    List<Measurement> all = new ArrayList<>();
    if (effort == Effort.QUICK) {
      all.addAll(
          measurements(
              new OptionsBuilder()
                  .parent(options.build())
                  .exclude(ON_ALL_BACKENDS)
                  .param("backend", "VIRTUAL_THREADS", "EVENT_LOOP_MOUNTED")
                  .build(),
              failures));
      options.exclude("^(?!.*%s)".formatted(ON_ALL_BACKENDS));
    }
    all.addAll(measurements(options.build(), failures));
    if (effort == Effort.FULL && MillionBenchmark.class.getName().matches(".*" + include + ".*")) {
      // As it says of itself: a run of it takes long.
      all.addAll(
          measurements(
              new OptionsBuilder().include(MillionBenchmark.class.getName()).build(), failures));
    }
    return all;
  }

  /** Runs with these options; no results where nothing matches. */
  static Collection<RunResult> run(Options options) throws RunnerException {
    try {
      return new Runner(options).run();
    } catch (NoBenchmarksException e) {
      return List.of();
    }
  }

  private static List<Measurement> measurements(Options options, List<String> failures)
      throws RunnerException {
    List<Measurement> all = new ArrayList<>();
    Set<String> missing = names(options);
    for (RunResult run : run(options)) {
      BenchmarkParams params = run.getParams();
      params
          .getParamsKeys()
          .forEach(key -> missing.remove(name(params.getBenchmark(), key, params.getParam(key))));
      missing.remove(params.getBenchmark());
      Result<?> result = run.getPrimaryResult();
      Statistics statistics = result.getStatistics();
      List<Double> samples = new ArrayList<>();
      statistics.getRawData().forEachRemaining(entry -> samples.add(entry.getKey()));
      double error = result.getScoreError();
      Contenders.Method method = Contenders.Method.of(method(run.getParams()));
      all.add(
          new Measurement(
              group(run.getParams()),
              method.name(),
              contender(run.getParams(), method),
              result.getScore(),
              Double.isNaN(error) ? 0 : error,
              result.getScoreUnit(),
              samples));
    }
    missing.forEach(
        name -> failures.add(name + ": it gave no result; the reason stands in the output above"));
    return all;
  }

  /** What is to run, with the value of its parameter if it has one; none of ours has two. */
  private static Set<String> names(Options options) {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    Set<String> names = new LinkedHashSet<>();
    for (BenchmarkListEntry entry :
        BenchmarkList.defaultList().find(silent, options.getIncludes(), options.getExcludes())) {
      Map<String, String[]> params = entry.getParams().orElse(Map.of());
      params.forEach((key, values) ->
          options
              .getParameter(key)
              .orElse(List.of(values))
              .forEach(value -> names.add(name(entry.getUsername(), key, value))));
      if (params.isEmpty()) {
        names.add(entry.getUsername());
      }
    }
    return names;
  }

  private static String name(String benchmark, String key, String value) {
    return "%s (%s=%s)".formatted(benchmark, key, value);
  }

  static String contender(BenchmarkParams params, Contenders.Method method) {
    String backend = params.getParam("backend");
    String dispatcher = params.getParam("dispatcher");
    if (backend != null) {
      return Contenders.weft(backend);
    }
    return dispatcher != null ? Contenders.kotlin(dispatcher) : Contenders.peer(method.peer());
  }

  /** The class without its package and the word that all of them end with. */
  static String group(BenchmarkParams params) {
    String name = params.getBenchmark();
    String type = name.substring(0, name.lastIndexOf('.'));
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return simple.replace("Benchmark", "");
  }

  static String method(BenchmarkParams params) {
    String name = params.getBenchmark();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}

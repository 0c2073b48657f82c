package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Runs JMH, and takes its results apart. */
final class JmhRun {
  /** How long is measured. */
  enum Effort {
    /** Some minutes for everything. */
    QUICK(2, 150, 4, 70, 1),
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

  static List<Measurement> measure(Effort effort, String include) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(include)
        .warmupIterations(effort.warmUps)
        .warmupTime(TimeValue.milliseconds(effort.warmUpMillis))
        .measurementIterations(effort.measurements)
        .measurementTime(TimeValue.milliseconds(effort.measurementMillis))
        .forks(effort.forks)
        .shouldFailOnError(false);
    List<Measurement> all =
        measurements(run(options.exclude(MillionBenchmark.class.getSimpleName()).build()));
    if (effort == Effort.FULL && MillionBenchmark.class.getName().matches(".*" + include + ".*")) {
      // As it says of itself: a run of it takes long.
      all.addAll(
          measurements(
              run(new OptionsBuilder().include(MillionBenchmark.class.getName()).build())));
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

  private static List<Measurement> measurements(Collection<RunResult> results) {
    List<Measurement> all = new ArrayList<>();
    for (RunResult run : results) {
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
    return all;
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

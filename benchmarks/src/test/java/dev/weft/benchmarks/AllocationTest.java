package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How much memory an operation of a hot path allocates, against what it did when the baseline was
 * accepted. Unlike time that is the same on a busy machine, so that a build can fail for it. On the
 * event loop only: with tasks in parallel it depends on who comes first.
 *
 * <p>To accept what is measured now: {@code mvn verify -pl benchmarks -am -Dtest=AllocationTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dweft.acceptAllocation}, and commit the file.
 */
class AllocationTest {
  private static final double TOLERANCE = 0.10;

  /** Of rounding, and of what the harness itself allocates. */
  private static final double GRACE_BYTES = 4;

  private static final String BASELINE = "allocation.properties";

  private static final String HOT_PATHS =
      ".*(SpawnBenchmark.spawnAndJoin|SwitchBenchmark.yield|SwitchBenchmark.pingPong"
          + "|ChannelBenchmark.buffered|TimeBenchmark.timeout|StreamBenchmark.fiveStages"
          + "|PipelineBenchmark.twoNodes)$";

  @Test
  void hotPathsAllocateNoMoreThanTheyDid() throws Exception {
    Map<String, Double> measured = measure();
    if (System.getProperty("weft.acceptAllocation") != null) {
      accept(measured);
    }
    Map<String, Double> baseline = baseline();
    assertThat(measured.keySet()).as("cases of " + BASELINE).isEqualTo(baseline.keySet());
    List<String> grown = new ArrayList<>();
    measured.forEach((name, bytes) -> {
      double before = Objects.requireNonNull(baseline.get(name));
      if (bytes > before * (1 + TOLERANCE) + GRACE_BYTES) {
        grown.add("%s: %.1f B/op, was %.1f".formatted(name, bytes, before));
      }
    });
    assertThat(grown)
        .as(
            "cases that allocate over 10%% more than %s says; if it is worth it, accept it",
            BASELINE)
        .isEmpty();
  }

  private static Map<String, Double> measure() throws Exception {
    Options options =
        new OptionsBuilder()
            .include(HOT_PATHS)
            .param("backend", Backend.EVENT_LOOP_MOUNTED.name())
            .addProfiler(GCProfiler.class)
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(400))
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(300))
            .build();
    Map<String, Double> bytes = new TreeMap<>();
    for (RunResult run : JmhRun.run(options)) {
      Result<?> allocated = run.getSecondaryResults().get("gc.alloc.rate.norm");
      bytes.put(JmhRun.method(run.getParams()), Objects.requireNonNull(allocated).getScore());
    }
    return bytes;
  }

  private static Map<String, Double> baseline() throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(AllocationTest.class.getResourceAsStream(BASELINE), BASELINE)) {
      properties.load(in);
    }
    Map<String, Double> bytes = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> bytes.put(name, Double.valueOf(properties.getProperty(name))));
    return bytes;
  }

  private static void accept(Map<String, Double> measured) throws IOException {
    StringBuilder text =
        new StringBuilder("# Bytes allocated per operation; see AllocationTest.\n");
    measured.forEach(
        (name, bytes) -> text.append(String.format(Locale.ROOT, "%s=%.1f%n", name, bytes)));
    for (String tree : List.of("src/test/resources", "target/test-classes")) {
      Files.writeString(Path.of(tree, "dev", "weft", "benchmarks", BASELINE), text);
    }
  }
}

package dev.weft.benchmarks;

import dev.weft.runtime.AsyncGenerator;
import dev.weft.runtime.AsyncStream;
import java.util.concurrent.TimeUnit;
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

/** Elements over time: through stages, across a border between tasks, and out of a generator. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
public class StreamBenchmark {
  private static final int OPERATIONS = 100_000;

  private static AsyncStream<Integer> numbers() {
    return AsyncStream.generate(out -> {
      for (int i = 0; i < OPERATIONS; i++) {
        out.accept(i);
      }
    });
  }

  /** Five stages: a source, two maps and two filters. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long fiveStages(WeftState weft) {
    return weft.runtime.<Long>blockOn(() -> {
      long[] sum = new long[1];
      numbers()
          .map(i -> i + 1)
          .filter(i -> i % 2 == 0)
          .map(i -> i * 3L)
          .filter(i -> i % 5 != 0)
          .forEach(i -> sum[0] += i);
      return sum[0];
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long fiveStagesKotlin(KotlinState kotlin) {
    return kotlin.peer.stream(OPERATIONS);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long fiveStagesReactor() {
    long[] sum = new long[1];
    Flux.range(0, OPERATIONS)
        .map(i -> i + 1)
        .filter(i -> i % 2 == 0)
        .map(i -> i * 3L)
        .filter(i -> i % 5 != 0)
        .doOnNext(i -> sum[0] += i)
        .blockLast();
    return sum[0];
  }

  /** Producer and consumer in two tasks, with a buffer of 64 between them. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long acrossTasks(WeftState weft) {
    return weft.runtime.<Long>blockOn(() -> {
      long[] sum = new long[1];
      numbers().map(i -> i + 1).buffer(64).forEach(i -> sum[0] += i);
      return sum[0];
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long acrossTasksKotlin(KotlinState kotlin) {
    return kotlin.peer.bufferedStream(OPERATIONS);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long acrossTasksReactor() {
    long[] sum = new long[1];
    Flux.range(0, OPERATIONS)
        .map(i -> i + 1)
        .publishOn(Schedulers.parallel(), 64)
        .doOnNext(i -> sum[0] += i)
        .blockLast();
    return sum[0];
  }

  /** A generator whose consumer asks for one value after another. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long generator(WeftState weft) {
    return weft.runtime.<Long>blockOn(() -> {
      long sum = 0;
      try (AsyncGenerator<Integer, Void> values =
          AsyncGenerator.of(out -> {
            for (int i = 0; i < OPERATIONS; i++) {
              out.emit(i);
            }
          })) {
        while (values.hasNext()) {
          sum += values.next();
        }
      }
      return sum;
    });
  }

  /** Kotlin's {@code iterator}, which cannot wait for anything but its consumer. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long generatorKotlin(KotlinState kotlin) {
    return kotlin.peer.generator(OPERATIONS);
  }
}

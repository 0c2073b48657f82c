package dev.weft.benchmarks;

import dev.weft.runtime.Async;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A million at once: tasks in one scope, and sleepers; once each, since a run takes seconds. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xmx4g"})
public class MillionBenchmark {
  private static final int MILLION = 1_000_000;
  private static final Duration NAP = Duration.ofSeconds(1);

  /** A scope with a million children. */
  @Benchmark
  @OperationsPerInvocation(MILLION)
  public void scopeOfMillion(WeftState weft) {
    weft.runtime.blockOn(() -> {
      Async.group(group -> {
        for (int i = 0; i < MILLION; i++) {
          group.spawn(() -> {});
        }
      });
    });
  }

  @Benchmark
  @OperationsPerInvocation(MILLION)
  public void scopeOfMillionKotlin(KotlinState kotlin) {
    kotlin.peer.spawnManyThenJoin(MILLION);
  }

  @Benchmark
  @OperationsPerInvocation(MILLION)
  public void scopeOfMillionThreads() {
    VirtualThreads.run(() -> VirtualThreads.runAll(MILLION, () -> {}));
  }

  /** A million that sleep for a second at the same time; of which a task has 1,000 ns. */
  @Benchmark
  @OperationsPerInvocation(MILLION)
  public void millionSleepers(WeftState weft) {
    weft.runtime.blockOn(() -> {
      for (int i = 0; i < MILLION; i++) {
        Async.spawn(() -> Async.sleep(NAP));
      }
    });
  }

  @Benchmark
  @OperationsPerInvocation(MILLION)
  public void millionSleepersKotlin(KotlinState kotlin) {
    kotlin.peer.sleepers(MILLION, NAP.toMillis());
  }

  @Benchmark
  @OperationsPerInvocation(MILLION)
  public void millionSleepersThreads() {
    VirtualThreads.run(() -> VirtualThreads.runAll(MILLION, () -> Thread.sleep(NAP)));
  }
}

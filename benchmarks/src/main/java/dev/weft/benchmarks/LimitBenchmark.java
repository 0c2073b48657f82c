package dev.weft.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the machine and the JDK can do at best: no runtime on them can be faster. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--add-opens=java.base/java.lang=ALL-UNNAMED",
      "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED"
    })
@State(Scope.Benchmark)
public class LimitBenchmark {
  private static final int OPERATIONS = 10_000;
  private static final int MEGABYTES = 64;

  private final byte[] from = new byte[MEGABYTES << 20];
  private final byte[] to = new byte[MEGABYTES << 20];

  /** One switch into a continuation of the JDK's and back out of it. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public int continuationSwitch() {
    return BareContinuation.switchBackAndForth(OPERATIONS);
  }

  /** A megabyte copied in memory. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public byte[] copyOfMegabyte() {
    System.arraycopy(from, 0, to, 0, from.length);
    return to;
  }
}

package dev.weft.benchmarks;

import dev.weft.runtime.Async;
import dev.weft.runtime.TaskHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The price of a task: started and awaited one by one, and many in one scope. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
public class SpawnBenchmark {
  private static final int OPERATIONS = 10_000;

  /** Each task is awaited before the next is started. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public int spawnAndJoin(WeftState weft) {
    return weft.runtime.<Integer>blockOn(() -> {
      int sum = 0;
      for (int i = 0; i < OPERATIONS; i++) {
        int value = i;
        TaskHandle<Integer> task = Async.spawn(() -> value);
        sum += task.await();
      }
      return sum;
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public int spawnAndJoinKotlin(KotlinState kotlin) {
    return kotlin.peer.spawnAndJoin(OPERATIONS);
  }

  /** From inside a virtual thread, as the runtime does it. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public int spawnAndJoinThreads() {
    int[] sum = new int[1];
    VirtualThreads.run(() -> {
      for (int i = 0; i < OPERATIONS; i++) {
        int value = i;
        Thread.ofVirtual().start(() -> sum[0] += value).join();
      }
    });
    return sum[0];
  }

  /** On virtual threads too, since the common pool lends its caller's thread to the task. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public int spawnAndJoinFutures() {
    int[] sum = new int[1];
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      VirtualThreads.run(() -> {
        for (int i = 0; i < OPERATIONS; i++) {
          int value = i;
          sum[0] += CompletableFuture.supplyAsync(() -> value, executor).join();
        }
      });
    }
    return sum[0];
  }

  /** A scope with ten thousand children, which ends after them. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void scopeOfTenThousand(WeftState weft) {
    weft.runtime.blockOn(() -> {
      Async.group(group -> {
        for (int i = 0; i < OPERATIONS; i++) {
          group.spawn(() -> {});
        }
      });
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void scopeOfTenThousandKotlin(KotlinState kotlin) {
    kotlin.peer.spawnManyThenJoin(OPERATIONS);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void scopeOfTenThousandThreads() {
    VirtualThreads.run(() -> VirtualThreads.runAll(OPERATIONS, () -> {}));
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public @org.jspecify.annotations.Nullable Long scopeOfTenThousandReactor() {
    return Flux.range(0, OPERATIONS)
        .flatMap(i -> Mono.just(i).subscribeOn(Schedulers.parallel()), OPERATIONS)
        .count()
        .block();
  }
}

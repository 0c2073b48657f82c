package dev.weft.benchmarks;

import dev.weft.runtime.Async;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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

/** Timers: a limit around a call that is fast, many sleepers at once, many sleepers cancelled. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
public class TimeBenchmark {
  private static final int OPERATIONS = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration NAP = Duration.ofMillis(20);
  private static final Duration HOUR = Duration.ofHours(1);

  /** A limit that does not run out. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long timeout(WeftState weft) {
    return weft.runtime.<Long>blockOn(() -> {
      long sum = 0;
      for (int i = 0; i < OPERATIONS; i++) {
        int value = i;
        sum += Async.<Integer, RuntimeException>timeout(LIMIT, () -> value);
      }
      return sum;
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long timeoutKotlin(KotlinState kotlin) {
    return kotlin.peer.timeouts(OPERATIONS);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long timeoutFutures() {
    long sum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      CompletableFuture<Integer> future = new CompletableFuture<>();
      CompletableFuture<Integer> limited = future.orTimeout(10, TimeUnit.SECONDS);
      future.complete(i);
      sum += limited.join();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long timeoutReactor() {
    long sum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      int value = i;
      Integer got = Mono.fromCallable(() -> value).timeout(LIMIT).block();
      sum += got == null ? 0 : got;
    }
    return sum;
  }

  /** Ten thousand that sleep for 20 ms at the same time; of which a task has 2,000 ns. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void sleepers(WeftState weft) {
    weft.runtime.blockOn(() -> {
      for (int i = 0; i < OPERATIONS; i++) {
        Async.spawn(() -> Async.sleep(NAP));
      }
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void sleepersKotlin(KotlinState kotlin) {
    kotlin.peer.sleepers(OPERATIONS, NAP.toMillis());
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void sleepersThreads() {
    VirtualThreads.run(() -> VirtualThreads.runAll(OPERATIONS, () -> Thread.sleep(NAP)));
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public @org.jspecify.annotations.Nullable Long sleepersReactor() {
    return Flux.range(0, OPERATIONS).flatMap(i -> Mono.delay(NAP), OPERATIONS).count().block();
  }

  /** Ten thousand sleepers that are started, cancelled and awaited. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void cancelStorm(WeftState weft) {
    weft.runtime.blockOn(() -> {
      Async.group(group -> {
        for (int i = 0; i < OPERATIONS; i++) {
          group.spawn(() -> Async.sleep(HOUR));
        }
        Async.yieldNow();
        group.abort();
      });
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void cancelStormKotlin(KotlinState kotlin) {
    kotlin.peer.cancelStorm(OPERATIONS);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void cancelStormThreads() {
    VirtualThreads.run(() -> {
      Thread[] threads = new Thread[OPERATIONS];
      for (int i = 0; i < OPERATIONS; i++) {
        threads[i] = VirtualThreads.start(() -> Thread.sleep(HOUR));
      }
      for (Thread thread : threads) {
        thread.interrupt();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    });
  }
}

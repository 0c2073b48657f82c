package dev.weft.benchmarks;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncAction;
import dev.weft.runtime.AsyncLock;
import dev.weft.runtime.AsyncSemaphore;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Sixteen tasks that contend for a lock, or for four permits, and yield while they have it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
public class LockBenchmark {
  private static final int TASKS = 16;
  private static final int TIMES = 1_000;

  private static void runAll(AsyncAction<?> body) {
    Async.group(group -> {
      for (int i = 0; i < TASKS; i++) {
        group.spawn(body);
      }
    });
  }

  /** A fair lock. */
  @Benchmark
  @OperationsPerInvocation(TASKS * TIMES)
  public void lock(WeftState weft) {
    AsyncLock lock = AsyncLock.create();
    weft.runtime.blockOn(() ->
        runAll(() -> {
          for (int i = 0; i < TIMES; i++) {
            lock.withLock(Async::yieldNow);
          }
        }));
  }

  @Benchmark
  @OperationsPerInvocation(TASKS * TIMES)
  public void lockKotlin(KotlinState kotlin) {
    kotlin.peer.lock(TASKS, TIMES);
  }

  @Benchmark
  @OperationsPerInvocation(TASKS * TIMES)
  public void lockThreads() {
    ReentrantLock lock = new ReentrantLock(true);
    VirtualThreads.runAll(
        TASKS,
        () -> {
          for (int i = 0; i < TIMES; i++) {
            lock.lock();
            try {
              giveWay();
            } finally {
              lock.unlock();
            }
          }
        });
  }

  @SuppressWarnings("ThreadPriorityCheck") // As the others do.
  private static void giveWay() {
    Thread.yield();
  }

  /** Four permits. */
  @Benchmark
  @OperationsPerInvocation(TASKS * TIMES)
  public void semaphore(WeftState weft) {
    AsyncSemaphore semaphore = AsyncSemaphore.of(4);
    weft.runtime.blockOn(() ->
        runAll(() -> {
          for (int i = 0; i < TIMES; i++) {
            semaphore.withPermit(Async::yieldNow);
          }
        }));
  }

  @Benchmark
  @OperationsPerInvocation(TASKS * TIMES)
  public void semaphoreKotlin(KotlinState kotlin) {
    kotlin.peer.semaphore(TASKS, TIMES, 4);
  }

  @Benchmark
  @OperationsPerInvocation(TASKS * TIMES)
  public void semaphoreThreads() {
    Semaphore semaphore = new Semaphore(4, true);
    VirtualThreads.runAll(
        TASKS,
        () -> {
          for (int i = 0; i < TIMES; i++) {
            semaphore.acquire();
            try {
              giveWay();
            } finally {
              semaphore.release();
            }
          }
        });
  }
}

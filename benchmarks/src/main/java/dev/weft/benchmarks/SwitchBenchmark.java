package dev.weft.benchmarks;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.TaskHandle;
import java.lang.reflect.Constructor;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The price of a task and of a switch, beside virtual threads without a runtime: on the JDK's
 * scheduler, and on a single thread by the same reach into the JDK that the mounted loop uses.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
public class SwitchBenchmark {
  private static final int OPERATIONS = 10_000;

  /** A runtime on one of its backends. */
  @State(Scope.Benchmark)
  public static class Weft {
    /** What runs the tasks. */
    @Param({"VIRTUAL_THREADS", "EVENT_LOOP_MOUNTED", "EVENT_LOOP_BATON"})
    public Backend backend = Backend.VIRTUAL_THREADS;

    private AsyncRuntime runtime = AsyncRuntime.virtualThreads();

    /** Makes the runtime. */
    @Setup(Level.Trial)
    public void open() {
      runtime = AsyncRuntime.builder().backend(backend).build();
    }

    /** Ends it. */
    @TearDown(Level.Trial)
    public void close() {
      runtime.close();
    }
  }

  /** Virtual threads on one thread, with nothing of ours. */
  @State(Scope.Benchmark)
  public static class SingleThread {
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private Thread.Builder.OfVirtual builder = Thread.ofVirtual();

    /** Reaches the builder that takes a scheduler. */
    @Setup(Level.Trial)
    public void open() throws ReflectiveOperationException {
      Constructor<?> constructor =
          Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
              .getDeclaredConstructor(Executor.class);
      constructor.setAccessible(true);
      builder = (Thread.Builder.OfVirtual) constructor.newInstance((Executor) ready::add);
    }

    private void drain() {
      for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
        next.run();
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public int spawnAndJoin(Weft weft) {
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

  /** From inside a virtual thread, as the runtime does it. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public int spawnAndJoinRaw() throws InterruptedException {
    int[] sum = new int[1];
    Thread.ofVirtual()
        .start(() -> {
          for (int i = 0; i < OPERATIONS; i++) {
            int value = i;
            join(Thread.ofVirtual().start(() -> sum[0] += value));
          }
        })
        .join();
    return sum[0];
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public int spawnAndJoinRawSingleThread(SingleThread single) {
    int[] sum = new int[1];
    single.builder.start(() -> {
      for (int i = 0; i < OPERATIONS; i++) {
        int value = i;
        join(single.builder.start(() -> sum[0] += value));
      }
    });
    single.drain();
    return sum[0];
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void spawnManyThenJoin(Weft weft) {
    weft.runtime.blockOn(() -> {
      for (int i = 0; i < OPERATIONS; i++) {
        Async.spawn(() -> {});
      }
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void spawnManyThenJoinRaw() throws InterruptedException {
    Thread.ofVirtual()
        .start(() -> {
          Thread[] threads = new Thread[OPERATIONS];
          for (int i = 0; i < OPERATIONS; i++) {
            threads[i] = Thread.ofVirtual().start(() -> {});
          }
          for (Thread thread : threads) {
            join(thread);
          }
        })
        .join();
  }

  @Benchmark
  @OperationsPerInvocation(2 * OPERATIONS)
  public void yield(Weft weft) {
    weft.runtime.blockOn(() -> {
      TaskHandle<?> other = Async.spawn(SwitchBenchmark::yieldMany);
      yieldMany();
      other.await();
    });
  }

  private static void yieldMany() {
    for (int i = 0; i < OPERATIONS; i++) {
      Async.yieldNow();
    }
  }

  @Benchmark
  @OperationsPerInvocation(2 * OPERATIONS)
  public void yieldRaw() throws InterruptedException {
    Thread one = Thread.ofVirtual().start(SwitchBenchmark::yieldManyRaw);
    Thread.ofVirtual().start(SwitchBenchmark::yieldManyRaw).join();
    one.join();
  }

  @Benchmark
  @OperationsPerInvocation(2 * OPERATIONS)
  public void yieldRawSingleThread(SingleThread single) {
    single.builder.start(SwitchBenchmark::yieldManyRaw);
    single.builder.start(SwitchBenchmark::yieldManyRaw);
    single.drain();
  }

  @SuppressWarnings("ThreadPriorityCheck") // It is what is measured.
  private static void yieldManyRaw() {
    for (int i = 0; i < OPERATIONS; i++) {
      Thread.yield();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

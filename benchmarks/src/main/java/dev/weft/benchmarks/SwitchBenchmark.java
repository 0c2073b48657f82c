package dev.weft.benchmarks;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncSemaphore;
import dev.weft.runtime.TaskHandle;
import java.lang.reflect.Constructor;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The price of a switch between two tasks: by yielding, and by waking each other. Beside virtual
 * threads on the JDK's scheduler, and on a single thread by the same reach into the JDK that the
 * mounted loop uses.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
public class SwitchBenchmark {
  private static final int OPERATIONS = 10_000;

  /** So many that the start of a root task in another thread, some 100 µs, does not count. */
  private static final int YIELDS = 100_000;

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

  /** Two tasks that yield to each other. */
  @Benchmark
  @OperationsPerInvocation(2 * YIELDS)
  public void yield(WeftState weft) {
    weft.runtime.blockOn(() -> {
      TaskHandle<?> other = Async.spawn(SwitchBenchmark::yieldMany);
      yieldMany();
      other.await();
    });
  }

  private static void yieldMany() {
    for (int i = 0; i < YIELDS; i++) {
      Async.yieldNow();
    }
  }

  @Benchmark
  @OperationsPerInvocation(2 * YIELDS)
  public void yieldKotlin(KotlinState kotlin) {
    kotlin.peer.yieldBetweenTwo(YIELDS);
  }

  @Benchmark
  @OperationsPerInvocation(2 * YIELDS)
  public void yieldThreads() {
    VirtualThreads.runAll(2, SwitchBenchmark::yieldManyThreads);
  }

  @Benchmark
  @OperationsPerInvocation(2 * YIELDS)
  public void yieldOneThread(SingleThread single) {
    single.builder.start(SwitchBenchmark::yieldManyThreads);
    single.builder.start(SwitchBenchmark::yieldManyThreads);
    single.drain();
  }

  @SuppressWarnings("ThreadPriorityCheck") // It is what is measured.
  private static void yieldManyThreads() {
    for (int i = 0; i < YIELDS; i++) {
      Thread.yield();
    }
  }

  /** Two tasks that wake each other in turn, by semaphores; a turn is two switches. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void pingPong(WeftState weft) {
    weft.runtime.blockOn(() -> {
      AsyncSemaphore ping = AsyncSemaphore.of(0);
      AsyncSemaphore pong = AsyncSemaphore.of(0);
      Async.spawn(() -> {
        for (int i = 0; i < OPERATIONS; i++) {
          ping.acquire();
          pong.release();
        }
      });
      for (int i = 0; i < OPERATIONS; i++) {
        ping.release();
        pong.acquire();
      }
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void pingPongKotlin(KotlinState kotlin) {
    kotlin.peer.pingPong(OPERATIONS);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void pingPongThreads() {
    Semaphore ping = new Semaphore(0);
    Semaphore pong = new Semaphore(0);
    Thread other =
        VirtualThreads.start(() -> {
          for (int i = 0; i < OPERATIONS; i++) {
            ping.acquire();
            pong.release();
          }
        });
    VirtualThreads.run(() -> {
      for (int i = 0; i < OPERATIONS; i++) {
        ping.release();
        pong.acquire();
      }
    });
    VirtualThreads.join(other);
  }
}

package dev.weft.executor.wasm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The threads that guests run on, shared by all: their stacks are deep and their number bounded.
 */
final class GuestThreads {
  private static final int MOST = Math.max(4, Runtime.getRuntime().availableProcessors());
  private static final int IDLE_SECONDS = 10;
  private static final int MOST_PROGRAMS = 256;
  private static final Semaphore PROGRAMS = new Semaphore(MOST_PROGRAMS);
  private static final AtomicLong COUNT = new AtomicLong();

  private static final ThreadFactory FACTORY =
      work -> {
        Thread thread =
            new Thread(
                null, work, "weft-guest-" + COUNT.incrementAndGet(), GuestLimits.STACK_BYTES);
        thread.setDaemon(true);
        return thread;
      };

  /** For calls, which end soon. */
  static final Executor CALLS = pool();

  private GuestThreads() {}

  /**
   * Runs a program in a thread of its own.
   *
   * @throws GuestException if too many run already
   */
  static void start(Runnable program) {
    if (!PROGRAMS.tryAcquire()) {
      throw new GuestException(
          GuestException.Reason.STOPPED,
          "%d WebAssembly programs run along streams, which is the most at a time; run fewer pipelines at once"
              .formatted(MOST_PROGRAMS),
          null);
    }
    Thread thread =
        FACTORY.newThread(() -> {
          try {
            program.run();
          } finally {
            PROGRAMS.release();
          }
        });
    thread.start();
  }

  /** Computes on a deep stack; blocks the calling thread. */
  static <T> T compute(Supplier<T> body) {
    try {
      return CompletableFuture.supplyAsync(body, CALLS).join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException inner -> throw inner;
        case Error inner -> throw inner;
        case null, default -> throw e;
      }
    }
  }

  private static Executor pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), FACTORY);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}

package dev.weft.executor.wasm;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The threads that guests run on, shared by all: their stacks are deep and their number bounded. */
final class GuestThreads {
  private static final int MOST = Math.max(4, Runtime.getRuntime().availableProcessors());
  private static final int IDLE_SECONDS = 10;
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

  private static Executor pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), FACTORY);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}

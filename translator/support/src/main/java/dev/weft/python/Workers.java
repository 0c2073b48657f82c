package dev.weft.python;

import dev.weft.runtime.AsyncIo;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Threads beside a loop, for blocking work. While one of them works, simulated time stands still;
 * while it sleeps or waits, time goes on.
 */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
final class Workers {
  private static final ThreadLocal<@Nullable Hold> HOLD = new ThreadLocal<>();

  private final Loop loop;
  private final Set<Future<?>> running = new LinkedHashSet<>();

  Workers(Loop loop) {
    this.loop = loop;
  }

  /** Keeps a loop's simulated clock from moving on. */
  static final class Hold {
    private final Loop loop;
    private volatile CountDownLatch latch = new CountDownLatch(1);

    private Hold(Loop loop) {
      this.loop = loop;
    }

    /** In the loop: from now on. */
    private void begin() {
      CountDownLatch mine = new CountDownLatch(1);
      latch = mine;
      loop.runtime().spawn(() -> AsyncIo.call(() -> mine.await()));
    }

    /** In a thread beside the loop: returns once it holds. */
    private void beginFromThread() {
      CountDownLatch held = new CountDownLatch(1);
      loop.runtime()
          .callSoon(() -> {
            begin();
            held.countDown();
          });
      awaitUninterruptibly(held);
    }

    private void end() {
      latch.countDown();
    }
  }

  /** Runs something in a thread of its own; the future is done in the loop. */
  <T extends @Nullable Object> Future<T> start(Fn0<? extends T> work) {
    Executor executor =
        task -> {
          String name = "asyncio_" + (running.size() - 1);
          Thread thread = new Thread(null, PyThread.named(name, task), name, 16L << 20);
          thread.setDaemon(true);
          thread.start();
        };
    return start(work, executor, true);
  }

  /** Runs something in a pool, where it may have to wait for a thread first. */
  <T extends @Nullable Object> Future<T> start(Fn0<? extends T> work, Executor pool) {
    return start(work, pool, false);
  }

  private <T extends @Nullable Object> Future<T> start(
      Fn0<? extends T> work, Executor executor, boolean atOnce) {
    Future<T> result = new Future<>(loop);
    if (loop.isHosted()) {
      // As in the interpreter that runs nodes, where there are no threads.
      finish(result, work);
      return result;
    }
    Context context = Context.copyCurrent();
    Hold hold = Program.isVirtualTime() ? new Hold(loop) : null;
    if (hold != null && atOnce) {
      hold.begin();
    }
    running.add(result);
    executor.execute(() -> {
      if (hold != null && !atOnce) {
        hold.beginFromThread();
      }
      HOLD.set(hold);
      Context before = Context.enter(context);
      T value = null;
      Throwable failure = null;
      try {
        value = work.call();
      } catch (Throwable e) {
        failure = e;
      }
      Context.enter(before);
      HOLD.remove();
      finish(result, value, failure);
      if (hold != null) {
        hold.end();
      }
    });
    return result;
  }

  private static <T extends @Nullable Object> void finish(Future<T> result, Fn0<? extends T> work) {
    try {
      result.setResult(work.call());
    } catch (RuntimeException e) {
      result.setException(e);
    }
  }

  private <T extends @Nullable Object> void finish(
      Future<T> result, T value, @Nullable Throwable failure) {
    loop.soon(() -> {
      running.remove(result);
      if (result.isDone()) {
        return;
      }
      if (failure != null) {
        result.setException(failure);
      } else {
        result.setResult(value);
      }
    });
  }

  /** A thread's future as one of the loop. */
  <T extends @Nullable Object> Future<T> await(ThreadFuture<T> future) {
    Future<T> result = new Future<>(loop);
    future.onEnd(() -> {
      Throwable failure = future.failureOrNull();
      finish(result, failure == null ? future.valueOrNull() : null, failure);
    });
    return result;
  }

  /** Waits, in a task, for the threads that still work. */
  void await() {
    for (Future<?> each : java.util.List.copyOf(running)) {
      Asyncio.awaitQuietly(each);
    }
  }

  /** Waits for the threads that still work. */
  void join() {
    while (!running.isEmpty() && !loop.isClosed()) {
      Future<?> first = running.iterator().next();
      Future<@Nullable Object> ended = new Future<>(loop);
      first.onDone(f -> {
        ended.setResult(null);
        return null;
      });
      if (first.isCancelled()) {
        running.remove(first);
        continue;
      }
      loop.runUntilComplete(ended);
    }
  }

  /** Blocks the calling thread; simulated time may go on meanwhile. */
  static <T extends @Nullable Object> T blocking(Fn0<? extends T> wait) {
    Hold hold = HOLD.get();
    if (hold == null) {
      return wait.call();
    }
    hold.end();
    try {
      return wait.call();
    } finally {
      hold.beginFromThread();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@code time.sleep} in simulated time. */
  static void sleep(Duration duration) {
    Hold hold = HOLD.get();
    if (hold == null) {
      if (PyThread.othersRun()) {
        // Without a loop nobody else could tell the threads in which order to wake up.
        realSleep(duration);
      }
      Program.advance(duration);
      return;
    }
    CompletableFuture<@Nullable Void> awake = new CompletableFuture<>();
    hold.loop
        .runtime()
        .callLater(
            duration,
            () -> {
              hold.begin();
              awake.complete(null);
            });
    hold.end();
    awake.join();
  }

  private static void realSleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.weft.translator.parser;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs work that recurses once or more per level of nesting, on a thread whose stack holds some ten
 * thousand levels. Work that is on such a thread already stays there.
 */
public final class DeepStack {
  // Address space only, until it is used.
  private static final long STACK_BYTES = 1L << 30;

  private DeepStack() {}

  /**
   * Runs and waits. What the work throws is thrown here, a {@link StackOverflowError} too.
   *
   * @throws IllegalStateException if the calling thread is interrupted; the work then goes on
   */
  public static <T> T run(Supplier<T> work) {
    if (Thread.currentThread() instanceof DeepThread) {
      return work.get();
    }
    FutureTask<T> task = new FutureTask<>(work::get);
    DeepThread thread = new DeepThread(task);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a translation", e);
    }
  }

  private static final class DeepThread extends Thread {
    DeepThread(Runnable work) {
      super(null, work, "translator", STACK_BYTES);
      setDaemon(true);
    }
  }
}

package dev.weft.runtime.reactor;

import dev.weft.runtime.AsyncException;
import dev.weft.runtime.TaskHandle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * The tasks that the publishers of one subscription have told to end; they find it in the context.
 * Tasks that nobody has told to end are no concern of it, such as that of a shared publisher that
 * has other subscribers left.
 */
final class Cleanups {
  static final Object KEY = Cleanups.class;

  private static final System.Logger LOG = System.getLogger("dev.weft.runtime.reactor");

  private final Set<TaskHandle<?>> ending = ConcurrentHashMap.newKeySet();
  private final @Nullable Cleanups outer;

  /** Those of a subscription; one around it, if there is one in the context, is told too. */
  Cleanups(ContextView context) {
    outer = context.getOrDefault(KEY, null);
  }

  /** Notes that a task was told to end. */
  static void note(ContextView context, TaskHandle<?> task) {
    Cleanups cleanups = context.getOrDefault(KEY, null);
    for (Cleanups each = cleanups; each != null; each = each.outer) {
      Set<TaskHandle<?>> tasks = each.ending;
      tasks.add(task);
      task.onDone(tasks::remove);
    }
  }

  /**
   * Waits until all have ended, however they do.
   *
   * @throws dev.weft.runtime.CancellationError if the waiting task is cancelled meanwhile
   */
  void await() {
    for (TaskHandle<?> task : ending) {
      awaitEnd(task);
    }
  }

  private static void awaitEnd(TaskHandle<?> task) {
    try {
      task.await();
    } catch (AsyncException e) {
      // How it ended is for whoever subscribed to it; here it matters only that it has.
      LOG.log(System.Logger.Level.TRACE, "a task that was told to end failed", e);
    }
  }

  /** Calls back once all have ended: now, or on the thread that ends the last. */
  void whenDone(Runnable callback) {
    AtomicInteger left = new AtomicInteger(1);
    for (TaskHandle<?> task : ending) {
      left.incrementAndGet();
      task.onDone(_ -> countDown(left, callback));
    }
    countDown(left, callback);
  }

  private static void countDown(AtomicInteger left, Runnable callback) {
    if (left.decrementAndGet() == 0) {
      callback.run();
    }
  }
}

package dev.weft.python;

import dev.weft.runtime.CancellationError;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Semaphore} and {@code BoundedSemaphore}: fair. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class AsyncSemaphore {
  private final Deque<Future<@Nullable Void>> waiters = new ArrayDeque<>();
  private final long bound;
  private long value;

  /** With so many to give; a bound that is not negative limits releases. */
  public AsyncSemaphore(long value, boolean bounded) {
    if (value < 0) {
      throw new Errors.ValueError("Semaphore initial value must be >= 0");
    }
    this.value = value;
    this.bound = bounded ? value : Long.MAX_VALUE;
  }

  /** {@code locked()}. */
  public boolean isLocked() {
    return value == 0 || waiters.stream().anyMatch(w -> !w.isCancelled());
  }

  /** {@code acquire()}. */
  @Awaited
  public boolean acquire() {
    if (!isLocked()) {
      value--;
      return true;
    }
    Future<@Nullable Void> waiter = new Future<>();
    waiters.addLast(waiter);
    try {
      try {
        waiter.await();
      } finally {
        waiters.remove(waiter);
      }
    } catch (CancellationError e) {
      if (waiter.isDone() && !waiter.isCancelled()) {
        value++;
      }
      while (value > 0 && wakeNext()) {}
      throw e;
    }
    while (value > 0 && wakeNext()) {}
    return true;
  }

  /** {@code release()}. */
  public void release() {
    if (value >= bound) {
      throw new Errors.ValueError("BoundedSemaphore released too many times");
    }
    value++;
    wakeNext();
  }

  private boolean wakeNext() {
    for (Future<@Nullable Void> waiter : waiters) {
      if (!waiter.isDone()) {
        value--;
        waiter.setResult(null);
        return true;
      }
    }
    return false;
  }
}

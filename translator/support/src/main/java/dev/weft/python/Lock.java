package dev.weft.python;

import dev.weft.runtime.CancellationError;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Lock}: fair. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class Lock {
  private final Deque<Future<@Nullable Void>> waiters = new ArrayDeque<>();
  private boolean locked;

  /** A lock that is free. */
  public Lock() {}

  /** {@code locked()}. */
  public boolean isLocked() {
    return locked;
  }

  /** {@code acquire()}. */
  @Awaited
  public boolean acquire() {
    if (!locked && waiters.stream().allMatch(Future::isCancelled)) {
      locked = true;
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
      if (!locked) {
        wakeFirst();
      }
      throw e;
    }
    locked = true;
    return true;
  }

  /** {@code release()}. */
  public void release() {
    if (!locked) {
      throw new Errors.RuntimeError("Lock is not acquired.");
    }
    locked = false;
    wakeFirst();
  }

  private void wakeFirst() {
    Future<@Nullable Void> first = waiters.peekFirst();
    if (first != null && !first.isDone()) {
      first.setResult(null);
    }
  }
}

package dev.weft.python;

import dev.weft.runtime.CancellationError;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Condition}. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class Condition {
  private final Lock lock;
  private final Deque<Future<@Nullable Void>> waiters = new ArrayDeque<>();

  /** With a lock of its own, or a given one. */
  public Condition(@Nullable Lock lock) {
    this.lock = lock == null ? new Lock() : lock;
  }

  /** {@code acquire()}. */
  @Awaited
  public boolean acquire() {
    return lock.acquire();
  }

  /** {@code release()}. */
  public void release() {
    lock.release();
  }

  /** {@code locked()}. */
  public boolean isLocked() {
    return lock.isLocked();
  }

  /** {@code wait()}. */
  @Awaited
  public boolean await() {
    if (!lock.isLocked()) {
      throw new Errors.RuntimeError("cannot wait on un-acquired lock");
    }
    lock.release();
    Future<@Nullable Void> waiter = new Future<>();
    waiters.addLast(waiter);
    try {
      waiter.await();
      return true;
    } finally {
      waiters.remove(waiter);
      reacquire();
    }
  }

  private void reacquire() {
    CancellationError cancelled = null;
    while (true) {
      try {
        lock.acquire();
        break;
      } catch (CancellationError e) {
        cancelled = e;
      }
    }
    if (cancelled != null) {
      throw cancelled;
    }
  }

  /** {@code wait_for(predicate)}. */
  @Awaited
  public boolean awaitUntil(Fn0<?> predicate) {
    while (!Py.truth(predicate.call())) {
      await();
    }
    return true;
  }

  /** {@code notify(n)}. */
  public void signal(long n) {
    if (!lock.isLocked()) {
      throw new Errors.RuntimeError("cannot notify on un-acquired lock");
    }
    long left = n;
    for (Future<@Nullable Void> waiter : waiters) {
      if (left > 0 && !waiter.isDone()) {
        left--;
        waiter.setResult(null);
      }
    }
  }

  /** {@code notify_all()}. */
  public void signalAll() {
    signal(waiters.size());
  }
}

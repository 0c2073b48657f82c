package dev.weft.python;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** {@code threading.Event} and {@code Condition}. */
public final class ThreadEvent implements ContextManager<Boolean> {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final java.util.concurrent.locks.Condition changed = lock.newCondition();
  private boolean set;

  /** An event that is not set, or a condition. */
  public ThreadEvent() {}

  /** {@code is_set()}. */
  public boolean isSet() {
    lock.lock();
    try {
      return set;
    } finally {
      lock.unlock();
    }
  }

  /** {@code set()}. */
  public void set() {
    lock.lock();
    try {
      set = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** {@code clear()}. */
  public void clear() {
    lock.lock();
    try {
      set = false;
    } finally {
      lock.unlock();
    }
  }

  /** {@code Event.wait(timeout)}. */
  public boolean await(@Nullable Number timeout) {
    return Workers.<Boolean>blocking(() -> {
      lock.lock();
      try {
        long left = timeout == null ? Long.MAX_VALUE : (long) (timeout.doubleValue() * 1e9);
        while (!set && left > 0) {
          left = changed.awaitNanos(left);
        }
        return set;
      } catch (InterruptedException e) {
        throw new Errors.KeyboardInterrupt();
      } finally {
        lock.unlock();
      }
    });
  }

  /** {@code Condition.acquire()}. */
  public boolean acquire() {
    lock.lock();
    return true;
  }

  /** {@code Condition.release()}. */
  public void release() {
    lock.unlock();
  }

  /** {@code Condition.wait(timeout)}. */
  @SuppressWarnings("WaitNotInLoop") // The program has the loop.
  public boolean awaitSignal(@Nullable Number timeout) {
    try {
      if (timeout == null) {
        changed.await();
        return true;
      }
      return changed.await((long) (timeout.doubleValue() * 1e9), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new Errors.KeyboardInterrupt();
    }
  }

  /** {@code Condition.wait_for(predicate, timeout)}. */
  public boolean awaitUntil(Fn0<?> predicate, @Nullable Number timeout) {
    while (!Py.truth(predicate.call())) {
      if (!awaitSignal(timeout)) {
        return Py.truth(predicate.call());
      }
    }
    return true;
  }

  /** {@code Condition.notify(n)}. */
  public void signal(long n) {
    for (long i = 0; i < n; i++) {
      changed.signal();
    }
  }

  /** {@code Condition.notify_all()}. */
  public void signalAll() {
    changed.signalAll();
  }

  @Override
  public Boolean enter() {
    return acquire();
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    release();
    return false;
  }
}

package dev.weft.python;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code threading.Lock}, {@code RLock}, {@code Semaphore} and {@code BoundedSemaphore}. */
public final class ThreadLock implements ContextManager<Boolean> {
  private final Semaphore permits;
  private final int bound;
  private final boolean isLock;
  private final boolean reentrant;
  private volatile @Nullable Thread owner;
  private int depth;

  private ThreadLock(int permits, int bound, boolean reentrant, boolean isLock) {
    this.isLock = isLock;
    this.permits = new Semaphore(permits, true);
    this.bound = bound;
    this.reentrant = reentrant;
  }

  /** {@code Lock()}. */
  public static ThreadLock create() {
    return new ThreadLock(1, 1, false, true);
  }

  /** {@code RLock()}. */
  public static ThreadLock reentrant() {
    return new ThreadLock(1, 1, true, true);
  }

  /** {@code Semaphore(value)}. */
  public static ThreadLock semaphore(long value, boolean bounded) {
    return new ThreadLock((int) value, bounded ? (int) value : Integer.MAX_VALUE, false, false);
  }

  /** {@code acquire(blocking, timeout)}. */
  public boolean acquire(boolean blocking, @Nullable Number timeout) {
    if (reentrant && Thread.currentThread().equals(owner)) {
      depth++;
      return true;
    }
    boolean got =
        !blocking
            ? permits.tryAcquire()
            : Workers.<Boolean>blocking(() -> {
              try {
                if (timeout == null || timeout.doubleValue() < 0) {
                  permits.acquire();
                  return true;
                }
                return permits.tryAcquire(
                    (long) (timeout.doubleValue() * 1e9), TimeUnit.NANOSECONDS);
              } catch (InterruptedException e) {
                throw new Errors.KeyboardInterrupt();
              }
            });
    if (got) {
      owner = Thread.currentThread();
      depth = 1;
    }
    return got;
  }

  /** {@code release()}. */
  public void release() {
    if (reentrant && (!Thread.currentThread().equals(owner) || --depth > 0)) {
      if (!Thread.currentThread().equals(owner)) {
        throw new Errors.RuntimeError("cannot release un-acquired lock");
      }
      return;
    }
    if (permits.availablePermits() >= bound) {
      throw isLock
          ? new Errors.RuntimeError("release unlocked lock")
          : new Errors.ValueError("Semaphore released too many times");
    }
    owner = null;
    permits.release();
  }

  /** {@code locked()}. */
  public boolean isLocked() {
    return permits.availablePermits() == 0;
  }

  @Override
  public Boolean enter() {
    return acquire(true, null);
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    release();
    return false;
  }
}

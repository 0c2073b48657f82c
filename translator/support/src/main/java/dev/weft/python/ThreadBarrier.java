package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code threading.Barrier}. */
public final class ThreadBarrier {
  private final long parties;
  private final @Nullable Fn0<?> action;
  private final @Nullable Number timeout;
  private long count;
  private long round;
  private boolean broken;

  /** A barrier for so many threads, one of which runs the action each time it is full. */
  public ThreadBarrier(long parties, @Nullable Fn0<?> action, @Nullable Number timeout) {
    if (parties < 1) {
      throw new Errors.ValueError("parties must be > 0");
    }
    this.parties = parties;
    this.action = action;
    this.timeout = timeout;
  }

  /** {@code wait(timeout)}: which of the parties this is. */
  public long await(@Nullable Number given) {
    Number limit = given == null ? timeout : given;
    return Workers.<Long>blocking(() -> {
      try {
        return enter(limit == null ? Long.MAX_VALUE : (long) (limit.doubleValue() * 1e9));
      } catch (InterruptedException e) {
        throw new Errors.KeyboardInterrupt();
      }
    });
  }

  private synchronized long enter(long nanos) throws InterruptedException {
    requireWhole();
    long index = count++;
    if (index + 1 == parties) {
      try {
        if (action != null) {
          action.call();
        }
      } catch (RuntimeException e) {
        abort();
        throw e;
      }
      next();
      return index;
    }
    long mine = round;
    long start = System.nanoTime();
    while (mine == round && !broken) {
      long left = nanos == Long.MAX_VALUE ? 0 : nanos - (System.nanoTime() - start);
      if (left < 0) {
        abort();
      } else {
        wait(left / 1_000_000, (int) (left % 1_000_000));
      }
      if (nanos != Long.MAX_VALUE && System.nanoTime() - start >= nanos && mine == round) {
        abort();
      }
    }
    requireWhole();
    return index;
  }

  private void requireWhole() {
    if (broken) {
      throw new Errors.BrokenBarrierError();
    }
  }

  private void next() {
    count = 0;
    round++;
    notifyAll();
  }

  /** {@code abort()}. */
  public synchronized void abort() {
    broken = true;
    notifyAll();
  }

  /** {@code reset()}: those that wait are told that the barrier is broken. */
  public synchronized void reset() {
    if (count > 0) {
      abort();
      return;
    }
    broken = false;
    next();
  }

  /** {@code parties}. */
  @Property
  public long parties() {
    return parties;
  }

  /** {@code n_waiting}. */
  @Property
  public synchronized long waiting() {
    return count;
  }

  /** {@code broken}. */
  @Property
  public synchronized boolean isBroken() {
    return broken;
  }
}

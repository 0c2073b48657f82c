package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code asyncio.Barrier}. */
public final class Barrier implements ContextManager<Long> {
  private enum State {
    FILLING,
    DRAINING,
    RESETTING,
    BROKEN
  }

  private final Condition condition = new Condition(null);
  private final long parties;
  private State state = State.FILLING;
  private long count;

  /** A barrier for so many tasks. */
  public Barrier(long parties) {
    if (parties < 1) {
      throw new Errors.ValueError("parties must be >= 1");
    }
    this.parties = parties;
  }

  /** {@code wait()}: which of the parties this is. */
  @Awaited
  public long await() {
    condition.acquire();
    try {
      block();
      try {
        long index = count++;
        if (index + 1 == parties) {
          state = State.DRAINING;
          condition.signalAll();
        } else {
          fill();
        }
        return index;
      } finally {
        count--;
        leave();
      }
    } finally {
      condition.release();
    }
  }

  private void block() {
    condition.awaitUntil(() -> state != State.DRAINING && state != State.RESETTING);
    if (state == State.BROKEN) {
      throw new Errors.BrokenBarrierError("Barrier aborted");
    }
  }

  private void fill() {
    condition.awaitUntil(() -> state != State.FILLING);
    if (state == State.BROKEN || state == State.RESETTING) {
      throw new Errors.BrokenBarrierError("Abort or reset of barrier");
    }
  }

  private void leave() {
    if (count == 0) {
      if (state == State.RESETTING || state == State.DRAINING) {
        state = State.FILLING;
      }
      condition.signalAll();
    }
  }

  /** {@code reset()}. */
  public void reset() {
    condition.acquire();
    try {
      if (count > 0) {
        if (state != State.RESETTING) {
          state = State.RESETTING;
        }
      } else {
        state = State.FILLING;
      }
      condition.signalAll();
    } finally {
      condition.release();
    }
  }

  /** {@code abort()}. */
  public void abort() {
    condition.acquire();
    try {
      state = State.BROKEN;
      condition.signalAll();
    } finally {
      condition.release();
    }
  }

  /** {@code parties}. */
  @Property
  public long parties() {
    return parties;
  }

  /** {@code n_waiting}. */
  @Property
  public long waiting() {
    return state == State.FILLING ? count : 0;
  }

  /** {@code broken}. */
  @Property
  public boolean isBroken() {
    return state == State.BROKEN;
  }

  @Override
  public Long enter() {
    return await();
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    return false;
  }
}

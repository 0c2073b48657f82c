package dev.weft.runtime;

/** A barrier on a condition, so that its steps cost the same hops as those of asyncio. */
final class ConditionBarrier implements AsyncBarrier {
  private enum State {
    FILLING,
    DRAINING,
    RESETTING,
    BROKEN
  }

  private final int parties;
  private final AsyncCondition changed = AsyncCondition.create();

  // Written under the condition's lock.
  private volatile State state = State.FILLING;
  private volatile int count;

  ConditionBarrier(int parties) {
    if (parties < 1) {
      throw new IllegalArgumentException(
          "the parties of a barrier are " + parties + ": at least one is needed");
    }
    this.parties = parties;
  }

  @Override
  public int await() {
    return changed.withLock(this::arrive);
  }

  private int arrive() {
    changed.awaitUntil(() -> state != State.DRAINING && state != State.RESETTING);
    if (state == State.BROKEN) {
      throw broken("is broken");
    }
    int index = count;
    setCount(index + 1);
    try {
      if (index + 1 == parties) {
        state = State.DRAINING;
        changed.signalAll();
      } else {
        changed.awaitUntil(() -> state != State.FILLING);
        if (state != State.DRAINING) {
          throw broken(state == State.BROKEN ? "was broken" : "was reset");
        }
      }
      return index;
    } finally {
      leave();
    }
  }

  private void leave() {
    setCount(count - 1);
    if (count == 0) {
      if (state == State.RESETTING || state == State.DRAINING) {
        state = State.FILLING;
      }
      changed.signalAll();
    }
  }

  private void setCount(int value) {
    count = value;
  }

  private BrokenException broken(String how) {
    return new BrokenException(
        "the barrier of %d parties %s while a task waited or arrived: reset it to use it again"
            .formatted(parties, how));
  }

  @Override
  public void reset() {
    changed.withLock(() -> {
      state = count > 0 ? State.RESETTING : State.FILLING;
      changed.signalAll();
    });
  }

  @Override
  public void abort() {
    changed.withLock(() -> {
      state = State.BROKEN;
      changed.signalAll();
    });
  }

  @Override
  public int parties() {
    return parties;
  }

  @Override
  public int waiting() {
    return state == State.FILLING ? count : 0;
  }

  @Override
  public boolean isBroken() {
    return state == State.BROKEN;
  }

  @Override
  public String toString() {
    return "AsyncBarrier[%s, waiting=%d/%d]".formatted(state, waiting(), parties);
  }
}

package dev.weft.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time: where it stands, who wants it moved, and how many threads of the runtime are at
 * work, during which it stands still. The runtime keeps the timers, and calls {@link #step} when
 * nothing is left to run.
 */
final class SimulatedClock implements VirtualClock {

  /** Someone who waits for the time to come to a point and for all to rest there. */
  private record Advance(long target, long order, Waiter waiter) implements Comparable<Advance> {
    @Override
    public int compareTo(Advance other) {
      int byTarget = Long.compare(target, other.target);
      return byTarget != 0 ? byTarget : Long.compare(order, other.order);
    }
  }

  /** The target of one who waits until no timer is left; also stands for "no timer". */
  static final long NEVER = Long.MAX_VALUE;

  private final AtomicReference<@Nullable AbstractRuntime> runtime = new AtomicReference<>();
  private final AtomicInteger atWork = new AtomicInteger();
  private volatile long now;

  /** The runtime's first deadline when it was last at rest. */
  private volatile long nextTimer = NEVER;

  /** Guarded by this. */
  private final PriorityQueue<Advance> advances = new PriorityQueue<>();

  /** Guarded by this. */
  private long order;

  /** Guarded by this. */
  private boolean automatic;

  SimulatedClock(Duration start, boolean automatic) {
    this.now = Durations.nanos(start);
    this.automatic = automatic;
  }

  void bind(AbstractRuntime owner) {
    if (!runtime.compareAndSet(null, owner)) {
      throw new IllegalStateException(
          "this virtual clock serves another runtime already: create a clock for each runtime");
    }
  }

  /** The runtime closes, and nobody moves the clock by hand any more. */
  void runFree() {
    synchronized (this) {
      automatic = true;
    }
  }

  long nanos() {
    return now;
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(now);
  }

  @Override
  public Optional<Duration> nextTimer() {
    long next = nextTimer;
    return next == NEVER ? Optional.empty() : Optional.of(Duration.ofNanos(next));
  }

  /** The clock's reading after a delay, which never overflows. */
  long after(Duration delay) {
    long nanos = Math.max(0, Durations.nanos(delay));
    return Math.min(now, NEVER - nanos) + nanos;
  }

  // The threads at work.

  /** A thread of the runtime's own begins to work, or is about to. */
  void hold() {
    atWork.incrementAndGet();
  }

  /** A thread of the runtime's own has come to rest; what it set going must be visible by now. */
  void release() {
    if (atWork.decrementAndGet() == 0) {
      AbstractRuntime owner = runtime.get();
      if (owner != null) {
        owner.atRest();
      }
    }
  }

  /** {@link #release} without telling the runtime; whether all have come to rest. */
  boolean releaseQuietly() {
    return atWork.decrementAndGet() == 0;
  }

  boolean isHeld() {
    return atWork.get() != 0;
  }

  // Moving.

  /**
   * Takes one step while all is at rest: moves the time to the next timer, or lets go one who
   * waited for the time. Called with the runtime's first deadline, or {@link #NEVER}.
   *
   * @return whether something has become due or ready
   */
  synchronized boolean step(long nextTimer) {
    this.nextTimer = nextTimer;
    for (; ; ) {
      Advance first = advances.peek();
      if (first != null && (first.target < nextTimer || nextTimer == NEVER)) {
        advances.remove();
        if (first.target != NEVER) {
          now = Math.max(now, first.target);
        }
        if (first.waiter.resume()) {
          return true;
        }
      } else if (nextTimer != NEVER && (automatic || first != null)) {
        now = Math.max(now, nextTimer);
        return true;
      } else {
        return false;
      }
    }
  }

  @Override
  public void advanceBy(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "the clock was to advance by %s: time does not go back".formatted(duration));
    }
    advanceTo(after(duration));
  }

  @Override
  public Duration advanceUntilIdle() {
    long before = now;
    advanceTo(NEVER);
    return Duration.ofNanos(now - before);
  }

  private void advanceTo(long target) {
    AbstractRuntime owner = runtime.get();
    if (owner == null) {
      throw new AsyncException.Runtime(
          "this virtual clock serves no runtime yet: build one with AsyncRuntime.builder().clock(…)");
    }
    Task<?> task = Task.current();
    if (task != null && task.runtime == owner) {
      suspendUntil(task, target);
    } else {
      owner.blockOn(() -> suspendUntil(Task.require("clock"), target));
    }
  }

  private void suspendUntil(Task<?> task, long target) {
    Waiter w = Waiter.of(task, "clock");
    Advance advance;
    synchronized (this) {
      advance = new Advance(target, order++, w);
      advances.add(advance);
    }
    try {
      w.await();
    } catch (CancellationError e) {
      synchronized (this) {
        advances.remove(advance);
      }
      throw e;
    }
  }
}

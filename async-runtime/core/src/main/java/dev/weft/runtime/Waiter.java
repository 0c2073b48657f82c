package dev.weft.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One suspension of one task, or of a thread that is no task. Whoever ends it first, by resuming or
 * by cancelling, wins; so a primitive that finds {@link #resume} refused serves the next in line.
 */
final class Waiter {
  private static final int WAITING = 0;
  private static final int RESUMED = 1;
  private static final int CANCELLED = 2;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Waiter.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final @Nullable Task<?> task;
  private final @Nullable Thread thread;
  private final String on;
  private volatile int state;

  /** What the resumer hands over; written before {@link #resume}. */
  @Nullable Object value;

  /**
   * For a sleeper with a thread of its own: when it ends by itself, on {@link System#nanoTime}; or
   * 0.
   */
  final long deadline;

  private Waiter(@Nullable Task<?> task, @Nullable Thread thread, String on, long deadline) {
    this.task = task;
    this.thread = thread;
    this.on = on;
    this.deadline = deadline;
  }

  /** A suspension of whoever calls; {@code on} says in dumps what it waits for. */
  static Waiter here(String on) {
    Task<?> task = Task.current();
    return task == null ? new Waiter(null, Thread.currentThread(), on, 0) : of(task, on);
  }

  /** A suspension of the current task. */
  static Waiter of(Task<?> task, String on) {
    return new Waiter(task, null, on, 0);
  }

  /** A sleep of the current task, which has a thread of its own. */
  static Waiter until(Task<?> task, long deadline) {
    return new Waiter(task, null, "sleep", deadline);
  }

  /** Ends the wait; false if it had been ended or cancelled. */
  boolean resume() {
    return end(RESUMED);
  }

  /** Cancels the wait; false if it had been ended or cancelled. */
  boolean cancel() {
    return end(CANCELLED);
  }

  /** Ends the wait of the calling task itself. */
  void expire() {
    STATE.compareAndSet(this, WAITING, RESUMED);
  }

  private boolean end(int how) {
    if (!STATE.compareAndSet(this, WAITING, how)) {
      return false;
    }
    Task<?> sleeper = task;
    if (sleeper != null) {
      sleeper.wake();
    } else {
      LockSupport.unpark(thread);
    }
    return true;
  }

  boolean isWaiting() {
    return state == WAITING;
  }

  boolean isCancelled() {
    return state == CANCELLED;
  }

  /**
   * Whether the wait was ended by a resumer. True as well where the cancellation came after that:
   * what was handed over then has to be given back.
   */
  boolean wasResumed() {
    return state == RESUMED;
  }

  /** What it waits for. */
  String on() {
    return on;
  }

  /**
   * Suspends until resumed.
   *
   * @throws CancellationError if the task was cancelled, or the thread interrupted; even where it
   *     had been resumed before, see {@link #wasResumed}
   */
  void await() {
    Task<?> sleeper = task;
    if (sleeper != null) {
      sleeper.suspend(this, false);
    } else {
      parkThread();
    }
  }

  /**
   * Suspends until resumed. A cancellation that comes after that is left for the next suspension
   * point, so that what was handed over is not lost.
   *
   * @throws CancellationError if the task was cancelled, or the thread interrupted, and was not
   *     resumed
   */
  void awaitHandOver() {
    Task<?> sleeper = task;
    if (sleeper != null) {
      sleeper.suspend(this, true);
    } else {
      parkThread();
    }
  }

  private void parkThread() {
    while (state == WAITING) {
      LockSupport.park(this);
      if (Thread.currentThread().isInterrupted() && cancel()) {
        throw new CancellationError("the waiting thread was interrupted");
      }
    }
  }
}

package dev.weft.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One suspension of one task, or of a thread that is no task. Whoever ends it first, by resuming or
 * by cancelling, wins; so a primitive that finds {@link #resume} refused serves the next in line.
 */
final class Waiter {
  private static final Object RESUMED = "resumed";
  private static final Object CANCELLED = "cancelled";

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Waiter.class, "state", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final @Nullable Task<?> task;
  private final @Nullable Thread thread;
  private final Object on;

  private @Nullable Predicate<@Nullable Object> forward;

  /** Null while it waits, then how it ended: {@link #CANCELLED}, or by whom it was resumed. */
  private volatile @Nullable Object state;

  /**
   * For a sleeper with a thread of its own: when it ends by itself, on {@link System#nanoTime}; or
   * 0.
   */
  final long deadline;

  private Waiter(@Nullable Task<?> task, @Nullable Thread thread, Object on, long deadline) {
    this.task = task;
    this.thread = thread;
    this.on = on;
    this.deadline = deadline;
  }

  /** A suspension of whoever calls; {@code on} says in dumps what it waits for. */
  static Waiter here(Object on) {
    Task<?> task = Task.current();
    return task == null ? new Waiter(null, Thread.currentThread(), on, 0) : of(task, on);
  }

  /** A suspension of the current task. */
  static Waiter of(Task<?> task, Object on) {
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

  /**
   * {@link #resume()} by one of several that could, for a waiter that stands in several queues at
   * once; {@link #winner} then tells which it was.
   */
  boolean resume(Object by) {
    return end(by);
  }

  /** Cancels the wait; false if it had been ended or cancelled. */
  boolean cancel() {
    return end(CANCELLED);
  }

  /** Ends the wait of the calling task itself. */
  void expire() {
    STATE.compareAndSet(this, null, RESUMED);
  }

  private boolean end(Object how) {
    if (!STATE.compareAndSet(this, null, how)) {
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
    return state == null;
  }

  boolean isCancelled() {
    return state == CANCELLED;
  }

  /**
   * Whether the wait was ended by a resumer. True as well where the cancellation came after that:
   * what was handed over then has to be given back.
   */
  boolean wasResumed() {
    Object how = state;
    return how != null && how != CANCELLED;
  }

  /** By whom it was resumed; meaningful once {@link #wasResumed}. */
  @Nullable Object winner() {
    return state;
  }

  /**
   * Lets the one awaited have a cancellation instead: where the function says true, the waiter goes
   * on waiting. To be set before {@link #await}.
   */
  void forwardTo(Predicate<@Nullable Object> receiver) {
    forward = receiver;
  }

  /** Whether a cancellation goes to the one awaited. */
  boolean forwards() {
    return forward != null;
  }

  /** Passes a request on; false if the one awaited would not have it. */
  boolean forward(@Nullable Object reason) {
    Predicate<@Nullable Object> receiver = forward;
    return receiver != null && isWaiting() && receiver.test(reason);
  }

  /** What it waits for. */
  String on() {
    return on.toString();
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
    while (state == null) {
      LockSupport.park(this);
      if (Thread.currentThread().isInterrupted() && cancel()) {
        throw new CancellationError("the waiting thread was interrupted");
      }
    }
  }
}

package dev.weft.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A task: its body, how it ended, and the requests to end it. How it suspends is left to {@link
 * ThreadTask} and {@link LoopTask}.
 */
abstract sealed class Task<T extends @Nullable Object> extends Completion<T> implements Runnable
    permits ThreadTask, LoopTask {
  private static final VarHandle CANCELS;

  /** In {@link #cancels}: the upper half counts requests, the lower those not yet delivered. */
  private static final int ONE_REQUEST = 1 << 16;

  private static final int UNDELIVERED = ONE_REQUEST - 1;

  static {
    try {
      CANCELS = MethodHandles.lookup().findVarHandle(Task.class, "cancels", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Children siblings;
  private final @Nullable String givenName;
  private final long number;
  private @Nullable AsyncCall<? extends T, ?> body;

  private volatile @Nullable Waiter waiter;
  private volatile int cancels;
  private volatile @Nullable Object cancelReason;

  /** Guarded by this. */
  private boolean interruptedByAbort;

  private volatile @Nullable Children children;

  /** Used by the task's own thread. */
  final TaskLocals locals;

  /** The members of the innermost group that the body is in, for dumps. */
  volatile @Nullable Children groups;

  /** Null unless somebody looks. */
  volatile @Nullable TaskTrace trace;

  // Links of the list in which this task stands; guarded by siblings.
  @Nullable Task<?> previousSibling;
  @Nullable Task<?> nextSibling;

  Task(
      AbstractRuntime runtime,
      Children siblings,
      @Nullable String name,
      AsyncCall<? extends T, ?> body) {
    super(runtime);
    this.siblings = siblings;
    this.givenName = name;
    this.number = runtime.nextTaskNumber();
    this.body = body;
    this.locals = TaskLocals.copy();
  }

  /** The current task, or null. */
  static @Nullable Task<?> current() {
    EventLoop loop = EventLoop.ofCurrentThread();
    return loop != null ? loop.current() : ThreadTask.ofCurrentThread();
  }

  /** The current task, for a verb that needs one. */
  static Task<?> require(String verb) {
    Task<?> task = current();
    if (task == null) {
      throw new AsyncException.Runtime(
          "Async.%s was called in thread '%s', which runs no task: call it inside AsyncRuntime.blockOn or a spawned body"
              .formatted(verb, Thread.currentThread().getName()));
    }
    return task;
  }

  // ---- How the task suspends.

  /** Lets the task go on that has suspended; called once per suspension, from any thread. */
  abstract void wake();

  /** Parks until {@link #wake} was called for the current suspension. */
  abstract void park(Waiter waiter);

  abstract void yieldNow();

  abstract void sleep(Duration duration);

  /** Ends a blocking call of the JDK in which the task may be. */
  abstract void interrupt();

  /** Whether the calling thread is the task's own. */
  abstract boolean isOnOwnThread();

  /** Gives the task up if it has not started; whether it has been given up. */
  abstract boolean abandon();

  /** Whether the body has begun. */
  abstract boolean isStarted();

  /** The thread that runs the task, if it has one now. */
  abstract @Nullable Thread threadOrNull();

  /** The suspension in which the task is or was last, or null while it runs. */
  final @Nullable Waiter waiterOrNull() {
    return waiter;
  }

  /** The tasks of the task itself; null if there never were any. */
  final @Nullable Children childrenOrNull() {
    return children;
  }

  /**
   * Suspends the current task, which this is; see {@link Waiter#await} and {@link
   * Waiter#awaitHandOver}.
   */
  final void suspend(Waiter w, boolean handOver) {
    waiter = w;
    if ((cancels & UNDELIVERED) != 0) {
      cancelWait(w);
    }
    TaskTrace noted = trace;
    if (noted == null) {
      park(w);
    } else {
      Object suspension = noted.suspending();
      park(w);
      noted.resumed(suspension, w);
    }
    waiter = null;
    if (w.isCancelled() || ((cancels & UNDELIVERED) != 0 && !handOver)) {
      throw deliverCancellation(w);
    }
  }

  /** All requests so far have been seen to; what the count was. */
  private int markDelivered() {
    int before;
    do {
      before = cancels;
    } while (!CANCELS.compareAndSet(this, before, before & ~UNDELIVERED));
    return before;
  }

  /** Lets a request that was caught too early come up again at the next suspension point. */
  final void redeliver(CancellationError caught) {
    cancelReason = caught.reason();
    CANCELS.getAndAdd(this, 1);
  }

  /** Cancels the wait in which the task stands, or lets the one awaited have the request, once. */
  private void cancelWait(Waiter w) {
    if (!w.forwards()) {
      w.cancel();
    } else if ((markDelivered() & UNDELIVERED) != 0 && !w.forward(cancelReason)) {
      CANCELS.getAndAdd(this, 1);
      w.cancel();
    }
  }

  private synchronized CancellationError deliverCancellation(@Nullable Waiter w) {
    int before = markDelivered();
    if (interruptedByAbort) {
      interruptedByAbort = false;
      Thread.interrupted();
    }
    boolean fromOutside =
        (before & UNDELIVERED) == 0 && w != null && Thread.currentThread().isInterrupted();
    return new CancellationError(fromOutside ? "the task's thread was interrupted" : cancelReason);
  }

  /**
   * Clears the interrupt of an {@link #abort} that was taken back before it was delivered; to be
   * called by the task's own thread.
   */
  final synchronized void dropStaleInterrupt() {
    if (interruptedByAbort && (cancels & UNDELIVERED) == 0 && isOnOwnThread()) {
      interruptedByAbort = false;
      Thread.interrupted();
    }
  }

  /**
   * Whether an exception comes from a blocking call of the JDK that an {@link #abort} interrupted:
   * an {@link InterruptedException}, or what the call made of the interrupt.
   */
  final synchronized boolean isBrokenOffBy(Throwable failure) {
    return interruptedByAbort && (cancels & UNDELIVERED) != 0 && failure instanceof Exception;
  }

  /** Interrupts the task's thread unless the request has been delivered meanwhile. */
  private synchronized void interruptIfUndelivered() {
    if ((cancels & UNDELIVERED) != 0) {
      interruptedByAbort = true;
      interrupt();
    }
  }

  final void checkCancelled() {
    if ((cancels & UNDELIVERED) != 0) {
      throw deliverCancellation(null);
    }
  }

  // ---- Running.

  /** Runs the body and what belongs to its end; on the task's own thread. */
  final void runBody() {
    AsyncCall<? extends T, ?> call = body;
    body = null;
    if (call == null) {
      throw new IllegalStateException("task '" + name() + "' was started twice");
    }
    Outcome<T> outcome;
    try {
      checkCancelled();
      T value = call.run();
      joinChildren();
      checkCancelled();
      outcome = new Outcome.Success<>(value);
    } catch (Throwable failure) {
      outcome = failed(failure);
    }
    complete(outcome);
  }

  private Outcome<T> failed(Throwable failure) {
    boolean brokenOff = isBrokenOffBy(failure);
    Children mine = children;
    if (mine != null) {
      mine.abort("the parent task '" + name() + "' ended: " + failure);
      try {
        joinChildren();
      } catch (CancellationError e) {
        failure.addSuppressed(e);
      }
    }
    if (failure instanceof CancellationError cancellation) {
      return new Outcome.Cancelled<>(cancellation);
    }
    if (brokenOff || (failure instanceof InterruptedException && cancels >= ONE_REQUEST)) {
      CancellationError cancellation = new CancellationError(cancelReason);
      cancellation.addSuppressed(failure);
      return new Outcome.Cancelled<>(cancellation);
    }
    return new Outcome.Failure<>(failure);
  }

  private void joinChildren() {
    Children mine = children;
    if (mine == null) {
      return;
    }
    CancellationError cancelled = mine.join(this);
    if (cancelled != null) {
      throw cancelled;
    }
  }

  /** {@link #end} of a task, which ends once. */
  final void complete(Outcome<T> outcome) {
    if (!end(outcome)) {
      throw new IllegalStateException(this + " ended twice");
    }
    runtime.ended(this);
  }

  @Override
  final void ended() {
    siblings.ended(this);
  }

  // ---- Children.

  final Children children() {
    Children mine = children;
    if (mine == null) {
      synchronized (this) {
        mine = children;
        if (mine == null) {
          mine = new Children(runtime);
          children = mine;
        }
      }
    }
    return mine;
  }

  final <R extends @Nullable Object> TaskHandle<R> spawnChild(
      @Nullable String name, AsyncCall<? extends R, ?> childBody) {
    return runtime.start(children(), name, childBody);
  }

  final <R extends @Nullable Object> TaskHandle<R> spawnLocalChild(
      AsyncCall<? extends R, ?> childBody) {
    return runtime.startLocal(this, childBody);
  }

  final <R extends @Nullable Object> TaskHandle<R> spawnBlockingChild(
      AsyncCall<? extends R, ?> childBody) {
    return runtime.startBlocking(children(), childBody);
  }

  final <R extends @Nullable Object, X extends Throwable> R timeout(
      Duration limit, Deadline.Body<? extends R, X> timedBody) throws X {
    return Deadline.run(this, limit, timedBody);
  }

  final AsyncRuntime runtime() {
    return runtime;
  }

  // ---- The handle.

  @Override
  public final boolean abort(@Nullable Object reason) {
    if (isFinished()) {
      return false;
    }
    cancelReason = reason;
    CANCELS.getAndAdd(this, ONE_REQUEST + 1);
    Waiter w = waiter;
    if (w != null) {
      cancelWait(w);
    } else if (abandon()) {
      complete(new Outcome.Cancelled<>(new CancellationError(reason)));
    } else {
      interruptIfUndelivered();
    }
    return true;
  }

  @Override
  public final int cancelRequests() {
    return cancels >>> 16;
  }

  @Override
  public final int uncancel() {
    for (; ; ) {
      int before = cancels;
      if (before < ONE_REQUEST) {
        return 0;
      }
      int after = before - ONE_REQUEST - ((before & UNDELIVERED) == 0 ? 0 : 1);
      if (CANCELS.compareAndSet(this, before, after)) {
        dropStaleInterrupt();
        return after >>> 16;
      }
    }
  }

  @Override
  public final String name() {
    return givenName != null ? givenName : "task-" + number;
  }

  @Override
  public final String toString() {
    return "task '" + name() + "'";
  }
}

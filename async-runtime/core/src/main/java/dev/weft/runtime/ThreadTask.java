package dev.weft.runtime;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A task with a thread of its own: a virtual one, or one of the pool for blocking work. */
final class ThreadTask<T extends @Nullable Object> extends Task<T> {
  private static final ThreadLocal<Task<?>> CURRENT = new ThreadLocal<>();

  private static final int QUEUED = 0;
  private static final int STARTED = 1;
  private static final int ABANDONED = 2;

  /** For a task of the pool: where it stands, and the pool. */
  private final @Nullable AtomicInteger progress;

  private final @Nullable ThreadPoolExecutor pool;
  private volatile @Nullable Thread thread;

  /**
   * Whose turn it is among the tasks of {@link Async#spawnLocal}, of which this is one: who runs
   * has the permit, and gives it back while it is suspended. A semaphore and not a lock, since a
   * task may move to another thread.
   */
  private volatile @Nullable Semaphore turn;

  private ThreadTask(
      AbstractRuntime runtime,
      Children siblings,
      @Nullable String name,
      AsyncCall<? extends T, ?> body,
      @Nullable ThreadPoolExecutor pool) {
    super(runtime, siblings, name, body);
    this.pool = pool;
    this.progress = pool == null ? null : new AtomicInteger(QUEUED);
  }

  static <T extends @Nullable Object> ThreadTask<T> virtual(
      AbstractRuntime runtime,
      Children siblings,
      @Nullable String name,
      AsyncCall<? extends T, ?> body) {
    return new ThreadTask<>(runtime, siblings, name, body, null);
  }

  static <T extends @Nullable Object> ThreadTask<T> pooled(
      AbstractRuntime runtime,
      Children siblings,
      AsyncCall<? extends T, ?> body,
      ThreadPoolExecutor pool) {
    return new ThreadTask<>(runtime, siblings, null, body, pool);
  }

  static @Nullable Task<?> ofCurrentThread() {
    return CURRENT.get();
  }

  /** Makes a task the current one of the calling thread, which is that of a generator. */
  static void adopt(@Nullable Task<?> task) {
    if (task == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(task);
    }
  }

  /**
   * From now on the task runs on another thread; called by the one on which it ran, whose interrupt
   * flag is cleared. Whether that was set, and is to be set on the other.
   */
  boolean moveTo(Thread other) {
    // With interrupts of an abort kept out, so that none is left behind.
    synchronized (this) {
      thread = other;
      return Thread.interrupted();
    }
  }

  /** Starts a virtual thread for the task. */
  void start(Thread.Builder.OfVirtual builder) {
    Thread virtual = builder.unstarted(this);
    thread = virtual;
    virtual.start();
  }

  /** Makes a child take turns with this task, which runs; before the child is started. */
  void shareTurn(ThreadTask<?> child) {
    Semaphore shared = turn;
    if (shared == null) {
      shared = new Semaphore(0, true);
      turn = shared;
    }
    child.turn = shared;
  }

  private void takeTurn() {
    Semaphore shared = turn;
    if (shared != null) {
      shared.acquireUninterruptibly();
    }
  }

  private void giveTurn() {
    Semaphore shared = turn;
    if (shared != null) {
      shared.release();
    }
  }

  @Override
  public void run() {
    if (progress == null) {
      CURRENT.set(this);
      takeTurn();
      runBody();
      giveTurn();
    } else if (progress.compareAndSet(QUEUED, STARTED)) {
      thread = Thread.currentThread();
      CURRENT.set(this);
      try {
        runBody();
      } finally {
        CURRENT.remove();
        thread = null;
        // The pool's thread must not carry an interrupt into other work.
        Thread.interrupted();
      }
    }
  }

  @Override
  void wake() {
    if (runtime.clock != null) {
      runtime.clock.hold();
    }
    LockSupport.unpark(thread);
  }

  @Override
  void park(Waiter waiter) {
    if (runtime.clock != null) {
      runtime.clock.release();
    }
    giveTurn();
    try {
      parkUntilEnded(waiter);
    } finally {
      takeTurn();
    }
  }

  private void parkUntilEnded(Waiter waiter) {
    giveWayOnce(waiter);
    while (waiter.isWaiting()) {
      if (waiter.deadline == 0) {
        LockSupport.park();
      } else {
        long left = waiter.deadline - System.nanoTime();
        if (left <= 0) {
          waiter.expire();
          return;
        }
        LockSupport.parkNanos(left);
      }
      if (Thread.currentThread().isInterrupted()) {
        dropStaleInterrupt();
        if (Thread.currentThread().isInterrupted()) {
          waiter.cancel();
        }
      }
    }
  }

  /**
   * Lets the other tasks run once: often one of them ends the wait, and to be parked and unparked
   * costs several times as much. A sleep is never that short.
   */
  @SuppressWarnings("ThreadPriorityCheck") // It is right without, only slower.
  private void giveWayOnce(Waiter waiter) {
    if (pool == null && waiter.deadline == 0 && runtime.clock == null && waiter.isWaiting()) {
      Thread.yield();
    }
  }

  @Override
  @SuppressWarnings("ThreadPriorityCheck") // Documented as a hint.
  void yieldNow() {
    checkCancelled();
    giveTurn();
    Thread.yield();
    takeTurn();
    checkCancelled();
  }

  @Override
  void sleep(Duration duration) {
    if (!duration.isPositive()) {
      yieldNow();
      return;
    }
    if (runtime.clock != null) {
      sleepVirtually(duration);
      return;
    }
    long deadline = System.nanoTime() + Durations.nanos(duration);
    suspend(Waiter.until(this, deadline == 0 ? 1 : deadline), false);
  }

  private void sleepVirtually(Duration duration) {
    Waiter w = Waiter.of(this, "sleep");
    AsyncRuntime.Cancellable timer = runtime.startDeadline(duration, w::resume);
    try {
      suspend(w, false);
    } finally {
      timer.cancel();
    }
  }

  @Override
  void interrupt() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  boolean isOnOwnThread() {
    return Thread.currentThread() == thread;
  }

  @Override
  boolean abandon() {
    if (pool == null || progress == null || !progress.compareAndSet(QUEUED, ABANDONED)) {
      return false;
    }
    pool.remove(this);
    return true;
  }

  @Override
  boolean isStarted() {
    return thread != null;
  }

  @Override
  @Nullable Thread threadOrNull() {
    return thread;
  }
}

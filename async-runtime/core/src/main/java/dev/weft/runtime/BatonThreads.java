package dev.weft.runtime;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ordinary virtual threads that pass a baton: one runs, the others are parked. Whoever suspends or
 * ends takes the next entry of the ready queue itself, so that callbacks, and a task that is its
 * own successor, need no switch at all.
 */
final class BatonThreads extends LoopThreads {
  private static final Thread.Builder.OfVirtual BUILDER = Thread.ofVirtual();

  private @Nullable Thread driver;
  private volatile boolean driverResumed;

  /** What the holder itself waits for while it runs the loop for the others. */
  private @Nullable Waiter holdersWaiter;

  private boolean holderInterrupted;

  BatonThreads(EventLoop loop) {
    super(loop);
  }

  @Override
  void schedule(Strand strand, Runnable continuation) {
    throw new IllegalStateException(strand + " is run by the JDK's own scheduler");
  }

  private static Thread newThread(Strand strand) {
    return BUILDER.unstarted(strand.body);
  }

  /**
   * Lets another thread of the current task run in place of the calling one, which parks next; past
   * the ready queue. What announces it is run before the thread is woken.
   */
  void handOver(LoopTask<?> task, Strand to, Runnable announce) {
    Thread thread = to.thread;
    boolean fresh = thread == null;
    if (thread == null) {
      thread = newThread(to);
      to.thread = thread;
    }
    task.active = to;
    loop.hold(thread, task);
    announce.run();
    if (fresh) {
      thread.start();
    } else {
      LockSupport.unpark(thread);
    }
  }

  @Override
  void drive() {
    driver = Thread.currentThread();
    driverResumed = false;
    if (passOn(null) != null) {
      while (!driverResumed) {
        LockSupport.park(this);
      }
    }
  }

  @Override
  void suspend(LoopTask<?> task, @Nullable Waiter waiter) {
    task.resumed = false;
    holdersWaiter = waiter;
    LoopTask<?> next = passOn(task);
    boolean interrupted = next == task && takeInterrupt();
    if (next != task) {
      while (!task.resumed) {
        LockSupport.park();
        if (Thread.interrupted()) {
          interrupted = true;
          if (waiter != null) {
            waiter.cancel();
          }
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  void finished() {
    holdersWaiter = null;
    passOn(null);
  }

  @Override
  void wokenWhileIdle() {
    if (Thread.interrupted()) {
      holderInterrupted = true;
      if (holdersWaiter != null) {
        holdersWaiter.cancel();
      }
    }
  }

  private boolean takeInterrupt() {
    boolean interrupted = holderInterrupted;
    holderInterrupted = false;
    return interrupted;
  }

  /** Gives the baton to the next task, which is returned, or back to the driver. */
  private @Nullable LoopTask<?> passOn(@Nullable LoopTask<?> from) {
    LoopTask<?> next = loop.next();
    if (next != from && takeInterrupt()) {
      // The waiter was cancelled for it; the flag is given back where the task goes on.
      Thread.currentThread().interrupt();
    }
    if (next == null) {
      loop.hold(driver, null);
      if (driver != Thread.currentThread()) {
        driverResumed = true;
        LockSupport.unpark(driver);
      }
      return null;
    }
    Strand strand = next.active;
    Thread thread = strand.thread;
    if (thread == null) {
      thread = newThread(strand);
      strand.thread = thread;
      loop.hold(thread, next);
      thread.start();
    } else {
      loop.hold(thread, next);
      next.resumed = true;
      if (thread != Thread.currentThread()) {
        LockSupport.unpark(thread);
      }
    }
    return next;
  }

  @Override
  AsyncRuntime.Backend backend() {
    return AsyncRuntime.Backend.EVENT_LOOP_BATON;
  }
}

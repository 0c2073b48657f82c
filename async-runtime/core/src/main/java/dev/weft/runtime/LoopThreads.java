package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * How an event loop gives its thread of control to a task and gets it back. Whoever has it is the
 * loop's <em>holder</em>: a task's thread, or the loop's own.
 */
abstract sealed class LoopThreads permits MountedThreads, BatonThreads {
  final EventLoop loop;

  LoopThreads(EventLoop loop) {
    this.loop = loop;
  }

  /** Whether tasks can be mounted on the loop's thread in this JVM. */
  static boolean isMountable() {
    return MountedThreads.isAvailable();
  }

  /**
   * Called by the JDK where a strand is the scheduler of its own thread; see {@link
   * MountedThreads}.
   */
  abstract void schedule(Strand strand, Runnable continuation);

  /** Runs the loop until it is told to stop; called by the loop's own thread. */
  abstract void drive();

  /**
   * Suspends the current task until the loop takes it up again; a waiter is cancelled by an
   * interrupt.
   */
  abstract void suspend(LoopTask<?> task, @Nullable Waiter waiter);

  /** Suspends the current task, which stands in the ready queue again. */
  void yieldNow(LoopTask<?> task) {
    suspend(task, null);
  }

  /** The current task has ended; the last thing its thread does. */
  abstract void finished();

  /** Called by the holder whenever it was woken while the loop was idle. */
  abstract void wokenWhileIdle();

  /** Which way this is. */
  abstract AsyncRuntime.Backend backend();
}

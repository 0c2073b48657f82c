package dev.weft.runtime;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who wants an event loop to run (the callers of blockOn, and a runtime that was started), and the
 * thread that runs it for them.
 */
final class LoopDriver {
  private final EventLoop loop;

  // What belongs to the loop's holder.
  private final List<Task<?>> endedRoots = new ArrayList<>();
  private boolean reconsider;

  // Guarded by the list itself.
  private final List<Task<?>> activeRoots = new ArrayList<>();
  private boolean started;
  private boolean terminated;
  private @Nullable Thread thread;

  LoopDriver(EventLoop loop) {
    this.loop = loop;
  }

  /**
   * Lets the callers of blockOn go whose roots have ended; whether nobody wants the loop any more.
   * Called by the holder between batches.
   */
  boolean releaseRoots() {
    if (!reconsider) {
      return false;
    }
    reconsider = false;
    synchronized (activeRoots) {
      activeRoots.removeAll(endedRoots);
      endedRoots.clear();
      activeRoots.notifyAll();
      return activeRoots.isEmpty() && !started;
    }
  }

  /** Runs the loop until a root task has ended, or for as long as the bound. */
  void runToEnd(Task<?> root, @Nullable Duration bound) {
    root.onDone(task -> {
      endedRoots.add(root);
      reconsider = true;
    });
    enlist(root);
    long deadline = bound == null ? 0 : System.nanoTime() + Durations.nanos(bound);
    boolean interrupted = false;
    synchronized (activeRoots) {
      while (activeRoots.contains(root)) {
        try {
          if (bound == null) {
            activeRoots.wait();
          } else {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
              break;
            }
            TimeUnit.NANOSECONDS.timedWait(activeRoots, left);
          }
        } catch (InterruptedException e) {
          interrupted = true;
          root.abort("the thread in blockOn was interrupted");
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs the loop from now on. */
  void start() {
    enlist(null);
  }

  private void enlist(@Nullable Task<?> root) {
    synchronized (activeRoots) {
      if (root == null) {
        started = true;
      } else {
        activeRoots.add(root);
        // Before the loop can start: it would find nothing to do, and virtual time would move.
        loop.enqueue(root);
      }
      if (thread == null) {
        thread = Thread.ofPlatform().daemon().name("weft-loop").start(this::run);
        loop.running();
      }
      activeRoots.notifyAll();
    }
  }

  private void run() {
    for (; ; ) {
      synchronized (activeRoots) {
        while (activeRoots.isEmpty() && !started && !terminated) {
          awaitRoots();
        }
        if (terminated) {
          return;
        }
      }
      loop.hold(Thread.currentThread(), null);
      loop.threads.drive();
      loop.hold(null, null);
    }
  }

  private void awaitRoots() {
    try {
      activeRoots.wait();
    } catch (InterruptedException e) {
      AbstractRuntime.LOG.log(
          Level.DEBUG,
          "The loop's own thread ends when its runtime closes, not by an interrupt.",
          e);
    }
  }

  /** Ends the loop's thread, once no task is left. */
  void terminate() {
    synchronized (activeRoots) {
      terminated = true;
      started = false;
      activeRoots.notifyAll();
    }
    // A loop that runs looks whether anybody still wants it.
    loop.callSoon(() -> reconsider = true);
  }
}

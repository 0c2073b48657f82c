package dev.weft.runtime;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine whose body has a thread of its own, which runs only while whoever entered it waits
 * for it: for a JDK whose continuations cannot be reached.
 */
final class ThreadCoroutine extends Coroutine implements Runnable {
  /** Where it lives if not on an event loop: on ordinary threads. */
  private static final Object THREADS = "threads";

  private final Runnable body;
  private @Nullable Object home;

  /** Its thread where it lives on an event loop, and {@link #thread} where not. */
  private @Nullable Strand strand;

  private @Nullable BatonThreads loopThreads;
  private @Nullable Thread thread;

  /** Whose turn it is: the body's, or that of the one who entered. */
  private volatile boolean inside;

  // Of the one who has entered.
  private @Nullable Task<?> task;
  private @Nullable Strand callerStrand;
  private @Nullable Thread caller;

  ThreadCoroutine(Runnable body) {
    this.body = body;
  }

  @Override
  void enter() {
    Task<?> current = Task.current();
    settle(current);
    task = current;
    caller = Thread.currentThread();
    callerStrand = current instanceof LoopTask<?> loopTask ? loopTask.active : null;
    pass(true);
    awaitTurn(false);
  }

  @Override
  void leave() {
    pass(false);
    awaitTurn(true);
    adopt();
  }

  @Override
  boolean isAtHome() {
    return home == null || home == homeOf(Task.current());
  }

  private static Object homeOf(@Nullable Task<?> task) {
    return task instanceof LoopTask<?> loopTask ? loopTask.loop.threads : THREADS;
  }

  /** The body's thread cannot move from one scheduler to another. */
  private void settle(@Nullable Task<?> current) {
    Object here = homeOf(current);
    if (home == null) {
      home = here;
      if (here instanceof BatonThreads threads) {
        loopThreads = threads;
        strand = new Strand(threads, this);
      }
    } else if (home != here) {
      throw new AsyncException.Runtime(
          "a generator that was started %s was used %s: use it where its first step was made"
              .formatted(where(home), where(here)));
    }
  }

  private static String where(Object home) {
    return home == THREADS ? "outside event loops" : "on an event loop";
  }

  @Override
  boolean isInside() {
    return inside && Thread.currentThread() == threadOrNull();
  }

  private @Nullable Thread threadOrNull() {
    Strand mine = strand;
    return mine == null ? thread : mine.thread;
  }

  @Override
  public void run() {
    adopt();
    body.run();
    pass(false);
  }

  private void adopt() {
    if (loopThreads == null) {
      ThreadTask.adopt(task);
    }
  }

  private void pass(boolean into) {
    BatonThreads threads = loopThreads;
    Strand to = into ? strand : callerStrand;
    if (threads != null && task instanceof LoopTask<?> loopTask && to != null) {
      threads.handOver(loopTask, to, () -> inside = into);
    } else {
      passBetweenThreads(into);
    }
  }

  private void passBetweenThreads(boolean into) {
    Thread to = into ? thread : caller;
    boolean fresh = to == null;
    if (to == null) {
      to = Thread.ofVirtual().unstarted(this);
      thread = to;
    }
    boolean interrupted =
        task instanceof ThreadTask<?> threadTask ? threadTask.moveTo(to) : Thread.interrupted();
    inside = into;
    if (fresh) {
      to.start();
    }
    if (interrupted) {
      to.interrupt();
    } else {
      LockSupport.unpark(to);
    }
  }

  private void awaitTurn(boolean into) {
    boolean interrupted = false;
    while (inside != into) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        Thread running = threadOrNull();
        if (inside && !into && running != null) {
          // Whoever waits here is where the body is.
          running.interrupt();
        } else {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

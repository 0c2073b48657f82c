package dev.weft.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads whose scheduler is the loop itself, so that they are mounted on the loop's
 * thread. The JDK has no public way to set the scheduler; the constructor of {@code
 * ThreadBuilders.VirtualThreadBuilder} is reached where {@code java.base/java.lang} is opened.
 *
 * <p>A task may be unmounted for a reason of the JDK's own: a contended lock, a socket, {@code
 * Thread.sleep}. The loop then waits for that very task, since a switch may happen only at our
 * suspension points.
 */
final class MountedThreads extends LoopThreads implements Executor {
  private static final @Nullable MethodHandle BUILDER = findBuilder();

  private final Thread.Builder.OfVirtual builder;

  /** Continuations that the JDK wants run and that the loop did not just ask for. */
  private final Queue<Runnable> strays = new ConcurrentLinkedQueue<>();

  private @Nullable Thread loopThread;
  private boolean capturing;
  private @Nullable Runnable captured;

  MountedThreads(EventLoop loop) {
    super(loop);
    MethodHandle constructor = BUILDER;
    if (constructor == null) {
      throw new AsyncException.PlatformNotSupported(
          "tasks cannot be mounted on the loop's thread: java.base/java.lang is not open to dev.weft.runtime; start java with --add-opens java.base/java.lang=ALL-UNNAMED, or use Backend.EVENT_LOOP",
          null);
    }
    try {
      builder = (Thread.Builder.OfVirtual) constructor.invoke(this);
    } catch (Throwable e) {
      throw new AsyncException.PlatformNotSupported(
          "this JDK does not let a virtual thread have a scheduler of ours: use Backend.EVENT_LOOP_BATON",
          e);
    }
  }

  private static @Nullable MethodHandle findBuilder() {
    try {
      Class<?> type = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .findConstructor(type, MethodType.methodType(void.class, Executor.class));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  static boolean isAvailable() {
    return BUILDER != null;
  }

  /** Called by the JDK, in any thread, when a virtual thread of ours is to run. */
  @Override
  public void execute(Runnable continuation) {
    if (capturing && Thread.currentThread() == loopThread) {
      captured = continuation;
    } else {
      strays.add(continuation);
      LockSupport.unpark(loopThread);
    }
  }

  @Override
  void drive() {
    loopThread = Thread.currentThread();
    for (LoopTask<?> next = loop.next(); next != null; next = loop.next()) {
      mount(next);
      runStrays();
    }
  }

  /** Threads that somebody else unparked: they find that it was not meant, and park again. */
  private void runStrays() {
    for (Runnable stray = strays.poll(); stray != null; stray = strays.poll()) {
      stray.run();
    }
  }

  @Override
  void wokenWhileIdle() {
    runStrays();
  }

  private void mount(LoopTask<?> task) {
    Thread thread = task.thread;
    capturing = true;
    if (thread == null) {
      thread = builder.unstarted(task);
      task.thread = thread;
      task.suspended = false;
      thread.start();
      task.continuation = captured;
    } else {
      task.resumed = true;
      LockSupport.unpark(thread);
    }
    capturing = false;
    Runnable continuation = captured;
    captured = null;
    if (continuation == null) {
      // Somebody else had unparked it: the JDK has handed its continuation over already.
      continuation = awaitStray(task);
    }
    loop.hold(thread, task);
    continuation.run();
    while (!task.suspended) {
      awaitStray(task).run();
    }
    loop.hold(loopThread, null);
  }

  private Runnable awaitStray(LoopTask<?> task) {
    Runnable continuation = task.continuation;
    if (continuation == null) {
      throw new IllegalStateException(task + " has no continuation");
    }
    while (!strays.remove(continuation)) {
      LockSupport.park(this);
    }
    return continuation;
  }

  @Override
  void suspend(LoopTask<?> task, @Nullable Waiter waiter) {
    task.resumed = false;
    task.suspended = true;
    boolean interrupted = false;
    while (!task.resumed) {
      LockSupport.park();
      if (Thread.interrupted()) {
        interrupted = true;
        if (waiter != null) {
          waiter.cancel();
        }
      }
    }
    task.suspended = false;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The thread ends by itself and the loop goes on where it mounted it. */
  @Override
  void finished() {}

  @Override
  AsyncRuntime.Backend backend() {
    return AsyncRuntime.Backend.EVENT_LOOP_MOUNTED;
  }
}

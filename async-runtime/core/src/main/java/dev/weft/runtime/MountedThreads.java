package dev.weft.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
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
final class MountedThreads extends LoopThreads {

  /**
   * What is reached inside the JDK: the builder, and the scheduler of all other virtual threads.
   */
  private record Reach(MethodHandle builder, Executor defaultScheduler) {}

  private static final @Nullable Reach REACH = reach();
  private static final @Nullable MethodHandle BUILDER = REACH == null ? null : REACH.builder;

  /** Tasks that the JDK wants run and that the loop did not just ask for. */
  private final Queue<LoopTask<?>> strays = new ConcurrentLinkedQueue<>();

  private @Nullable Thread loopThread;
  private @Nullable LoopTask<?> unparking;
  private boolean captured;

  MountedThreads(EventLoop loop) {
    super(loop);
    if (REACH == null) {
      throw new AsyncException.PlatformNotSupported(
          "tasks cannot be mounted on the loop's thread: java.base/java.lang is not open to dev.weft.runtime; start java with --add-opens java.base/java.lang=ALL-UNNAMED (on the module path: =dev.weft.runtime), or use Backend.EVENT_LOOP",
          null);
    }
  }

  private static @Nullable Reach reach() {
    try {
      MethodHandles.Lookup own = MethodHandles.lookup();
      Class<?> builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
      MethodHandle constructor =
          MethodHandles.privateLookupIn(builder, own)
              .findConstructor(builder, MethodType.methodType(void.class, Executor.class))
              .asType(MethodType.methodType(Thread.Builder.OfVirtual.class, Executor.class));
      Class<?> thread = Class.forName("java.lang.VirtualThread");
      Object scheduler =
          MethodHandles.privateLookupIn(thread, own)
              .findStaticVarHandle(thread, "DEFAULT_SCHEDULER", ForkJoinPool.class)
              .get();
      return new Reach(constructor, (Executor) scheduler);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  static boolean isAvailable() {
    return REACH != null;
  }

  /**
   * Called by the JDK, in any thread, when a virtual thread is to run whose scheduler is the task:
   * the task's own thread, or one that was started inside it and has inherited the scheduler. The
   * latter (the JDK's own pollers among them) go where they would have gone without us.
   */
  @Override
  void schedule(LoopTask<?> task, Runnable continuation) {
    Runnable own = task.continuation;
    if (own == null) {
      task.continuation = continuation;
      captured = true;
    } else if (own != continuation) {
      defaultScheduler().execute(continuation);
    } else if (unparking == task && Thread.currentThread() == loopThread) {
      captured = true;
    } else {
      strays.add(task);
      LockSupport.unpark(loopThread);
    }
  }

  private static Executor defaultScheduler() {
    if (REACH == null) {
      throw new IllegalStateException("no loop is mounted");
    }
    return REACH.defaultScheduler;
  }

  @Override
  void drive() {
    loopThread = Thread.currentThread();
    for (LoopTask<?> next = loop.next(); next != null; next = loop.next()) {
      mount(next);
      wokenWhileIdle();
    }
  }

  /**
   * Runs the threads that somebody else unparked: they find that it was not meant, and park again.
   */
  @Override
  void wokenWhileIdle() {
    for (LoopTask<?> stray = strays.poll(); stray != null; stray = strays.poll()) {
      resume(stray);
    }
  }

  private void mount(LoopTask<?> task) {
    Thread thread = task.thread;
    captured = false;
    if (thread == null) {
      thread = newThread(task);
      task.thread = thread;
      task.suspended = false;
      thread.start();
    } else {
      task.resumed = true;
      unparking = task;
      LockSupport.unpark(thread);
      unparking = null;
    }
    if (!captured) {
      // Somebody else had unparked it: the JDK has handed it over already.
      awaitStray(task);
    }
    loop.hold(thread, task);
    resume(task);
    while (!task.suspended) {
      awaitStray(task);
      resume(task);
    }
    loop.hold(loopThread, null);
  }

  private static Thread newThread(LoopTask<?> task) {
    try {
      MethodHandle builder = Objects.requireNonNull(BUILDER);
      return ((Thread.Builder.OfVirtual) builder.invokeExact((Executor) task)).unstarted(task);
    } catch (Throwable e) {
      throw new AsyncException.PlatformNotSupported(
          "this JDK does not let a virtual thread have a scheduler of ours: use Backend.EVENT_LOOP_BATON",
          e);
    }
  }

  private static void resume(LoopTask<?> task) {
    Runnable continuation = task.continuation;
    if (continuation == null) {
      throw new IllegalStateException(task + " has no continuation");
    }
    continuation.run();
  }

  private void awaitStray(LoopTask<?> task) {
    while (!strays.remove(task)) {
      LockSupport.park(this);
    }
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

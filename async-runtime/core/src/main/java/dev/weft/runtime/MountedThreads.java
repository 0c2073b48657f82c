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

  /** Strands that the JDK wants run and that the loop did not just ask for. */
  private final Queue<Strand> strays = new ConcurrentLinkedQueue<>();

  private @Nullable Thread loopThread;
  private @Nullable Strand unparking;
  private @Nullable Thread unparker;
  private boolean captured;

  /** Whose thread gives way just now; what the JDK wants run then is kept until the task's turn. */
  private @Nullable Strand yielding;

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
    return REACH != null && Continuations.AVAILABLE;
  }

  /**
   * Called by the JDK, in any thread, when a virtual thread is to run whose scheduler is the
   * strand: the strand's own thread, or one that was started inside it and has inherited the
   * scheduler. The latter (the JDK's own pollers among them) go where they would have gone without
   * us.
   */
  @Override
  void schedule(Strand strand, Runnable continuation) {
    Runnable own = strand.continuation;
    if (own == null) {
      strand.continuation = continuation;
      captured = true;
    } else if (own != continuation) {
      defaultScheduler().execute(continuation);
    } else if (unparking == strand && Thread.currentThread() == unparker) {
      captured = true;
    } else if (yielding == strand && Thread.currentThread() == loopThread) {
      yielding = null;
    } else {
      strays.add(strand);
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
   * Those that are ready as they are wait for their turn.
   */
  @Override
  void wokenWhileIdle() {
    for (Strand stray = strays.poll(); stray != null; stray = strays.poll()) {
      if (!stray.gaveWay) {
        resume(stray);
      }
    }
  }

  private void mount(LoopTask<?> task) {
    Strand strand = task.active;
    Thread thread = strand.thread;
    captured = false;
    if (thread == null) {
      thread = newThread(strand);
      strand.thread = thread;
      thread.start();
    } else {
      if (strand.gaveWay) {
        strand.gaveWay = false;
        captured = true;
      } else {
        task.resumed = true;
        unpark(strand, thread);
      }
    }
    if (!captured) {
      // Somebody else had unparked it: the JDK has handed it over already.
      awaitStray(strand);
    }
    loop.hold(thread, task);
    // Here and not by the task: the JDK may refuse to run a thread whose stack is being looked at,
    // and wants it run again afterwards.
    task.suspended = false;
    resume(strand);
    while (!task.suspended) {
      awaitStray(strand);
      resume(strand);
    }
    loop.hold(loopThread, null);
  }

  private void unpark(Strand strand, Thread thread) {
    unparking = strand;
    unparker = Thread.currentThread();
    LockSupport.unpark(thread);
    unparking = null;
    unparker = null;
  }

  /** A thread for a strand, not started. */
  private static Thread newThread(Strand strand) {
    try {
      MethodHandle builder = Objects.requireNonNull(BUILDER);
      return ((Thread.Builder.OfVirtual) builder.invokeExact((Executor) strand))
          .unstarted(strand.body);
    } catch (Throwable e) {
      throw new AsyncException.PlatformNotSupported(
          "this JDK does not let a virtual thread have a scheduler of ours: use Backend.EVENT_LOOP_BATON",
          e);
    }
  }

  private static void resume(Strand strand) {
    Runnable continuation = strand.continuation;
    if (continuation == null) {
      throw new IllegalStateException(strand + " has no continuation");
    }
    continuation.run();
  }

  private void awaitStray(Strand strand) {
    while (!strays.remove(strand)) {
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
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * By {@link Thread#yield}, after which the thread is ready to be run as it is: cheaper than to
   * park and be unparked.
   */
  @Override
  @SuppressWarnings("ThreadPriorityCheck") // The scheduler is ours.
  void yieldNow(LoopTask<?> task) {
    Strand strand = task.active;
    task.suspended = true;
    strand.gaveWay = true;
    yielding = strand;
    Thread.yield();
    if (strand.gaveWay) {
      // Pinned, by a native frame: the thread cannot give way.
      yielding = null;
      strand.gaveWay = false;
      suspend(task, null);
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

package dev.weft.runtime;

import java.util.Arrays;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A blocking call made in a thread of its own while the task that wants it is suspended. A
 * cancellation interrupts the call and does not wait for it, since not every call heeds that.
 */
final class Offload<T extends @Nullable Object, X extends Throwable> implements Runnable {
  private final Task<?> task;
  private final AsyncCall<? extends T, X> call;
  private final Waiter waiter;

  // Written before the waiter is resumed.
  private @Nullable T value;
  private @Nullable Throwable failure;

  // Guarded by this.
  private @Nullable Thread runner;
  private boolean abandoned;

  private Offload(Task<?> task, AsyncCall<? extends T, X> call) {
    this.task = task;
    this.call = call;
    this.waiter = Waiter.of(task, "blocking call");
  }

  /** Makes the call through an executor; in a thread that is no task, there and then. */
  static <T extends @Nullable Object, X extends Throwable> T call(
      Executor executor, AsyncCall<? extends T, X> call) throws X {
    Task<?> task = Task.current();
    if (task == null) {
      return call.run();
    }
    task.checkCancelled();
    return new Offload<T, X>(task, call).await(executor);
  }

  private T await(Executor executor) throws X {
    SimulatedClock clock = task.runtime.clock;
    if (clock != null) {
      clock.hold();
    }
    try {
      executor.execute(this);
    } catch (RuntimeException | Error e) {
      if (clock != null) {
        clock.release();
      }
      throw e;
    }
    try {
      waiter.awaitHandOver();
    } catch (CancellationError e) {
      abandon();
      throw e;
    }
    return result();
  }

  @Override
  public void run() {
    synchronized (this) {
      if (!abandoned) {
        runner = Thread.currentThread();
      }
    }
    if (runner != null) {
      make();
      synchronized (this) {
        runner = null;
        // A thread of a pool must not carry the interrupt into other work.
        Thread.interrupted();
      }
      waiter.resume();
    }
    SimulatedClock clock = task.runtime.clock;
    if (clock != null) {
      clock.release();
    }
  }

  private void make() {
    try {
      value = call.run();
    } catch (Throwable e) {
      failure = e;
    }
  }

  private synchronized void abandon() {
    abandoned = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // The call threw it; null only where T is nullable.
  private T result() throws X {
    Throwable error = failure;
    if (error != null) {
      error.setStackTrace(withCaller(error.getStackTrace()));
      throw (X) error;
    }
    return value;
  }

  /** The stack of the call with that of the task below it, as if the task had made the call. */
  private static StackTraceElement[] withCaller(StackTraceElement[] inner) {
    int end = inner.length;
    for (int i = 0; i < inner.length; i++) {
      if (inner[i].getClassName().equals(Offload.class.getName())) {
        end = i;
        break;
      }
    }
    StackTraceElement[] outer = Thread.currentThread().getStackTrace();
    int start = 0;
    while (start < outer.length && !outer[start].getClassName().equals(AsyncIo.class.getName())) {
      start++;
    }
    StackTraceElement[] whole = Arrays.copyOf(inner, end + outer.length - start);
    System.arraycopy(outer, start, whole, end, outer.length - start);
    return whole;
  }
}

package dev.weft.python;

import dev.weft.runtime.CancellationError;
import dev.weft.runtime.TaskHandle;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Task}. */
public final class Task<T extends @Nullable Object> extends Future<T> {
  private static final ThreadLocal<@Nullable Task<?>> CURRENT = new ThreadLocal<>();
  private static final Set<Task<?>> ALL = new LinkedHashSet<>();
  private static int count;

  private final Awaitable<? extends T> body;
  private final String name;
  private @Nullable TaskHandle<?> handle;
  private @Nullable Future<?> waitingFor;
  private int cancelRequests;
  private boolean mustCancel;
  private boolean ended;
  private @Nullable Object message;

  Task(Awaitable<? extends T> body, @Nullable String name) {
    this.body = body;
    this.name = name != null ? name : "Task-" + ++count;
    ALL.add(this);
  }

  static void reset() {
    ALL.clear();
    count = 0;
  }

  void start() {
    handle = Asyncio.runtime().spawn(this::run);
  }

  /** Runs the body, in the runtime's task. */
  void run() {
    CURRENT.set(this);
    try {
      throwIfCancelled();
      T value = body.await();
      ended = true;
      if (mustCancel) {
        mustCancel = false;
        super.cancel(message);
      } else {
        setResult(value);
      }
    } catch (CancellationError e) {
      ended = true;
      super.cancel(e.reason());
    } catch (Errors.KeyboardInterrupt | Errors.SystemExit e) {
      ended = true;
      setException(e);
      throw e;
    } catch (Throwable e) {
      ended = true;
      setException(e);
    } finally {
      ALL.remove(this);
    }
  }

  static @Nullable Task<?> currentOrNull() {
    return CURRENT.get();
  }

  static void adopt(@Nullable Task<?> task) {
    CURRENT.set(task);
  }

  /** {@code current_task()}. */
  public static Task<?> current() {
    Task<?> task = CURRENT.get();
    if (task == null) {
      throw new Errors.RuntimeError("no running event loop");
    }
    return task;
  }

  static Set<Task<?>> all() {
    return new LinkedHashSet<>(ALL);
  }

  void waitsFor(@Nullable Future<?> future) {
    waitingFor = future;
  }

  /** Raises the cancellation that was asked for while nothing was awaited. */
  void throwIfCancelled() {
    if (mustCancel) {
      mustCancel = false;
      throw new CancellationError(message);
    }
  }

  CancellationError cancellation(CancellationError e) {
    mustCancel = false;
    return new CancellationError(message != null ? message : e.reason());
  }

  @Override
  public boolean cancel(@Nullable Object why) {
    if (isDone() || ended) {
      return false;
    }
    cancelRequests++;
    message = why;
    if (waitingFor != null && waitingFor.cancel(why)) {
      return true;
    }
    mustCancel = true;
    return true;
  }

  /** {@code cancelling()}. */
  public long cancelling() {
    return cancelRequests;
  }

  /** {@code uncancel()}. */
  public long uncancel() {
    if (cancelRequests > 0) {
      cancelRequests--;
    }
    return cancelRequests;
  }

  /** {@code get_name()}. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return "<Task name='" + name + "'>";
  }

  @Nullable TaskHandle<?> handle() {
    return handle;
  }
}

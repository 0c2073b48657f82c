package dev.weft.python;

import dev.weft.runtime.CancellationError;
import dev.weft.runtime.TaskHandle;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Task}. */
public final class Task<T extends @Nullable Object> extends Future<T> {
  private static final ThreadLocal<@Nullable Task<?>> CURRENT = new ThreadLocal<>();

  private final Awaitable<? extends T> body;
  private final Context context;
  private String name;
  private @Nullable TaskHandle<?> handle;
  private @Nullable Future<?> waitingFor;
  private int cancelRequests;
  private boolean mustCancel;
  private boolean ended;
  private boolean ofHost;
  private @Nullable CancellationError byHost;
  private @Nullable Object message;

  /** Where a thread stands: in which task, loop and context. */
  record Standing(@Nullable Task<?> task, @Nullable Loop loop, @Nullable Context context) {}

  Task(Loop loop, Awaitable<? extends T> body, @Nullable String name, @Nullable Context context) {
    super(loop);
    this.body = body;
    this.name = name != null ? name : "Task-" + Loop.nextTaskNumber();
    this.context = context != null ? context : Context.copyCurrent();
    loop.tasks().add(this);
  }

  /** A task that a host runs in a task of its own. */
  Task(Loop loop, Fn0<? extends T> body) {
    this(loop, body::call, null, loop.surroundings().context().copy());
    ofHost = true;
  }

  void start() {
    handle = loop().startTask(this::run);
  }

  /** Notes that the host cancels it. */
  void cancelledByHost(CancellationError cancelled) {
    byHost = cancelled;
  }

  /** What to throw to the host for a cancellation: its own, or that the code did it. */
  Throwable toHost(CancellationError raised) {
    CancellationError asked = byHost;
    return asked != null ? asked : new Errors.SelfCancelled(raised);
  }

  /** Whether it runs in a task of the host. */
  boolean isOfHost() {
    return ofHost;
  }

  static Standing standing() {
    return new Standing(CURRENT.get(), Loop.runningOrNull(), Context.currentOrNull());
  }

  static void stand(Standing at) {
    stand(at.task, at.loop, at.context);
  }

  static void stand(@Nullable Task<?> task, @Nullable Loop loop, @Nullable Context context) {
    CURRENT.set(task);
    Loop.enter(loop);
    Context.enter(context);
  }

  /** Runs a callback in a thread that stands somewhere else. */
  static void aside(Runnable action) {
    Standing before = standing();
    CURRENT.set(null);
    try {
      action.run();
    } finally {
      stand(before);
    }
  }

  /** Runs the body in the calling thread, for a host, and gives what came of it. */
  T runHere() {
    Standing before = standing();
    stand(this, loop(), context);
    try {
      throwIfCancelled();
      T value = body.await();
      ended = true;
      throwIfCancelled();
      setResult(value);
      return value;
    } catch (CancellationError e) {
      ended = true;
      super.cancel(e.reason());
      throw e;
    } catch (Throwable e) {
      ended = true;
      setException(e instanceof Errors.StopIteration s ? stopped(s) : e);
      failureOrNull();
      throw e;
    } finally {
      loop().tasks().remove(this);
      stand(before);
    }
  }

  /** What becomes of the end of an iterator that leaves a coroutine. */
  private static Throwable stopped(Errors.StopIteration e) {
    return Exceptions.from(new Errors.RuntimeError("coroutine raised StopIteration"), e);
  }

  /** Runs the body, in the runtime's task. */
  private void run() {
    CURRENT.set(this);
    Loop.enter(loop());
    Context.enter(context);
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
      cancelledBy(e);
      super.cancel(null);
    } catch (Errors.KeyboardInterrupt | Errors.SystemExit e) {
      ended = true;
      setException(e);
      loop().abort(e);
    } catch (Errors.StopIteration e) {
      ended = true;
      setException(stopped(e));
    } catch (Throwable e) {
      ended = true;
      setException(e);
    } finally {
      loop().tasks().remove(this);
    }
  }

  /** {@code current_task()}. */
  public static Task<?> current() {
    Task<?> task = CURRENT.get();
    if (task == null) {
      throw new Errors.RuntimeError("no running event loop");
    }
    return task;
  }

  /**
   * Lets the current thread stand for a task: it runs the body of a generator that the task asks.
   */
  static void adopt(@Nullable Task<?> task) {
    CURRENT.set(task);
    if (task != null) {
      Loop.enter(task.loop());
      Context.enter(task.context);
    }
  }

  static @Nullable Task<?> currentOrNull() {
    return CURRENT.get();
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

  /** {@code get_coro()}. */
  public Object body() {
    return body;
  }

  /** {@code get_name()}. */
  public String name() {
    return name;
  }

  /** {@code add_done_callback(callback)}. */
  public void whenDone(Fn1<? super Task<T>, ?> callback) {
    onDone(Py.<Fn1<Future<T>, ?>>cast(callback));
  }

  /** {@code set_name(name)}. */
  public void rename(@Nullable Object given) {
    name = Py.str(given);
  }

  /** {@code get_context()}. */
  public Context context() {
    return context;
  }

  @Override
  String neverRetrieved() {
    return "Task exception was never retrieved";
  }

  @Override
  public String toString() {
    return "<Task " + stateText().replaceFirst("( |$)", " name='" + name + "'$1") + ">";
  }

  @Nullable TaskHandle<?> handle() {
    return handle;
  }
}

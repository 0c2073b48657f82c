package dev.weft.python;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of {@code asyncio}, on the event loop of the runtime. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class Asyncio {
  private Asyncio() {}

  static Duration virtualTime() {
    return Loop.virtualTime();
  }

  /** {@code asyncio.run(main)}. */
  public static <T extends @Nullable Object> T run(Awaitable<T> main) {
    return run(main, null);
  }

  /** {@code asyncio.run(main)}. */
  public static <T extends @Nullable Object> T run(Awaitable<T> main, @Nullable Boolean debug) {
    if (Loop.runningOrNull() != null) {
      throw new Errors.RuntimeError("asyncio.run() cannot be called from a running event loop");
    }
    try (Runner runner = new Runner(debug)) {
      return runner.run(main, null, true);
    }
  }

  static void awaitQuietly(Future<?> t) {
    try {
      t.await();
    } catch (Throwable e) {
      // Its own end; asyncio.run looks at none of them here.
    }
  }

  /** {@code asyncio.create_task(coroutine)}. */
  public static <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine) {
    return createTask(coroutine, null);
  }

  /** {@code asyncio.create_task(coroutine)}. */
  public static <T extends @Nullable Object> Task<T> createTask(
      Awaitable<T> coroutine, @Nullable String name) {
    return Loop.running().createTask(coroutine, name, null);
  }

  /** Anything that is to run as a task, which only a coroutine can. */
  public static Awaitable<Object> coroutine(@Nullable Object value) {
    if (value instanceof Awaitable<?> a && !(value instanceof Future<?>)) {
      return Py.cast(a);
    }
    throw new Errors.TypeError("a coroutine was expected, got " + Py.repr(value));
  }

  /** A delay of unknown type, which {@code sleep} compares with zero. */
  public static double delay(@Nullable Object seconds) {
    return Py.le(seconds, 0L) ? 0 : Numbers.toDouble(seconds);
  }

  /** {@code asyncio.create_task(coroutine, context=context)}. */
  public static <T extends @Nullable Object> Task<T> createTask(
      Awaitable<T> coroutine, @Nullable String name, @Nullable Context context) {
    return Loop.running().createTask(coroutine, name, context);
  }

  /** {@code asyncio.ensure_future(awaitable)}. */
  @SuppressWarnings("unchecked") // A future of T is an awaitable of T.
  public static <T extends @Nullable Object> Future<T> ensureFuture(Awaitable<T> awaitable) {
    return awaitable instanceof Future<?> f
        ? (Future<T>) f
        : Loop.current().createTask(awaitable, null, null);
  }

  /** {@code ensure_future(x)} of anything. */
  public static Future<Object> ensureFuture(@Nullable Object x) {
    if (x instanceof Awaitable<?> awaitable) {
      return ensureFuture(Py.<Awaitable<Object>>cast(awaitable));
    }
    throw new Errors.TypeError("An asyncio.Future, a coroutine or an awaitable is required");
  }

  /**
   * {@code await} of what a method of something unknown gave; some of this library have waited by
   * the time they return.
   */
  public static @Nullable Object awaitResult(@Nullable Object value) {
    return value instanceof Awaitable<?> a
        ? a.await()
        : value instanceof PyObject o && o.has("__await__") ? await(o) : value;
  }

  /** {@code await} of something unknown. */
  public static @Nullable Object await(@Nullable Object value) {
    if (value instanceof PyObject o && o.has("__await__")) {
      Object steps = o.special("__await__");
      return steps instanceof Generator<?> g ? g.drained() : await(steps);
    }
    if (value instanceof Awaitable<?> a) {
      return a.await();
    }
    if (value != null && Dyn.has(value, "__await__")) {
      return await(Dyn.invoke(value, "__await__"));
    }
    if (value instanceof Generator<?> g) {
      return g.drained();
    }
    throw new Errors.TypeError(
        "object " + Py.typeName(value) + " can't be used in 'await' expression");
  }

  /** {@code asyncio.sleep(seconds)}. */
  public static void sleep(double seconds) {
    Task<?> task = Task.current();
    if (seconds <= 0) {
      yieldOnce(task);
      return;
    }
    Future<@Nullable Void> timer = new Future<>();
    AsyncRuntime.Cancellable later =
        Loop.running()
            .later(
                Time.duration(seconds),
                () -> {
                  if (!timer.isDone()) {
                    timer.setResult(null);
                  }
                });
    try {
      timer.await();
    } finally {
      later.cancel();
    }
  }

  private static void yieldOnce(Task<?> task) {
    try {
      task.loop().yieldNow(task);
    } catch (CancellationError e) {
      throw task.cancellation(e);
    }
    task.throwIfCancelled();
  }

  /** {@code asyncio.sleep(seconds, result)}. */
  public static <T extends @Nullable Object> T sleep(double seconds, T result) {
    sleep(seconds);
    return result;
  }

  /** {@code asyncio.to_thread(function)}, and {@code run_in_executor}. */
  public static <T extends @Nullable Object> T toThread(Fn0<? extends T> function) {
    return Asyncio.<T>inThread(function).await();
  }

  /** The same for a function that gives None. */
  public static @Nullable Void toThread(Runnable function) {
    return toThread(Fn0.of(function));
  }

  /** {@code loop.run_in_executor(pool, function)}. */
  public static <T extends @Nullable Object> Future<T> inThread(Fn0<? extends T> function) {
    return Loop.running().workers().start(function);
  }

  /** {@code asyncio.run_coroutine_threadsafe(coroutine, loop)}. */
  public static <T extends @Nullable Object> ThreadFuture<T> fromThread(
      Awaitable<T> coroutine, Loop loop) {
    ThreadFuture<T> result = new ThreadFuture<>();
    loop.callSoon(() -> {
      Future<T> task = Asyncio.<T>ensureFuture(coroutine);
      result.linkTo(loop, task);
      return null;
    });
    return result;
  }

  /** {@code asyncio.wrap_future(future)}. */
  public static <T extends @Nullable Object> Future<T> wrap(ThreadFuture<T> future) {
    return Loop.running().workers().await(future);
  }

  /** {@code asyncio.current_task()}. */
  public static Task<Object> currentTask() {
    return Py.cast(Task.current());
  }

  /** {@code asyncio.all_tasks(loop)}, of the running loop for None. */
  public static Set<Task<Object>> allTasks(@Nullable Loop loop) {
    Loop of = loop == null ? Loop.running() : loop;
    return new PySet<>(Iters.<Task<Object>>cast(of.tasks()));
  }

  /** {@code asyncio.iscoroutinefunction(function)} for what is known only at run time. */
  public static boolean isCoroutineFunction(@Nullable Object function) {
    return false;
  }

  /**
   * Ends an async generator that nothing holds any more, in a task of its own, as CPython does when
   * it finds one.
   */
  public static void closeLater(AsyncGenerator<?> generator) {
    if (!generator.isEnded()) {
      Loop loop = Loop.running();
      loop.callSoon(() -> loop.createTask(Coroutine.of(generator::close), null, null));
    }
  }

  static double time() {
    return Loop.running().time();
  }
}

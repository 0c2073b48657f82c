package dev.weft.python;

import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import dev.weft.runtime.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of {@code asyncio}, on the event loop of the runtime. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class Asyncio {
  private static @Nullable AsyncRuntime runtime;

  private Asyncio() {}

  static AsyncRuntime runtime() {
    AsyncRuntime running = runtime;
    if (running == null) {
      throw new Errors.RuntimeError("no running event loop");
    }
    return running;
  }

  static Duration virtualTime() {
    return runtime == null ? Program.virtualNow() : Program.virtualNow().plus(runtime.now());
  }

  static void advance(Duration by) {
    Program.advance(by);
  }

  /** {@code asyncio.run(main)}. */
  public static <T extends @Nullable Object> T run(Awaitable<? extends T> main) {
    if (runtime != null) {
      throw new Errors.RuntimeError("asyncio.run() cannot be called from a running event loop");
    }
    AsyncRuntime.Builder builder =
        AsyncRuntime.builder()
            .backend(AsyncRuntime.Backend.EVENT_LOOP)
            .failureHandler((what, e) -> Program.err().println(what + ": " + Errors.repr(e)));
    if (Program.isVirtualTime()) {
      builder.clock(VirtualClock.automatic());
    }
    AsyncRuntime mine = builder.build();
    runtime = mine;
    Task.reset();
    Task<T> task = new Task<>(main, null);
    try {
      mine.blockOn(() -> {
        task.run();
        cancelLeftovers(task);
      });
      return task.result();
    } catch (AsyncException.Join | AsyncException.Panic e) {
      throw Errors.raise(e.getCause());
    } finally {
      Program.virtualNow(virtualTime());
      runtime = null;
      mine.close();
    }
  }

  private static void cancelLeftovers(Task<?> main) {
    List<Task<?>> left = new ArrayList<>(Task.all());
    left.remove(main);
    if (left.isEmpty()) {
      return;
    }
    Task<?> cleaner = new Task<>(Coroutine.of(() -> {}), "cleanup");
    Task.adopt(cleaner);
    left.forEach(t -> t.cancel(null));
    for (Task<?> t : left) {
      awaitQuietly(t);
    }
    Task.adopt(main);
  }

  private static void awaitQuietly(Future<?> t) {
    try {
      t.await();
    } catch (Throwable e) {
      // Its own end; asyncio.run looks at none of them here.
    }
  }

  static void callSoon(Runnable callback) {
    runtime().callSoon(callback);
  }

  /** {@code asyncio.create_task(coroutine)}. */
  public static <T extends @Nullable Object> Task<T> createTask(
      Awaitable<T> coroutine, @Nullable String name) {
    Task<T> task = new Task<>(coroutine, name);
    task.start();
    return task;
  }

  /** {@code asyncio.ensure_future(awaitable)}. */
  @SuppressWarnings("unchecked") // A future of T is an awaitable of T.
  public static <T extends @Nullable Object> Future<T> ensureFuture(Awaitable<T> awaitable) {
    return awaitable instanceof Future<?> f ? (Future<T>) f : createTask(awaitable, null);
  }

  /** {@code await} of something unknown. */
  public static @Nullable Object await(@Nullable Object value) {
    if (value instanceof Awaitable<?> a) {
      return a.await();
    }
    throw new Errors.TypeError(
        "object " + Py.typeName(value) + " can't be used in 'await' expression");
  }

  /** {@code asyncio.sleep(seconds)}. */
  public static void sleep(double seconds) {
    Task<?> task = Task.current();
    if (seconds <= 0) {
      Future<@Nullable Void> soon = new Future<>();
      callSoon(() -> {
        if (!soon.isDone()) {
          soon.setResult(null);
        }
      });
      yieldOnce(task);
      return;
    }
    Future<@Nullable Void> timer = new Future<>();
    AsyncRuntime.Cancellable later =
        runtime()
            .callLater(
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
      dev.weft.runtime.Async.yieldNow();
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

  /** {@code asyncio.gather(awaitables)}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static <T extends @Nullable Object> Future<List<T>> gather(
      boolean returnExceptions, Awaitable<? extends T>... awaitables) {
    return gather(returnExceptions, List.of(awaitables));
  }

  /** {@code asyncio.gather(*awaitables)}. */
  public static <T extends @Nullable Object> Future<List<T>> gather(
      boolean returnExceptions, Iterable<? extends Awaitable<? extends T>> awaitables) {
    List<Future<T>> children = new ArrayList<>();
    for (Object each : awaitables) {
      children.add(Asyncio.<T>ensureFuture(Py.<Awaitable<T>>cast(each)));
    }
    GatherFuture<T> outer = new GatherFuture<>(children);
    if (children.isEmpty()) {
      outer.setResult(new PyList<>());
      return outer;
    }
    int[] finished = {0};
    for (Future<T> child : new java.util.LinkedHashSet<>(children)) {
      int times = java.util.Collections.frequency(children, child);
      child.onDone(done -> {
        finished[0] += times;
        if (outer.isDone()) {
          return null;
        }
        if (!returnExceptions) {
          if (done.isCancelled()) {
            outer.setException(new CancellationError(done.cancelMessage()));
            return null;
          }
          if (done.failureOrNull() != null) {
            outer.setException(done.failureOrNull());
            return null;
          }
        }
        if (finished[0] == children.size()) {
          if (outer.cancelRequested) {
            outer.setException(new CancellationError(outer.message));
            return null;
          }
          List<T> results = new PyList<>();
          for (Future<T> c : children) {
            results.add(
                Py.<T>cast(
                    c.isCancelled()
                        ? new CancellationError(c.cancelMessage())
                        : c.failureOrNull() != null ? c.failureOrNull() : c.result()));
          }
          outer.setResult(results);
        }
        return null;
      });
    }
    return outer;
  }

  private static final class GatherFuture<T extends @Nullable Object> extends Future<List<T>> {
    private final List<Future<T>> children;
    private boolean cancelRequested;
    private @Nullable Object message;

    private GatherFuture(List<Future<T>> children) {
      this.children = children;
    }

    @Override
    public boolean cancel(@Nullable Object why) {
      if (isDone()) {
        return false;
      }
      boolean any = false;
      for (Future<T> child : children) {
        any |= child.cancel(why);
      }
      if (any) {
        cancelRequested = true;
        message = why;
      }
      return any;
    }
  }

  /** {@code asyncio.wait_for(awaitable, timeout)}. */
  public static <T extends @Nullable Object> T waitFor(
      Awaitable<T> awaitable, @Nullable Number timeout) {
    if (timeout == null) {
      return awaitable.await();
    }
    if (timeout.doubleValue() <= 0) {
      Future<T> future = ensureFuture(awaitable);
      if (future.isDone()) {
        return future.result();
      }
      future.cancel(null);
      awaitQuietly(future);
      if (future.isCancelled()) {
        throw new Errors.TimeoutError();
      }
      return future.result();
    }
    Timeout scope = new Timeout(timeout.doubleValue(), false);
    scope.enter();
    T value;
    try {
      value = awaitable.await();
    } catch (Throwable e) {
      scope.exit(e);
      throw Errors.raise(e);
    }
    scope.exit(null);
    return value;
  }

  /** {@code asyncio.shield(awaitable)}. */
  public static <T extends @Nullable Object> Future<T> shield(Awaitable<T> awaitable) {
    Future<T> inner = ensureFuture(awaitable);
    if (inner.isDone()) {
      return inner;
    }
    Future<T> outer = new Future<>();
    inner.onDone(done -> {
      if (!outer.isDone()) {
        copy(inner, outer);
      }
      return null;
    });
    return outer;
  }

  private static <T extends @Nullable Object> void copy(Future<T> from, Future<T> to) {
    if (from.isCancelled()) {
      to.cancel(from.cancelMessage());
    } else if (from.failureOrNull() != null) {
      to.setException(from.failureOrNull());
    } else {
      to.setResult(from.result());
    }
  }

  /** {@code asyncio.wait(tasks)}. */
  public static <T extends @Nullable Object> Tuple2<Set<Task<T>>, Set<Task<T>>> wait(
      Iterable<? extends Task<T>> tasks, @Nullable Number timeout, String returnWhen) {
    List<Task<T>> all = new ArrayList<>();
    tasks.forEach(all::add);
    if (all.isEmpty()) {
      throw new Errors.ValueError("Set of Tasks/Futures is empty.");
    }
    Future<@Nullable Void> waiter = new Future<>();
    int[] left = {(int) all.stream().filter(t -> !t.isDone()).count()};
    boolean ready =
        left[0] == 0
            || (returnWhen.equals("FIRST_COMPLETED") && left[0] < all.size())
            || (returnWhen.equals("FIRST_EXCEPTION")
                && all.stream()
                    .anyMatch(t -> t.isDone() && !t.isCancelled() && t.failureOrNull() != null));
    if (!ready) {
      Fn1<Future<T>, @Nullable Void> told =
          f -> {
            left[0]--;
            boolean failed = !f.isCancelled() && f.failureOrNull() != null;
            if ((left[0] <= 0
                    || returnWhen.equals("FIRST_COMPLETED")
                    || (returnWhen.equals("FIRST_EXCEPTION") && failed))
                && !waiter.isDone()) {
              waiter.setResult(null);
            }
            return null;
          };
      all.forEach(t -> t.onDone(told));
      AsyncRuntime.Cancellable later =
          timeout == null
              ? () -> {}
              : runtime()
                  .callLater(
                      Time.duration(timeout.doubleValue()),
                      () -> {
                        if (!waiter.isDone()) {
                          waiter.setResult(null);
                        }
                      });
      try {
        waiter.await();
      } finally {
        later.cancel();
        all.forEach(t -> t.removeCallback(told));
      }
    }
    Set<Task<T>> done = new java.util.LinkedHashSet<>();
    Set<Task<T>> pending = new java.util.LinkedHashSet<>();
    all.forEach(t -> (t.isDone() ? done : pending).add(t));
    return new Tuple2<>(done, pending);
  }

  /** {@code asyncio.as_completed(awaitables)}. */
  public static <T extends @Nullable Object> Iterable<Coroutine<T>> asCompleted(
      Iterable<? extends Awaitable<T>> awaitables, @Nullable Number timeout) {
    Queue<@Nullable Future<T>> done = new Queue<>(0);
    List<Coroutine<T>> all = new PyList<>();
    List<Future<T>> todo = new ArrayList<>();
    for (Awaitable<T> a : awaitables) {
      Future<T> f = ensureFuture(a);
      todo.add(f);
      f.onDone(x -> {
        done.putNow(f);
        return null;
      });
      all.add(
          Coroutine.of(() -> {
            Future<T> next = done.get();
            if (next == null) {
              throw new Errors.TimeoutError();
            }
            return next.result();
          }));
    }
    if (timeout != null) {
      runtime()
          .callLater(
              Time.duration(timeout.doubleValue()),
              () -> todo.stream().filter(f -> !f.isDone()).forEach(f -> done.putNow(null)));
    }
    return all;
  }

  /** {@code asyncio.to_thread(function)}, and {@code run_in_executor}. */
  public static <T extends @Nullable Object> T toThread(Fn0<? extends T> function) {
    Future<T> result = new Future<>();
    AsyncRuntime mine = runtime();
    Thread.ofPlatform()
        .daemon()
        .name("to_thread")
        .start(() -> {
          try {
            T value = function.call();
            mine.callSoon(() -> {
              if (!result.isDone()) {
                result.setResult(value);
              }
            });
          } catch (Throwable e) {
            mine.callSoon(() -> {
              if (!result.isDone()) {
                result.setException(e);
              }
            });
          }
        });
    return result.await();
  }

  /** {@code asyncio.current_task()}. */
  public static Task<?> currentTask() {
    return Task.current();
  }

  /** {@code asyncio.all_tasks()}. */
  public static Set<Task<?>> allTasks() {
    return Task.all();
  }

  /** {@code loop.time()}. */
  public static double time() {
    return Program.isVirtualTime() ? Time.seconds(virtualTime()) : Time.seconds(runtime().now());
  }

  /** {@code loop.call_later(delay, callback)}. */
  public static TimerHandle callLater(double delay, Fn0<?> callback) {
    return Loop.handle(runtime().callLater(Time.duration(Math.max(0, delay)), callback::call));
  }

  /** {@code loop.call_soon(callback)}. */
  public static void callSoon(Fn0<?> callback) {
    runtime().callSoon(callback::call);
  }
}

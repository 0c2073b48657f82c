package dev.weft.python;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of {@code asyncio} that wait for several things, or for a time. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class Gathering {
  private Gathering() {}

  /** {@code asyncio.gather(awaitables)}: the first failure is raised. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static <T extends @Nullable Object> Future<List<T>> gather(
      Awaitable<? extends T>... awaitables) {
    return gather(false, List.of(awaitables));
  }

  /** {@code asyncio.gather(*awaitables)}: the first failure is raised. */
  public static <T extends @Nullable Object> Future<List<T>> gather(
      Iterable<? extends Awaitable<? extends T>> awaitables) {
    return gather(false, awaitables);
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
            outer.setException(done.cancellation());
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
                        ? new CancellationError(c.cancelMessage() == null ? "" : c.cancelMessage())
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
      super(children.isEmpty() ? Loop.current() : children.get(0).loop());
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
      Future<T> future = Asyncio.ensureFuture(awaitable);
      if (future.isDone()) {
        return future.result();
      }
      future.cancel(null);
      Asyncio.awaitQuietly(future);
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
      throw Exceptions.raise(e);
    }
    scope.exit(null);
    return value;
  }

  /** {@code asyncio.shield(awaitable)}. */
  public static <T extends @Nullable Object> Future<T> shield(Awaitable<T> awaitable) {
    Future<T> inner = Asyncio.ensureFuture(awaitable);
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

  /** {@code asyncio.wait(futures)}. */
  public static <F extends Future<?>> Tuple2<Set<F>, Set<F>> wait(
      Iterable<? extends F> futures, @Nullable Number timeout, String returnWhen) {
    List<F> all = new ArrayList<>();
    for (Object each : futures) {
      if (!(each instanceof Future<?>)) {
        throw new Errors.TypeError("Passing coroutines is forbidden, use tasks explicitly.");
      }
      all.add(Py.<F>cast(each));
    }
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
      Fn1<Future<?>, @Nullable Void> told =
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
      all.stream().filter(t -> !t.isDone()).forEach(t -> t.onDone(told));
      AsyncRuntime.Cancellable later =
          timeout == null
              ? () -> {}
              : Loop.running()
                  .later(
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
    Set<F> done = new java.util.LinkedHashSet<>();
    Set<F> pending = new java.util.LinkedHashSet<>();
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
      Future<T> f = Asyncio.ensureFuture(a);
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
      Loop.running()
          .later(
              Time.duration(timeout.doubleValue()),
              () -> todo.stream().filter(f -> !f.isDone()).forEach(f -> done.putNow(null)));
    }
    return all;
  }
}

package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** {@code concurrent.futures.ThreadPoolExecutor}; processes become threads too. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class ThreadPool implements ContextManager<ThreadPool> {
  private final ExecutorService service;

  /** Those that have not ended, for a shutdown that cancels what has not begun. */
  private final Set<ThreadFuture<?>> waiting = ConcurrentHashMap.newKeySet();

  /** What {@code wait()} gives. */
  public record Waited<T extends @Nullable Object>(
      Set<ThreadFuture<T>> done, Set<ThreadFuture<T>> notDone) implements NamedTuple {
    @Override
    public List<Object> values() {
      return Lists.<Object>of(done, notDone);
    }

    /** One of the two. */
    public Set<ThreadFuture<T>> at(long index) {
      return Py.cast(Lists.get(values(), index));
    }

    @Override
    public String repr() {
      return "DoneAndNotDoneFutures(done=" + Py.repr(done) + ", not_done=" + Py.repr(notDone) + ")";
    }
  }

  /** A pool of so many threads. */
  public ThreadPool(@Nullable Long workers, @Nullable String prefix) {
    int threads =
        workers == null ? Runtime.getRuntime().availableProcessors() + 4 : workers.intValue();
    if (threads <= 0) {
      throw new Errors.ValueError("max_workers must be greater than 0");
    }
    AtomicLong number = new AtomicLong();
    service =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              String name = prefix + "_" + number.getAndIncrement();
              Thread thread = new Thread(null, PyThread.named(name, task), name, 16L << 20);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** {@code submit(function)}. */
  public <T extends @Nullable Object> ThreadFuture<T> submit(Fn0<? extends T> work) {
    if (service.isShutdown()) {
      throw new Errors.RuntimeError("cannot schedule new futures after shutdown");
    }
    ThreadFuture<T> future = new ThreadFuture<>();
    waiting.add(future);
    future.onEnd(() -> waiting.remove(future));
    service.execute(() -> future.run(work));
    return future;
  }

  /** The same for a function that gives None. */
  public ThreadFuture<@Nullable Void> submit(Runnable work) {
    return submit(Fn0.of(work));
  }

  /** {@code map(function, items)}. */
  public <A extends @Nullable Object, T extends @Nullable Object> Iterable<T> map(
      Fn1<? super A, ? extends T> function, Iterable<? extends A> items, @Nullable Number timeout) {
    List<ThreadFuture<T>> all = new ArrayList<>();
    for (A item : items) {
      all.add(this.<T>submit(() -> function.call(item)));
    }
    long end = deadline(timeout);
    return Iters.<ThreadFuture<T>, T>map(f -> f.result(timeout == null ? null : left(end)), all);
  }

  /** {@code map(function, items, others)}. */
  public <A extends @Nullable Object, B extends @Nullable Object, T extends @Nullable Object>
      Iterable<T> map(
          Fn2<? super A, ? super B, ? extends T> function,
          Iterable<? extends A> items,
          Iterable<? extends B> others) {
    List<ThreadFuture<T>> all = new ArrayList<>();
    java.util.Iterator<? extends B> second = others.iterator();
    for (A item : items) {
      if (!second.hasNext()) {
        break;
      }
      B other = second.next();
      all.add(this.<T>submit(() -> function.call(item, other)));
    }
    return Iters.<ThreadFuture<T>, T>map(f -> f.result(null), all);
  }

  private static long deadline(@Nullable Number timeout) {
    return timeout == null ? 0 : System.nanoTime() + (long) (timeout.doubleValue() * 1e9);
  }

  private static double left(long deadline) {
    return Math.max(0, deadline - System.nanoTime()) / 1e9;
  }

  /** {@code loop.run_in_executor(pool, function)}. */
  public static <T extends @Nullable Object> Future<T> run(
      @Nullable ThreadPool pool, Fn0<? extends T> work) {
    Workers workers = Loop.current().workers();
    return pool == null ? workers.start(work) : workers.start(work, pool.service);
  }

  /** The same for a function that gives None. */
  public static Future<@Nullable Void> run(@Nullable ThreadPool pool, Runnable work) {
    return run(pool, Fn0.of(work));
  }

  /** {@code shutdown(wait, cancel_futures=)}. */
  public void shutdown(boolean wait, boolean cancels) {
    service.shutdown();
    if (cancels) {
      waiting.forEach(ThreadFuture::cancel);
    }
    shutdown(wait);
  }

  /** {@code shutdown(wait)}. */
  public void shutdown(boolean wait) {
    service.shutdown();
    if (wait && Loop.runningOrNull() == null) {
      try {
        service.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        throw new Errors.KeyboardInterrupt();
      }
    }
  }

  /** {@code concurrent.futures.as_completed(futures)}. */
  public static <T extends @Nullable Object> Iterable<ThreadFuture<T>> asCompleted(
      Iterable<ThreadFuture<T>> futures) {
    return asCompleted(futures, null);
  }

  /** {@code concurrent.futures.as_completed(futures, timeout)}. */
  public static <T extends @Nullable Object> Iterable<ThreadFuture<T>> asCompleted(
      Iterable<ThreadFuture<T>> futures, @Nullable Number timeout) {
    long end = deadline(timeout);
    LinkedBlockingQueue<ThreadFuture<T>> ended = new LinkedBlockingQueue<>();
    int[] left = {0};
    for (ThreadFuture<T> future : futures) {
      left[0]++;
      future.onEnd(() -> ended.add(future));
    }
    int count = left[0];
    return Iters.iter(() ->
        Iters.<ThreadFuture<T>>fromNext(() -> {
          if (left[0]-- == 0) {
            throw new Errors.StopIteration();
          }
          try {
            ThreadFuture<T> next =
                timeout == null
                    ? ended.take()
                    : ended.poll((long) (left(end) * 1e9), TimeUnit.NANOSECONDS);
            if (next == null) {
              int open = left[0] + 1;
              throw new Errors.TimeoutError(open + " (of " + count + ") futures unfinished");
            }
            return next;
          } catch (InterruptedException e) {
            throw new Errors.KeyboardInterrupt();
          }
        }));
  }

  /** {@code concurrent.futures.wait(futures, timeout, return_when)}. */
  public static <T extends @Nullable Object> Waited<T> waitFor(
      Iterable<ThreadFuture<T>> futures, @Nullable Number timeout, String until) {
    Set<ThreadFuture<T>> left = new PySet<>();
    futures.forEach(left::add);
    LinkedBlockingQueue<ThreadFuture<T>> ended = new LinkedBlockingQueue<>();
    left.forEach(future -> future.onEnd(() -> ended.add(future)));
    long deadline =
        timeout == null
            ? Long.MAX_VALUE
            : System.nanoTime() + (long) (timeout.doubleValue() * 1_000_000_000);
    Set<ThreadFuture<T>> done = new PySet<>();
    try {
      while (!left.isEmpty()) {
        ThreadFuture<T> next =
            timeout == null
                ? ended.take()
                : ended.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) {
          break;
        }
        left.remove(next);
        done.add(next);
        boolean failed = !next.isCancelled() && next.exception(null) != null;
        boolean enough =
            until.equals("FIRST_COMPLETED") || (until.equals("FIRST_EXCEPTION") && failed);
        if (enough && ended.isEmpty()) {
          break;
        }
      }
    } catch (InterruptedException e) {
      throw new Errors.KeyboardInterrupt();
    }
    return new Waited<>(done, left);
  }

  @Override
  public ThreadPool enter() {
    return this;
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    shutdown(true);
    return false;
  }
}

package dev.weft.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Waiting for several tasks. Each wait stands on callbacks of the tasks, which on the event loop
 * take the same turns of the ready queue as asyncio's {@code gather}, {@code wait} and {@code
 * as_completed}.
 */
final class Combining {
  private Combining() {}

  /** One wait for several tasks to return. */
  private static final class Gathering {
    private final boolean stopAtFailure;
    private final Set<TaskHandle<?>> running = new LinkedHashSet<>();
    private final Waiter end;

    // Guarded by this.
    private @Nullable TaskHandle<?> firstFailed;
    private int left;
    private @Nullable CancellationError cancelled;

    Gathering(Task<?> owner, Collection<? extends TaskHandle<?>> tasks, boolean stopAtFailure) {
      this.stopAtFailure = stopAtFailure;
      this.end = Waiter.of(owner, "gather");
      for (TaskHandle<?> task : new LinkedHashSet<>(tasks)) {
        if (!task.isFinished()) {
          running.add(task);
        } else if (firstFailed == null && hasNotReturned(task)) {
          firstFailed = task;
        }
      }
      left = running.size();
    }

    /**
     * Waits; throws the cancellation of the wait, if the tasks did not answer it with a failure.
     */
    void await() {
      if (left > 0 && (firstFailed == null || !stopAtFailure)) {
        end.forwardTo(this::abortAll);
        running.forEach(task -> task.onDone(this::ended));
        end.await();
      }
      synchronized (this) {
        boolean failed =
            firstFailed != null
                && stopAtFailure
                && firstFailed.outcome().orElseThrow() instanceof Outcome.Failure;
        if (cancelled != null && !failed) {
          throw cancelled;
        }
      }
    }

    private boolean abortAll(@Nullable Object reason) {
      boolean any = false;
      for (TaskHandle<?> task : running) {
        any |= task.abort(reason);
      }
      synchronized (this) {
        cancelled = any ? new CancellationError(reason) : cancelled;
      }
      return any;
    }

    private void ended(TaskHandle<?> task) {
      boolean enough;
      synchronized (this) {
        boolean failed = hasNotReturned(task);
        if (failed && firstFailed == null) {
          firstFailed = task;
        }
        enough = --left == 0 || (stopAtFailure && failed);
      }
      if (enough) {
        end.resume();
      }
    }

    synchronized void rethrowFirstFailure() {
      if (firstFailed != null) {
        firstFailed.await();
      }
    }
  }

  private static boolean hasNotReturned(TaskHandle<?> task) {
    return task.outcome().filter(outcome -> !(outcome instanceof Outcome.Success)).isPresent();
  }

  /** The values, in the order of the tasks; throws what the first to fail threw. */
  static <T extends @Nullable Object> List<T> gatherValues(
      Task<?> owner, Collection<? extends TaskHandle<? extends T>> tasks) {
    Gathering gathering = new Gathering(owner, tasks, true);
    gathering.await();
    gathering.rethrowFirstFailure();
    List<T> values = new ArrayList<>(tasks.size());
    for (TaskHandle<? extends T> task : tasks) {
      values.add(task.await());
    }
    return values;
  }

  @SuppressWarnings("unchecked") // An outcome gives values and takes none.
  static <T extends @Nullable Object> List<Outcome<T>> gatherOutcomes(
      Task<?> owner, Collection<? extends TaskHandle<? extends T>> tasks) {
    new Gathering(owner, tasks, false).await();
    List<Outcome<T>> outcomes = new ArrayList<>(tasks.size());
    for (TaskHandle<? extends T> task : tasks) {
      outcomes.add((Outcome<T>) task.outcome().orElseThrow());
    }
    return List.copyOf(outcomes);
  }

  static <T extends @Nullable Object> Waited<T> waitUntil(
      Task<?> owner,
      Until until,
      Collection<? extends TaskHandle<T>> tasks,
      @Nullable Duration limit) {
    Set<TaskHandle<T>> distinct = new LinkedHashSet<>(tasks);
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException("there is no task to wait for: give at least one");
    }
    Waiter w = Waiter.of(owner, "wait");
    AtomicInteger left = new AtomicInteger(distinct.size());
    AtomicBoolean watching = new AtomicBoolean(true);
    for (TaskHandle<T> task : distinct) {
      task.onDone(ended -> {
        if (watching.get() && (left.decrementAndGet() == 0 || isEnough(until, ended))) {
          w.resume();
        }
      });
    }
    AsyncRuntime.Cancellable timer =
        limit == null ? () -> {} : owner.runtime.startDeadline(limit, w::resume);
    try {
      w.await();
    } finally {
      watching.set(false);
      timer.cancel();
    }
    List<TaskHandle<T>> done = new ArrayList<>();
    List<TaskHandle<T>> pending = new ArrayList<>();
    for (TaskHandle<T> task : distinct) {
      (task.isFinished() ? done : pending).add(task);
    }
    return new Waited<>(done, pending);
  }

  private static boolean isEnough(Until until, TaskHandle<?> ended) {
    return switch (until) {
      case FIRST_COMPLETED -> true;
      case FIRST_EXCEPTION -> ended.outcome().orElseThrow() instanceof Outcome.Failure;
      case ALL_COMPLETED -> false;
    };
  }

  static <T extends @Nullable Object> Iterable<TaskHandle<T>> asCompleted(
      Collection<? extends TaskHandle<T>> tasks) {
    Set<TaskHandle<T>> distinct = new LinkedHashSet<>(tasks);
    Channel<TaskHandle<T>> ended = Channel.unbounded();
    distinct.forEach(task -> task.onDone(done -> ended.trySend(task)));
    return () ->
        new Iterator<>() {
          private int left = distinct.size();

          @Override
          public boolean hasNext() {
            return left > 0;
          }

          @Override
          public TaskHandle<T> next() {
            if (left == 0) {
              throw new NoSuchElementException("all " + distinct.size() + " tasks have come");
            }
            TaskHandle<T> next = ended.receive();
            left--;
            return next;
          }
        };
  }

  /** The value of the first body to return; the others are cancelled and awaited. */
  static <T extends @Nullable Object> T race(
      Task<?> owner, Collection<? extends AsyncCall<? extends T, ?>> bodies) {
    if (bodies.isEmpty()) {
      throw new IllegalArgumentException("there is nobody to race: give at least one body");
    }
    Children racers = new Children(owner.runtime);
    Channel<TaskHandle<T>> ended = Channel.unbounded();
    List<AsyncException> failures = new ArrayList<>();
    int left = 0;
    try {
      for (AsyncCall<? extends T, ?> body : bodies) {
        TaskHandle<T> racer = owner.runtime.start(racers, null, body);
        racer.onDone(done -> ended.trySend(racer));
        left++;
      }
      for (; left > 0; left--) {
        TaskHandle<T> first = ended.receive();
        try {
          return first.await();
        } catch (AsyncException e) {
          failures.add(e);
        }
      }
    } finally {
      racers.abort("another has won the race");
      CancellationError cancelled = racers.join(owner);
      if (cancelled != null) {
        owner.redeliver(cancelled);
      }
    }
    AsyncException failure = failures.removeFirst();
    failures.forEach(failure::addSuppressed);
    throw failure;
  }

  /** Runs a body out of reach of the cancellation of its caller. */
  static <T extends @Nullable Object> T shield(Task<?> owner, AsyncCall<? extends T, ?> body) {
    Children own = new Children(owner.runtime);
    TaskHandle<T> shielded = owner.runtime.start(own, owner.name() + ".shield", body);
    CancellationError cancelled = null;
    while (!shielded.isFinished()) {
      try {
        ((Task<T>) shielded).awaitEnd();
      } catch (CancellationError e) {
        cancelled = e;
      }
    }
    if (cancelled != null) {
      owner.redeliver(cancelled);
    }
    return shielded.await();
  }
}

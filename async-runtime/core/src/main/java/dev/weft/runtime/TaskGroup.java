package dev.weft.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that live and die together; see {@link Async#group}. The group's tasks may start further
 * tasks in it. Thread-safe.
 *
 * <p>The protocol is that of {@code asyncio.TaskGroup}.
 */
public final class TaskGroup {

  /**
   * What runs with a group.
   *
   * @param <T> what it returns
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Body<T extends @Nullable Object, X extends Throwable> {
    /** Runs with the group. */
    T run(TaskGroup group) throws X;
  }

  /**
   * What runs with a group and returns nothing.
   *
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Action<X extends Throwable> {
    /** Runs with the group. */
    void run(TaskGroup group) throws X;
  }

  private final Task<?> owner;
  private final Children members;
  private final int requestsBefore;

  // Guarded by this.
  private final List<TaskHandle<?>> failed = new ArrayList<>();
  private int running;
  private boolean aborting;
  private boolean ownerCancelDecided;
  private boolean ownerCancelRequested;
  private boolean requestTakenBack;
  private @Nullable Waiter emptyWaiter;

  /** What {@link #start} threw because the group was being cancelled. */
  private AsyncException.@Nullable Spawn refusal;

  private TaskGroup(Task<?> owner) {
    this.owner = owner;
    this.members = new Children(owner.runtime);
    this.requestsBefore = owner.cancelRequests();
  }

  static <T extends @Nullable Object, X extends Throwable> T run(
      Task<?> owner, Body<? extends T, X> body) throws X {
    TaskGroup group = new TaskGroup(owner);
    group.members.outer = owner.groups;
    owner.groups = group.members;
    try {
      return group.run(body);
    } finally {
      owner.groups = group.members.outer;
    }
  }

  private <T extends @Nullable Object, X extends Throwable> T run(Body<? extends T, X> body)
      throws X {
    T result;
    try {
      result = body.run(this);
    } catch (Throwable failure) {
      leaveFailed(failure);
      throw failure;
    }
    leave(null);
    return result;
  }

  /**
   * Starts a task in the group.
   *
   * @throws AsyncException.Spawn if the group has ended or is being cancelled
   */
  public <T extends @Nullable Object> TaskHandle<T> spawn(AsyncCall<? extends T, ?> body) {
    return start(null, body);
  }

  /** {@link #spawn(AsyncCall)} for a body without a value. */
  public TaskHandle<@Nullable Void> spawn(AsyncAction<?> body) {
    return spawn(Bodies.call(body));
  }

  /** {@link #spawn(AsyncCall)} with a name for dumps and errors. */
  public <T extends @Nullable Object> TaskHandle<T> spawn(
      String name, AsyncCall<? extends T, ?> body) {
    return start(Objects.requireNonNull(name), body);
  }

  /** {@link #spawn(String, AsyncCall)} for a body without a value. */
  public TaskHandle<@Nullable Void> spawn(String name, AsyncAction<?> body) {
    return spawn(name, Bodies.call(body));
  }

  /** Asks all tasks of the group to end, without that being a failure of the group. */
  public void abort() {
    startAborting("the group was aborted");
  }

  private <T extends @Nullable Object> TaskHandle<T> start(
      @Nullable String name, AsyncCall<? extends T, ?> body) {
    synchronized (this) {
      if (aborting) {
        refusal =
            new AsyncException.Spawn(
                "no task was started: the group of %s is being cancelled".formatted(owner), null);
        throw refusal;
      }
      running++;
    }
    TaskHandle<T> task;
    try {
      task = owner.runtime.start(members, name, body);
    } catch (AsyncException.Spawn e) {
      ended(null);
      throw e;
    }
    task.onDone(this::ended);
    abortIfLate(task);
    return task;
  }

  /** The group may have begun to cancel its tasks, in another thread, before this was one. */
  private void abortIfLate(TaskHandle<?> task) {
    boolean late;
    synchronized (this) {
      late = aborting;
    }
    if (late) {
      task.abort("the group was being cancelled");
    }
  }

  private void ended(@Nullable TaskHandle<?> task) {
    boolean failure = task != null && task.outcome().orElse(null) instanceof Outcome.Failure<?>;
    boolean first = false;
    Waiter empty = null;
    synchronized (this) {
      if (failure && task != null) {
        failed.add(task);
        first = !aborting && !ownerCancelDecided;
        ownerCancelDecided |= first;
      }
    }
    if (first && task != null) {
      startAborting(task.name() + " failed");
      owner.abort("the task group failed: " + task.name());
      synchronized (this) {
        // Not before, since the owner may be about to take back what it finds requested.
        ownerCancelRequested = true;
      }
    }
    synchronized (this) {
      if (--running == 0) {
        empty = emptyWaiter;
        emptyWaiter = null;
      }
    }
    if (empty != null) {
      empty.resume();
    }
  }

  /** Once, since a second request would break off the cleanup that the first has set going. */
  private void startAborting(Object reason) {
    synchronized (this) {
      if (aborting) {
        return;
      }
      aborting = true;
    }
    members.abort(reason);
  }

  /**
   * Waits for the tasks; throws what the group comes to, unless that is {@code cancelled} itself.
   */
  private void leave(@Nullable CancellationError cancelled) {
    CancellationError outer = takeBackOwnRequest() ? null : cancelled;
    CancellationError last = null;
    for (; ; ) {
      Waiter w;
      synchronized (this) {
        if (running == 0) {
          break;
        }
        // Not the owner's where a generator with a group in it is closed by another task.
        w = Waiter.here("group");
        emptyWaiter = w;
      }
      try {
        w.await();
      } catch (CancellationError e) {
        boolean own;
        synchronized (this) {
          own = aborting;
        }
        last = e;
        if (!own) {
          outer = e;
          startAborting(e.reason() == null ? "the group's owner was cancelled" : e.reason());
        }
      }
    }
    members.close();
    takeBackOwnRequest();
    if (outer == null && owner.cancelRequests() > requestsBefore) {
      // Somebody else asked the owner to end while the group was ending already.
      outer = last;
    }
    Throwable failure = failure();
    if (failure != null) {
      throw sneaky(failure);
    }
    if (outer != null && outer != cancelled) {
      throw outer;
    }
  }

  /**
   * The body threw: waits for the tasks, and adds their failures to it or throws them in its place.
   */
  private void leaveFailed(Throwable bodyFailure) {
    boolean cancelled = bodyFailure instanceof CancellationError;
    boolean refused;
    synchronized (this) {
      refused = bodyFailure == refusal;
    }
    startAborting("the body of the group failed: " + bodyFailure);
    if (cancelled) {
      leave((CancellationError) bodyFailure);
      return;
    }
    if (refused) {
      // A consequence of what the group comes to, which is what matters.
      leave(null);
      return;
    }
    try {
      leave(null);
    } catch (AsyncException | CancellationError e) {
      bodyFailure.addSuppressed(e);
    }
  }

  private static RuntimeException sneaky(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  private synchronized boolean takeBackOwnRequest() {
    if (!ownerCancelRequested || requestTakenBack) {
      return false;
    }
    requestTakenBack = true;
    return owner.uncancel() == 0;
  }

  private synchronized @Nullable Throwable failure() {
    Throwable first = null;
    for (TaskHandle<?> task : failed) {
      try {
        task.await();
      } catch (AsyncException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    return first;
  }
}

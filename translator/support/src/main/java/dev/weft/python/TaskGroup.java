package dev.weft.python;

import dev.weft.runtime.CancellationError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.TaskGroup}. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class TaskGroup implements ContextManager<TaskGroup> {
  private final Set<Task<?>> tasks = new LinkedHashSet<>();
  private final List<Throwable> errors = new ArrayList<>();
  private @Nullable Task<?> parent;
  private boolean parentCancelRequested;
  private boolean exiting;
  private boolean aborting;
  private @Nullable Future<@Nullable Void> empty;

  /** A group that has not begun. */
  public TaskGroup() {}

  @Override
  public TaskGroup enter() {
    parent = Task.current();
    return this;
  }

  /** {@code create_task(coroutine)}. */
  public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine) {
    return createTask(coroutine, null);
  }

  /** {@code create_task(coroutine)}. */
  public <T extends @Nullable Object> Task<T> createTask(
      Awaitable<T> coroutine, @Nullable String name) {
    if (parent == null) {
      throw new Errors.RuntimeError("TaskGroup has not been entered");
    }
    if (exiting && tasks.isEmpty()) {
      throw new Errors.RuntimeError("TaskGroup " + this + " is finished");
    }
    if (aborting) {
      throw new Errors.RuntimeError("TaskGroup " + this + " is shutting down");
    }
    Task<T> task = Asyncio.createTask(coroutine, name);
    tasks.add(task);
    task.onDone(this::ended);
    return task;
  }

  private @Nullable Void ended(Future<?> task) {
    tasks.remove(task);
    if (empty != null && tasks.isEmpty() && !empty.isDone()) {
      empty.setResult(null);
    }
    Throwable failure = task.failureOrNull();
    if (failure != null) {
      errors.add(failure);
      if (!aborting && !parentCancelRequested && parent != null && !parent.isDone()) {
        abort();
        parentCancelRequested = true;
        parent.cancel(null);
      }
    }
    return null;
  }

  private void abort() {
    aborting = true;
    new ArrayList<>(tasks).forEach(t -> t.cancel(null));
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    exiting = true;
    Task<?> owner = java.util.Objects.requireNonNull(parent);
    CancellationError cancelled = raised instanceof CancellationError c ? c : null;
    boolean propagate = cancelled != null;
    if (parentCancelRequested && owner.uncancel() == 0) {
      propagate = false;
    }
    if (raised != null && !aborting) {
      abort();
    }
    while (!tasks.isEmpty()) {
      Future<@Nullable Void> waiter = new Future<>();
      empty = waiter;
      try {
        waiter.await();
      } catch (CancellationError e) {
        if (!aborting) {
          cancelled = e;
          propagate = true;
          abort();
        }
      }
      empty = null;
    }
    if (propagate && errors.isEmpty()) {
      if (raised instanceof CancellationError) {
        return false;
      }
      throw java.util.Objects.requireNonNull(cancelled);
    }
    if (raised != null && !(raised instanceof CancellationError)) {
      errors.add(raised);
    }
    if (!errors.isEmpty()) {
      throw new Errors.ExceptionGroup("unhandled errors in a TaskGroup", errors);
    }
    return raised instanceof CancellationError && !propagate;
  }

  @Override
  public String toString() {
    return "<TaskGroup"
        + (parent == null ? "" : " entered")
        + (tasks.isEmpty() ? "" : " tasks=" + tasks.size())
        + (errors.isEmpty() ? "" : " errors=" + errors.size())
        + (aborting ? " cancelling" : "")
        + ">";
  }
}

package dev.weft.runtime;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A variable with a value of its own in each task, by the rules of Python's {@code contextvars}: a
 * spawned task starts with a copy of the values of the task that spawned it, and what either sets
 * later the other does not see; an ordinary call shares its caller's. The copy costs nothing until
 * somebody sets a value.
 *
 * {@snippet :
 * static final TaskLocal<String> REQUEST = TaskLocal.named("request");
 *
 * REQUEST.set("r-17");
 * Async.spawn(() -> log(REQUEST.get()));   // r-17
 * }
 *
 * <p>Only the current task's values can be reached, so no synchronization is needed. None of the
 * methods suspends.
 *
 * @param <T> the values, never null
 */
public final class TaskLocal<T> {
  private final String name;

  private TaskLocal(String name) {
    this.name = name;
  }

  /** A variable without a value. The name is for errors; two of one name are two variables. */
  public static <T> TaskLocal<T> named(String name) {
    return new TaskLocal<>(name);
  }

  /**
   * The value in the current task.
   *
   * @throws AsyncException.Runtime if it has none, or outside a task
   */
  public T get() {
    return find()
        .orElseThrow(() ->
            new AsyncException.Runtime(
                "the task-local '%s' has no value in %s: set one, or use find()"
                    .formatted(name, Task.require("TaskLocal.get"))));
  }

  /** The value in the current task; empty where it has none. */
  @SuppressWarnings("unchecked") // Only set puts values, of this type.
  public Optional<T> find() {
    return Optional.ofNullable((T) Task.require("TaskLocal.find").locals.get(this));
  }

  /**
   * The values that the current task has now, of all task-locals; for code that hands them on to
   * something that is no task. Never changes.
   *
   * @throws AsyncException.Runtime outside a task
   */
  public static Map<TaskLocal<?>, Object> values() {
    return Collections.unmodifiableMap(Task.require("TaskLocal.values").locals);
  }

  /** Sets the value in the current task, and for the tasks that it spawns from now on. */
  public void set(T value) {
    replace(Task.require("TaskLocal.set"), value);
  }

  /** Takes the value away from the current task. */
  public void clear() {
    replace(Task.require("TaskLocal.clear"), null);
  }

  /**
   * Runs a body with a value, and restores what was before.
   *
   * @throws X what the body throws
   */
  public <R extends @Nullable Object, X extends Throwable> R where(
      T value, AsyncCall<? extends R, X> body) throws X {
    Task<?> task = Task.require("TaskLocal.where");
    Object before = task.locals.get(this);
    replace(task, value);
    try {
      return body.run();
    } finally {
      replace(task, before);
    }
  }

  /** {@link #where(Object, AsyncCall)} for a body without a value. */
  public <X extends Throwable> void where(T value, AsyncAction<X> body) throws X {
    this.<@Nullable Void, X>where(value, Bodies.call(body));
  }

  private void replace(Task<?> task, @Nullable Object value) {
    Map<TaskLocal<?>, Object> values = new HashMap<>(task.locals);
    if (value == null) {
      values.remove(this);
    } else {
      values.put(this, value);
    }
    task.locals = values;
  }

  @Override
  public String toString() {
    return "task-local '" + name + "'";
  }
}

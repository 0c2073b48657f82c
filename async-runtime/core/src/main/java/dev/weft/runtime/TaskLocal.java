package dev.weft.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A variable with a value of its own in each task, by the rules of Python's {@code contextvars}: a
 * spawned task starts with a copy of the values of the task that spawned it, and what either sets
 * later the other does not see; so does a callback of {@link AsyncRuntime#callSoon} or {@link
 * AsyncRuntime#callLater}. An ordinary call shares its caller's. The copy costs nothing until
 * somebody sets a value.
 *
 * {@snippet :
 * static final TaskLocal<String> REQUEST = TaskLocal.named("request");
 *
 * REQUEST.set("r-17");
 * Async.spawn(() -> log(REQUEST.get()));   // r-17
 * }
 *
 * <p>Only the values of the current task or callback can be reached, so no synchronization is
 * needed. None of the methods suspends.
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
                "%s has no value in %s: set one, or use find()".formatted(this, owner())));
  }

  /** The value in the current task; empty where it has none. */
  @SuppressWarnings("unchecked") // Only set puts values, of this type.
  public Optional<T> find() {
    return Optional.ofNullable((T) TaskLocals.require("TaskLocal.find").get(this));
  }

  private static String owner() {
    Task<?> task = Task.current();
    return task == null ? "the callback" : task.toString();
  }

  /** Sets the value in the current task, and for the tasks that it spawns from now on. */
  public void set(T value) {
    TaskLocals.require("TaskLocal.set").put(this, value);
  }

  /** Takes the value away from the current task. */
  public void clear() {
    TaskLocals.require("TaskLocal.clear").put(this, null);
  }

  /**
   * Runs a body with a value, and restores what was before.
   *
   * @throws X what the body throws
   */
  public <R extends @Nullable Object, X extends Throwable> R where(
      T value, AsyncCall<? extends R, X> body) throws X {
    TaskLocals mine = TaskLocals.require("TaskLocal.where");
    Object before = mine.get(this);
    mine.put(this, value);
    try {
      return body.run();
    } finally {
      mine.put(this, before);
    }
  }

  /** {@link #where(Object, AsyncCall)} for a body without a value. */
  public <X extends Throwable> void where(T value, AsyncAction<X> body) throws X {
    this.<@Nullable Void, X>where(value, Bodies.call(body));
  }

  @Override
  public String toString() {
    return "task-local '" + name + "'";
  }
}

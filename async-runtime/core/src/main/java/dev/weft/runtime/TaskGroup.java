package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Tasks that live and die together; see {@link Async#group}. The group's tasks may start further
 * tasks in it. Thread-safe.
 */
public final class TaskGroup {
  private TaskGroup() {}

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
   * Starts a task in the group.
   *
   * @throws AsyncException.Spawn if the group has ended or is being cancelled
   */
  public <T extends @Nullable Object> TaskHandle<T> spawn(AsyncCall<? extends T, ?> body) {
    throw new UnsupportedOperationException();
  }

  /** {@link #spawn(AsyncCall)} for a body without a value. */
  public TaskHandle<@Nullable Void> spawn(AsyncAction<?> body) {
    return spawn(Bodies.call(body));
  }

  /** {@link #spawn(AsyncCall)} with a name for dumps and errors. */
  public <T extends @Nullable Object> TaskHandle<T> spawn(
      String name, AsyncCall<? extends T, ?> body) {
    throw new UnsupportedOperationException();
  }
}

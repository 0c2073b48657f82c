package dev.weft.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The values of a task's, or a callback's, task-locals; used by the thread that runs it. */
final class TaskLocals {
  /** Those of a callback that was set by somebody who had some. */
  private static final ScopedValue<TaskLocals> OF_CALLBACK = ScopedValue.newInstance();

  /** Never changed once set, so that it can be shared. */
  private Map<TaskLocal<?>, Object> values;

  private TaskLocals(Map<TaskLocal<?>, Object> values) {
    this.values = values;
  }

  /** A copy of the caller's. */
  static TaskLocals copy() {
    TaskLocals mine = current();
    return new TaskLocals(mine == null ? Map.of() : mine.values);
  }

  /** Those of the current task or callback; null outside. */
  static @Nullable TaskLocals current() {
    Task<?> task = Task.current();
    if (task != null) {
      return task.locals;
    }
    return OF_CALLBACK.isBound() ? OF_CALLBACK.get() : null;
  }

  /** {@link #current} for a verb that needs some. */
  static TaskLocals require(String verb) {
    TaskLocals mine = current();
    return mine != null ? mine : Task.require(verb).locals;
  }

  /** A callback that sees a copy of the values that its maker has now, if there are any. */
  static Runnable bind(Runnable callback) {
    TaskLocals mine = current();
    if (mine == null || mine.values.isEmpty()) {
      return callback;
    }
    Map<TaskLocal<?>, Object> now = mine.values;
    return () -> ScopedValue.where(OF_CALLBACK, new TaskLocals(now)).run(callback);
  }

  /** The same for a callback that is given something. */
  static <A> Consumer<A> bind(Consumer<A> callback) {
    TaskLocals mine = current();
    if (mine == null || mine.values.isEmpty()) {
      return callback;
    }
    Map<TaskLocal<?>, Object> now = mine.values;
    return given ->
        ScopedValue.where(OF_CALLBACK, new TaskLocals(now)).run(() -> callback.accept(given));
  }

  @Nullable Object get(TaskLocal<?> variable) {
    return values.get(variable);
  }

  /** Sets a value; null takes it away. */
  void put(TaskLocal<?> variable, @Nullable Object value) {
    Map<TaskLocal<?>, Object> changed = new HashMap<>(values);
    if (value == null) {
      changed.remove(variable);
    } else {
      changed.put(variable, value);
    }
    values = changed;
  }
}

package dev.weft.runtime.reactor;

import dev.weft.runtime.Async;
import dev.weft.runtime.TaskLocal;
import io.micrometer.context.ThreadLocalAccessor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task-local as something that Micrometer's context-propagation captures and restores, under a
 * key of one's own. Needs {@code io.micrometer:context-propagation}.
 *
 * {@snippet :
 * ContextRegistry.getInstance().registerThreadLocalAccessor(TaskLocalAccessor.of("request", REQUEST));
 * }
 *
 * <p>Between publishers and tasks, task-locals cross without this; it is for libraries that look
 * for a key. In a thread that is no task there is nothing to set, and setting does nothing.
 *
 * @param <T> the values
 */
@SuppressWarnings(
    "exports") // The library is optional, also to those who compile against this module.
public final class TaskLocalAccessor<T> implements ThreadLocalAccessor<T> {
  private final Object key;
  private final TaskLocal<T> local;

  private TaskLocalAccessor(Object key, TaskLocal<T> local) {
    this.key = Objects.requireNonNull(key);
    this.local = Objects.requireNonNull(local);
  }

  /** An accessor for a task-local. */
  public static <T> TaskLocalAccessor<T> of(Object key, TaskLocal<T> local) {
    return new TaskLocalAccessor<>(key, local);
  }

  @Override
  public Object key() {
    return key;
  }

  @Override
  public @Nullable T getValue() {
    return Async.currentTask().isPresent() ? local.find().orElse(null) : null;
  }

  @Override
  public void setValue(T value) {
    if (Async.currentTask().isPresent()) {
      local.set(value);
    }
  }

  @Override
  public void setValue() {
    if (Async.currentTask().isPresent()) {
      local.clear();
    }
  }
}

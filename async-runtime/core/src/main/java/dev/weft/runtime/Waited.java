package dev.weft.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Async#waitUntil} found, each part in the order of the tasks that were given.
 *
 * @param done the tasks that have ended
 * @param pending those that have not
 */
public record Waited<T extends @Nullable Object>(
    List<TaskHandle<T>> done, List<TaskHandle<T>> pending) {

  /** Copies the lists. */
  public Waited {
    done = List.copyOf(done);
    pending = List.copyOf(pending);
  }
}

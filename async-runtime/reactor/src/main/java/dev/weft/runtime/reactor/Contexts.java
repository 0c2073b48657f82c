package dev.weft.runtime.reactor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncCall;
import dev.weft.runtime.TaskLocal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Carries context between Reactor and tasks. */
final class Contexts {
  /** The context of the subscriber for which a task works. */
  static final TaskLocal<ContextView> CURRENT = TaskLocal.named("reactor context");

  private static final boolean HAS_PROPAGATION = hasPropagation();

  private Contexts() {}

  private static boolean hasPropagation() {
    try {
      Class.forName("io.micrometer.context.ContextSnapshotFactory");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** What a publisher sees that the current task, or thread, subscribes to. */
  static Context forSubscription(Cleanups cleanups) {
    Map<Object, Object> entries = new HashMap<>();
    if (Async.currentTask().isPresent()) {
      TaskLocal.values()
          .forEach((local, value) -> {
            if (local == CURRENT) {
              ((ContextView) value).forEach(entries::putIfAbsent);
            } else {
              entries.put(local, value);
            }
          });
    }
    entries.put(Cleanups.KEY, cleanups);
    Context context = Context.of(entries);
    return HAS_PROPAGATION ? ThreadLocals.captureInto(context) : context;
  }

  /** A body that sees a subscriber's context. */
  static <T extends @Nullable Object> AsyncCall<T, Throwable> within(
      ContextView context, AsyncCall<? extends T, ?> body) {
    return () -> {
      if (!context.isEmpty()) {
        CURRENT.set(context);
        context.forEach(Contexts::setLocal);
      }
      if (HAS_PROPAGATION) {
        return ThreadLocals.within(context, body);
      }
      return body.run();
    };
  }

  @SuppressWarnings("unchecked") // Whoever put it under the local's key had the local's type.
  private static void setLocal(Object key, Object value) {
    if (key instanceof TaskLocal<?> local) {
      ((TaskLocal<Object>) local).set(value);
    }
  }

  /** Gives the current task these task-locals and no others. */
  static void replaceLocals(Map<TaskLocal<?>, Object> values) {
    for (TaskLocal<?> local : TaskLocal.values().keySet()) {
      if (!values.containsKey(local)) {
        local.clear();
      }
    }
    values.forEach(Contexts::setLocal);
  }

  static <T extends @Nullable Object, X extends Throwable> AsyncCall<T, X> carry(
      AsyncCall<T, X> body) {
    return HAS_PROPAGATION ? ThreadLocals.carry(body) : body;
  }
}

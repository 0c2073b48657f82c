package dev.weft.runtime.reactor;

import dev.weft.runtime.AsyncCall;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The part of {@link Contexts} that needs Micrometer's context-propagation. */
final class ThreadLocals {
  private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder().build();

  private ThreadLocals() {}

  /** The context, with what the registered thread-locals hold now. */
  static Context captureInto(Context context) {
    return SNAPSHOTS.captureAll().updateContext(context);
  }

  /** Runs a body with the registered thread-locals set from a context. */
  static <T extends @Nullable Object> T within(ContextView context, AsyncCall<? extends T, ?> body)
      throws Throwable {
    try (ContextSnapshot.Scope _ = SNAPSHOTS.setThreadLocalsFrom(context)) {
      return body.run();
    }
  }

  /** A body that runs with what the registered thread-locals hold now. */
  static <T extends @Nullable Object, X extends Throwable> AsyncCall<T, X> carry(
      AsyncCall<T, X> body) {
    ContextSnapshot snapshot = SNAPSHOTS.captureAll();
    return () -> {
      try (ContextSnapshot.Scope _ = snapshot.setThreadLocals()) {
        return body.run();
      }
    };
  }
}

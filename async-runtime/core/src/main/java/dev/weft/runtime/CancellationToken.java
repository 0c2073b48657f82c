package dev.weft.runtime;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cancels bodies in any number of tasks at once, from anywhere: a shutdown signal, a closed
 * connection. It can be cancelled once and stays so.
 *
 * {@snippet :
 * CancellationToken shutdown = CancellationToken.create();
 * shutdown.run(() -> serve(connection));    // in any task: throws CancellationError on cancel()
 * }
 *
 * <p>Thread-safe.
 */
public final class CancellationToken {

  /** A body that runs under the token. */
  private static final class Watched {
    final Task<?> task;
    boolean aborted;

    Watched(Task<?> task) {
      this.task = task;
    }
  }

  // Guarded by this.
  private final Set<Watched> watched = new LinkedHashSet<>();
  private boolean cancelled;
  private @Nullable Object reason;

  private CancellationToken() {}

  /** A token that is not cancelled. */
  public static CancellationToken create() {
    return new CancellationToken();
  }

  /**
   * Cancels the bodies that run under the token, in the order in which they came, and those that
   * are still to come. Idempotent; the first reason stays.
   */
  public synchronized void cancel(@Nullable Object why) {
    if (cancelled) {
      return;
    }
    cancelled = true;
    reason = why;
    watched.forEach(this::abort);
  }

  /** {@link #cancel(Object)} without a reason. */
  public void cancel() {
    cancel(null);
  }

  /** Whether the token was cancelled. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  private void abort(Watched body) {
    body.aborted = true;
    body.task.abort(reason);
  }

  /**
   * Runs a body in the current task, and cancels it when the token is. A body that returns in spite
   * of that is believed.
   *
   * @throws CancellationError if the token was or is cancelled, with its reason
   * @throws X what the body throws
   */
  public <T extends @Nullable Object, X extends Throwable> T run(AsyncCall<? extends T, X> body)
      throws X {
    Watched mine = new Watched(Task.require("CancellationToken.run"));
    synchronized (this) {
      if (cancelled) {
        throw new CancellationError(reason);
      }
      watched.add(mine);
    }
    try {
      return body.run();
    } finally {
      boolean aborted;
      synchronized (this) {
        watched.remove(mine);
        aborted = mine.aborted;
      }
      if (aborted) {
        mine.task.uncancel();
      }
    }
  }

  /** {@link #run(AsyncCall)} for a body without a value. */
  public <X extends Throwable> void run(AsyncAction<X> body) throws X {
    this.<@Nullable Void, X>run(Bodies.call(body));
  }
}

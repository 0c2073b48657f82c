package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Thrown out of the suspension point at which a cancelled task stands.
 *
 * <p>It is an {@link Error} so that {@code catch (Exception e)} does not swallow a cancellation.
 * Let it pass, or catch it by name, clean up, and throw it again; a task that catches it and goes
 * on has swallowed one request, which {@link TaskHandle#cancelRequests()} still shows.
 *
 * <p>Being cancelled is not the same as awaiting a task that was: the latter throws {@link
 * AsyncException.Join}.
 */
public final class CancellationError extends Error implements AsyncError {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object reason;

  /** A cancellation that carries the reason given to {@link TaskHandle#abort(Object)}, if any. */
  public CancellationError(@Nullable Object reason) {
    super(reason == null ? "cancelled" : String.valueOf(reason));
    this.reason = reason;
  }

  /** The reason given with the request, or null where none was. */
  public @Nullable Object reason() {
    return reason;
  }
}

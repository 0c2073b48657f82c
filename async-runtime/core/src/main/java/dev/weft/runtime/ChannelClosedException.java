package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A channel was closed: there is nothing more to receive, or nobody left to send to. Where it was
 * closed with an error, that is the cause.
 */
public final class ChannelClosedException extends AsyncException.Other {
  private static final long serialVersionUID = 1L;

  /** For receivers of one's own; the cause is the error with which the sender closed, if any. */
  public ChannelClosedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

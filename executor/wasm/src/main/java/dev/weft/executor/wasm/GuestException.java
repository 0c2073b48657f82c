package dev.weft.executor.wasm;

import dev.weft.executor.PipelineException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A guest that cannot be used, or was stopped. After any of these but {@link Reason#EXITED} the
 * guest is broken: its memory is in an unknown state, and calls to it are refused.
 */
public final class GuestException extends PipelineException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It is no WebAssembly that can be loaded. */
    INVALID,
    /** A call took too long, or all calls together did. */
    TIME,
    /** It needs more memory than it may have, or than the machine has. */
    MEMORY,
    /** It wrote or returned too much. */
    OUTPUT,
    /** Its calls are nested too deep. */
    RECURSION,
    /** It did what WebAssembly forbids, such as a division by zero, or gave up by itself. */
    TRAP,
    /** It ended with an exit code. */
    EXITED,
    /** It was closed, or the task that called it was cancelled, or it broke in an earlier call. */
    STOPPED
  }

  private final Reason reason;
  private final int exitCode;

  GuestException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason);
    this.exitCode = 0;
  }

  GuestException(int exitCode, String message) {
    super(message, null);
    this.reason = Reason.EXITED;
    this.exitCode = exitCode;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The code that a guest {@linkplain Reason#EXITED ended} with; 0 in all other cases. */
  public int exitCode() {
    return exitCode;
  }
}

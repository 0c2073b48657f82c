package dev.weft.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can go wrong in the runtime, other than being cancelled; see {@link AsyncError}. */
public abstract sealed class AsyncException extends RuntimeException implements AsyncError {
  private static final long serialVersionUID = 1L;

  private AsyncException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * An awaited task did not return: it threw an exception, which is the {@linkplain #getCause()
   * cause}, or it was cancelled.
   */
  public static final class Join extends AsyncException {
    private static final long serialVersionUID = 1L;

    private final String task;
    private final boolean cancelled;

    Join(Completion<?> awaited, Throwable cause) {
      this(awaited.toString(), awaited.name(), cause);
    }

    /** For what is no task: a text for it that stands for its name too. */
    Join(String awaited, Throwable cause) {
      this(awaited, awaited, cause);
    }

    private Join(String awaited, String name, Throwable cause) {
      super(
          cause instanceof CancellationError
              ? "%s was cancelled: %s".formatted(awaited, cause.getMessage())
              : "%s failed: %s".formatted(awaited, cause),
          cause);
      this.task = name;
      this.cancelled = cause instanceof CancellationError;
    }

    /** The name of the awaited task or future. */
    public String task() {
      return task;
    }

    /** Whether the awaited task was cancelled, rather than having failed. */
    public boolean isCancelled() {
      return cancelled;
    }
  }

  /** The time given to a body ran out; the body was cancelled and has ended. */
  public static final class Timeout extends AsyncException {
    private static final long serialVersionUID = 1L;

    private final Duration duration;

    Timeout(Duration duration, @Nullable Throwable cause) {
      super("timed out after " + Durations.text(duration), cause);
      this.duration = duration;
    }

    /** The time that was given. */
    public Duration duration() {
      return duration;
    }
  }

  /**
   * The runtime, or a primitive, is not in a state that allows the call: nested {@code blockOn}, no
   * current task, a release without an acquire.
   */
  @SuppressWarnings("AvoidCommonTypeNames") // Always written AsyncException.Runtime.
  public static final class Runtime extends AsyncException {
    private static final long serialVersionUID = 1L;

    Runtime(String message) {
      super(message, null);
    }
  }

  /** A task could not be started: its runtime or its group is closed, or the pool is full. */
  public static final class Spawn extends AsyncException {
    private static final long serialVersionUID = 1L;

    Spawn(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** An awaited task died of an {@link Error} such as a failed assertion, which is the cause. */
  public static final class Panic extends AsyncException {
    private static final long serialVersionUID = 1L;

    private final String task;

    Panic(Completion<?> awaited, Throwable cause) {
      super("%s died: %s".formatted(awaited, cause), cause);
      this.task = awaited.name();
    }

    /** The name of the awaited task or future. */
    public String task() {
      return task;
    }
  }

  /** This platform cannot do what was asked: block a thread, or mount tasks on a loop thread. */
  public static final class PlatformNotSupported extends AsyncException {
    private static final long serialVersionUID = 1L;

    PlatformNotSupported(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Any other misuse or end of a primitive; its subclasses say which. */
  public static non-sealed class Other extends AsyncException {
    private static final long serialVersionUID = 1L;

    /** An error with a message and, where another error led to it, a cause. */
    protected Other(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}

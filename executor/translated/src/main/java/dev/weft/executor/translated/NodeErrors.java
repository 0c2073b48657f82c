package dev.weft.executor.translated;

import dev.weft.python.Errors;
import org.jspecify.annotations.Nullable;

/** The exceptions of the package {@code weft}, for translated code. */
public final class NodeErrors {
  private NodeErrors() {}

  /** {@code weft.NodeError}. */
  public static class NodeError extends Errors.PyException {
    private static final long serialVersionUID = 1L;

    /** One with the arguments that Python gives. */
    public NodeError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code weft.ConfigError}. */
  public static class ConfigError extends NodeError {
    private static final long serialVersionUID = 1L;

    /** One with the arguments that Python gives. */
    public ConfigError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code weft.ItemError}. */
  public static class ItemError extends NodeError {
    private static final long serialVersionUID = 1L;

    /** One with the arguments that Python gives. */
    public ItemError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code weft.StateError}. */
  public static class StateError extends NodeError {
    private static final long serialVersionUID = 1L;

    /** One with the arguments that Python gives. */
    public StateError(@Nullable Object... args) {
      super(args);
    }
  }
}

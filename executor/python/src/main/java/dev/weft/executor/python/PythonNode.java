package dev.weft.executor.python;

import dev.weft.executor.NodeContext;
import dev.weft.executor.PipelineException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What nodes of all forms have in common: the life of their instance. */
abstract class PythonNode {
  final LoadedNode loaded;
  final NodeContext context;
  private final PythonOptions options;
  private volatile @Nullable PythonInstance instance;

  PythonNode(LoadedNode loaded, PythonOptions options, NodeContext context) {
    this.loaded = loaded;
    this.options = options;
    this.context = context;
  }

  /** Starts Python and the node in it. */
  public void initialize() {
    instance = PythonInstance.start(loaded, options, context);
  }

  /** Lets the node clean up, and stops its Python. */
  public void cleanup() {
    PythonInstance last = instance;
    if (last == null) {
      return;
    }
    try (last) {
      if (last.isUsable()) {
        last.cleanup();
      }
    }
  }

  /** The instance; in place of one that broke, a new one. */
  final PythonInstance instance() {
    PythonInstance now = instance;
    if (now == null) {
      throw new PipelineException("node '%s' was not initialized".formatted(context.id()), null);
    }
    if (!now.isUsable()) {
      now.close();
      initialize();
      now = instance;
    }
    return Objects.requireNonNull(now);
  }

  /** A failure as the item's own: of each item anew, as errors collect what else failed. */
  static RuntimeException failure(RuntimeException cause, PythonInstance instance) {
    return instance.isUsable() ? cause : new PythonBroken(cause);
  }

  /** A failure that broke the instance, so that it is not certain which item it was. */
  static final class PythonBroken extends PipelineException {
    private static final long serialVersionUID = 1L;

    PythonBroken(RuntimeException cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }
}

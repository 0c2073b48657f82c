package dev.weft.executor.translated;

import dev.weft.executor.NodeContext;
import dev.weft.executor.PipelineException;
import dev.weft.executor.python.PythonOptions;
import org.jspecify.annotations.Nullable;

/** What nodes of all forms have in common: the life of their instance. */
abstract class TranslatedNode {
  final LoadedNode loaded;
  private final PythonOptions options;
  private final NodeContext context;
  private volatile @Nullable NodeInstance instance;

  TranslatedNode(LoadedNode loaded, PythonOptions options, NodeContext context) {
    this.loaded = loaded;
    this.options = options;
    this.context = context;
  }

  /** Loads the module and initializes the node. */
  public void initialize() {
    instance = NodeInstance.start(loaded, options, context);
  }

  /** Lets the node clean up, and drops it. */
  public void cleanup() {
    NodeInstance last = instance;
    if (last != null) {
      try (last) {
        last.run("cleanup");
      }
    }
  }

  final NodeInstance instance() {
    NodeInstance now = instance;
    if (now == null) {
      throw new PipelineException("node '%s' was not initialized".formatted(context.id()), null);
    }
    return now;
  }
}

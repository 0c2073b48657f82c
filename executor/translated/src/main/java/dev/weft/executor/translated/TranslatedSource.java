package dev.weft.executor.translated;

import dev.weft.executor.Emitter;
import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.python.PythonOptions;

/** A node that takes no input. */
final class TranslatedSource extends TranslatedNode implements Node.Source {
  TranslatedSource(LoadedNode loaded, PythonOptions options, NodeContext context) {
    super(loaded, options, context);
  }

  @Override
  public void produce(Emitter out) {
    NodeInstance instance = instance();
    TranslatedStream.NodeOutput output =
        new TranslatedStream.NodeOutput(instance, loaded.shape().place(), out);
    instance.task(() -> output.all(instance.call("produce")));
  }
}

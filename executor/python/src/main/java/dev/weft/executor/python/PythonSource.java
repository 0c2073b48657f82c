package dev.weft.executor.python;

import dev.weft.executor.Emitter;
import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;

/** A node that takes no input. */
final class PythonSource extends PythonNode implements Node.Source {
  PythonSource(LoadedNode loaded, PythonOptions options, NodeContext context) {
    super(loaded, options, context);
  }

  @Override
  public void produce(Emitter out) {
    new StreamDriver(instance(), out).drive();
  }
}

package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;

/** Passes each item on as it is. */
public final class PassThroughNode implements NodeType {
  @Override
  public String summary() {
    return "Passes each item on as it is.";
  }

  @Override
  public Node.Function create(NodeContext context) {
    return item -> item;
  }
}

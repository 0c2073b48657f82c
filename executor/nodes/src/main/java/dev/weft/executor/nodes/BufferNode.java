package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import java.util.List;

/** {@link BatchNode} under another name that manifests use. */
public final class BufferNode implements NodeType {
  private final BatchNode batch = new BatchNode();

  @Override
  public String summary() {
    return "The same as BatchNode. " + batch.summary();
  }

  @Override
  public List<Param<?>> params() {
    return batch.params();
  }

  @Override
  public Form form() {
    return batch.form();
  }

  @Override
  public Node.Streaming create(NodeContext context) {
    return batch.create(context);
  }
}

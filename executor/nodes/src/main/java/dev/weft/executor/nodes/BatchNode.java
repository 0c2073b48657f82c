package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import java.util.ArrayList;
import java.util.List;

/** Gathers items into lists. */
public final class BatchNode implements NodeType {
  static final Param<Long> SIZE =
      Param.integer("size", "How many items make a list.")
          .range(1, 1_000_000)
          .alsoCalled("batch_size", "buffer_size", "count");

  @Override
  public String summary() {
    return "Gathers items into lists of a size; at the end the rest makes a shorter one.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(SIZE);
  }

  @Override
  public Form form() {
    return Form.STREAMING;
  }

  @Override
  public Node.Streaming create(NodeContext context) {
    long size = context.get(SIZE);
    return (in, out) -> {
      List<Object> batch = new ArrayList<>();
      for (Object item : in) {
        batch.add(item);
        if (batch.size() == size) {
          out.emit(batch);
          batch = new ArrayList<>();
        }
      }
      if (!batch.isEmpty()) {
        out.emit(batch);
      }
    };
  }
}

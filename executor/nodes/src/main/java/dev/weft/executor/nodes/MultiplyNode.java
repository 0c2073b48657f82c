package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import java.util.List;

/** Multiplies each number by a factor. */
public final class MultiplyNode implements NodeType {
  private static final Param<Number> FACTOR =
      Param.number("factor", "What each number is multiplied by.").alsoCalled("multiplier", "by");

  @Override
  public String summary() {
    return "Multiplies each number by a factor; integers stay exact.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(FACTOR);
  }

  @Override
  public Node.Function create(NodeContext context) {
    Number factor = context.get(FACTOR);
    return item -> Arithmetic.multiply(Arithmetic.number(item), factor);
  }
}

package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import java.util.List;

/** Adds a number to each item. */
public final class AddNode implements NodeType {
  private static final Param<Number> ADDEND =
      Param.number("addend", "What is added to each number.")
          .alsoCalled("value", "amount", "summand");

  @Override
  public String summary() {
    return "Adds a number to each item; integers stay exact.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(ADDEND);
  }

  @Override
  public Node.Function create(NodeContext context) {
    Number addend = context.get(ADDEND);
    return item -> Arithmetic.add(Arithmetic.number(item), addend);
  }
}

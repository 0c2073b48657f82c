package dev.weft.executor.manifest;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import java.util.List;

/** Types of nodes that are declared but do nothing. */
final class TestNodes {
  static final NodeRegistry REGISTRY =
      NodeRegistry.of(
          new Declared(
              "MultiplyNode",
              List.of(
                  Param.number("factor", "What to multiply by.")
                      .orElse(2L)
                      .alsoCalled("multiplier"))),
          new Declared("AddNode", List.of(Param.number("addend", "What to add.").orElse(0L))),
          new Declared("PassThrough", List.of()),
          new Declared("AnyParam", List.of(Param.any("x", "Anything.").optional())));

  private TestNodes() {}

  private record Declared(String name, List<Param<?>> params) implements NodeType {
    @Override
    public String summary() {
      return "Does nothing.";
    }

    @Override
    public Node.Function create(NodeContext context) {
      return item -> item;
    }
  }
}

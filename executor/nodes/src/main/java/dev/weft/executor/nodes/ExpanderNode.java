package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes several items of one. */
public final class ExpanderNode implements NodeType {
  private static final Param<Long> COUNT =
      Param.integer("count", "How often each item is given; without it, items must be lists.")
          .range(0, 1_000_000_000)
          .alsoCalled("factor", "times", "n")
          .optional();

  @Override
  public String summary() {
    return "Gives the elements of each list one by one, or with `count` each item so many times.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(COUNT);
  }

  @Override
  public Node.Expanding create(NodeContext context) {
    Optional<Long> count = context.params().find(COUNT);
    if (count.isPresent()) {
      int times = count.get().intValue();
      return item -> Collections.nCopies(times, item);
    }
    return item -> {
      if (item instanceof List<?> elements) {
        return elements;
      }
      throw new IllegalArgumentException(
          "expected a list, got " + Items.show(item) + "; give `count` to repeat other items");
    };
  }
}

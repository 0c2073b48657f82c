package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers the items of a session. */
public final class CounterNode implements NodeType {
  @Override
  public String summary() {
    return "Gives each item as `item` with its number in the session as `count`, from 1; a later run of"
        + " the same session goes on counting.";
  }

  @Override
  public Node.Function create(NodeContext context) {
    return item -> {
      Map<String, Object> counted = new LinkedHashMap<>();
      counted.put("item", item);
      counted.put("count", context.state().update("count", 0L, count -> count + 1));
      return counted;
    };
  }
}

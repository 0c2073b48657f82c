package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Wraps each item with a running number and the node's id. */
public final class EchoNode implements NodeType {
  @Override
  public String summary() {
    return "Gives each item as `input`, with a running `counter` from 1 and the id of the `node`.";
  }

  @Override
  public Node.Function create(NodeContext context) {
    AtomicLong counter = new AtomicLong();
    return item -> {
      Map<String, Object> echo = new LinkedHashMap<>();
      echo.put("input", item);
      echo.put("counter", counter.incrementAndGet());
      echo.put("node", context.id());
      return echo;
    };
  }
}

package @package@;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import java.util.List;

/** Puts something before each text; say here what the node really does. */
public final class @Name@ implements NodeType {
  private static final Param<String> PREFIX =
      Param.string("prefix", "What stands before each text.").orElse("");

  @Override
  public String summary() {
    return "Puts something before each text.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(PREFIX);
  }

  @Override
  public Node.Function create(NodeContext context) {
    String prefix = context.get(PREFIX);
    return item -> {
      if (item instanceof String text) {
        return prefix + text;
      }
      throw new IllegalArgumentException("a text is wanted, not " + item);
    };
  }
}

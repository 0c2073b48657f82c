package dev.weft.executor.translated;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.Params;
import java.util.List;
import java.util.Optional;

/**
 * A type of one engine, which tells why that engine was taken.
 *
 * @param type the type
 * @param engineName of the engine
 * @param reason why that one
 * @param isFallback whether another would have been better
 */
record Chosen(NodeType type, String engineName, String reason, boolean isFallback)
    implements NodeType {
  @Override
  public String name() {
    return type.name();
  }

  @Override
  public String summary() {
    return type.summary();
  }

  @Override
  public List<Param<?>> params() {
    return type.params();
  }

  @Override
  public boolean takesAnyParams() {
    return type.takesAnyParams();
  }

  @Override
  public Form form() {
    return type.form();
  }

  @Override
  public Optional<NodeEngine.Choice> engine() {
    return Optional.of(new NodeEngine.Choice(engineName, reason, isFallback));
  }

  @Override
  public void check(Params params, Report report) {
    type.check(params, report);
  }

  @Override
  public Node create(NodeContext context) throws Exception {
    return type.create(context);
  }
}

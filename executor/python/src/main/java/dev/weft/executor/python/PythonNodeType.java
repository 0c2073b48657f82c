package dev.weft.executor.python;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import java.util.List;

/** A class of Python as a type of nodes. */
record PythonNodeType(String name, LoadedNode loaded, PythonOptions options) implements NodeType {

  @Override
  public String summary() {
    return loaded.kind().summary();
  }

  @Override
  public List<Param<?>> params() {
    return loaded.kind().params();
  }

  @Override
  public boolean takesAnyParams() {
    return loaded.kind().anyParams();
  }

  @Override
  public Form form() {
    return loaded.kind().form();
  }

  @Override
  public Node create(NodeContext context) {
    return switch (form()) {
      case FUNCTION -> new PythonFunction(loaded, options, context);
      case STREAMING -> new PythonStream(loaded, options, context);
      case SOURCE -> new PythonSource(loaded, options, context);
    };
  }
}

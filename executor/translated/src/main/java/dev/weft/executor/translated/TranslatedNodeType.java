package dev.weft.executor.translated;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.python.PythonOptions;
import java.util.List;

/** A class of Python, translated, as a type of nodes. */
record TranslatedNodeType(LoadedNode loaded, PythonOptions options) implements NodeType {
  @Override
  public String name() {
    return loaded.type();
  }

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
      case FUNCTION -> new TranslatedFunction(loaded, options, context);
      case STREAMING -> new TranslatedStream(loaded, options, context);
      case SOURCE -> new TranslatedSource(loaded, options, context);
    };
  }
}

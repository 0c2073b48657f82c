package dev.weft.executor.translated;

import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.NodeType;
import dev.weft.executor.NodeType.Report;
import dev.weft.executor.python.NodeCodeSource;
import dev.weft.executor.python.PythonOptions;
import java.util.Optional;

/**
 * Runs nodes written in Python as Java: the code is translated, compiled in memory and loaded for
 * each node of each run. What cannot be translated is a problem of the description.
 *
 * {@snippet :
 * NodeRegistry registry =
 *     NodeRegistry.load().withEngine("python", () -> TranslatedEngine.of(PythonOptions.DEFAULT));
 * }
 *
 * <p>Pitfall: such code is trusted code. There is no sandbox: of the options, only the base, the
 * clock and the limit on what a state's entry may take have a meaning here.
 *
 * <p>Thread-safe.
 */
public final class TranslatedEngine implements NodeEngine {
  private final PythonOptions options;
  private final TranslatedLoader loader = new TranslatedLoader();

  private TranslatedEngine(PythonOptions options) {
    this.options = options;
  }

  /** An engine with options. */
  public static TranslatedEngine of(PythonOptions options) {
    return new TranslatedEngine(options);
  }

  @Override
  public String name() {
    return "python";
  }

  @Override
  public Optional<NodeType> type(NodeSpec node, NodeCode code, Report report) {
    return NodeCodeSource.read(node, code.fields(), options.base(), report)
        .flatMap(source -> loader.load(source, node.type(), report))
        .map(loaded -> new TranslatedNodeType(loaded, options));
  }
}

package dev.weft.executor.python;

import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.NodeType;
import dev.weft.executor.NodeType.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs nodes written in Python. In a manifest a node brings its code along as {@code "python":
 * {"file": "nodes/shout.py"}}, and its {@code node_type} is the name of the class in it; instead of
 * a {@code file} there may be a {@code module} to be imported, the {@code source} itself, or a
 * {@code resource} on the class path, and {@code path} may list directories and wheels to import
 * from.
 *
 * {@snippet :
 * NodeRegistry registry =
 *     NodeRegistry.load().withEngine("python", () -> PythonEngine.of(PythonOptions.DEFAULT));
 * }
 *
 * <p>Python is started when the first node is asked for, and the code is loaded then, in the
 * sandbox, to see what kind of node it is. Each node of each run has a CPython of its own.
 *
 * <p>Thread-safe.
 */
public final class PythonEngine implements NodeEngine {
  private final PythonOptions options;
  private final NodeLoader loader;

  /** An engine with {@link PythonOptions#DEFAULT}, for the service loader. */
  public PythonEngine() {
    this(PythonOptions.DEFAULT);
  }

  private PythonEngine(PythonOptions options) {
    this.options = options;
    this.loader = new NodeLoader(options);
  }

  /** An engine with options. */
  public static PythonEngine of(PythonOptions options) {
    return new PythonEngine(options);
  }

  /**
   * Writes the package {@code weft}, which nodes import, into a directory, for editors and for an
   * installed Python. Files that are there are replaced.
   */
  public static void writePackage(Path directory) throws IOException {
    ImageBuilder.unpack(directory, "weft/");
  }

  @Override
  public String name() {
    return "python";
  }

  @Override
  public Optional<NodeType> type(NodeSpec node, NodeCode code, Report report) {
    return NodeCodeSource.read(node, code.fields(), options.base(), report)
        .flatMap(source -> loader.load(source, node.type(), report))
        .map(loaded -> new PythonNodeType(node.type(), loaded, options));
  }
}

package dev.weft.cli;

import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weft nodes}. */
@Command(
    name = "nodes",
    mixinStandardHelpOptions = true,
    description = "Lists the types of nodes, or describes one.")
final class NodesCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "TYPE", description = "The type to describe.")
  private @Nullable String type;

  @Option(names = "--json", description = "Write JSON, for programs.")
  private boolean json;

  @Option(
      names = "--markdown",
      hidden = true,
      description = "Write the reference for the documentation.")
  private boolean markdown;

  NodesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    NodeRegistry registry = NodeRegistry.load();
    Collection<NodeType> types = type == null ? registry.types() : List.of(find(type, registry));
    String text;
    if (json) {
      text = Json.text(types.stream().map(NodeReference::json).toList()) + "\n";
    } else if (markdown) {
      text = NodeReference.markdown(types);
    } else {
      text =
          type == null ? NodeReference.table(types) : NodeReference.page(types.iterator().next());
    }
    streams.out().write(text.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }

  private NodeType find(String name, NodeRegistry registry) {
    return registry
        .find(name)
        .orElseThrow(() -> {
          List<String> near = registry.suggestions(name);
          String hint =
              near.isEmpty()
                  ? "'weft nodes' lists them"
                  : "did you mean " + String.join(" or ", near) + "?";
          return new ParameterException(
              spec.commandLine(), "there is no node type '" + name + "'; " + hint);
        });
  }
}

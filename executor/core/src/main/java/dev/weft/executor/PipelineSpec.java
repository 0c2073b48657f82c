package dev.weft.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A pipeline as described: by a manifest, or in code. Immutable; nothing is checked here, {@link
 * Pipeline#validate} reports all problems at once.
 *
 * {@snippet :
 * PipelineSpec spec = PipelineSpec.builder("calculator")
 *     .node("multiply", "MultiplyNode", Map.of("factor", 2))
 *     .node("add", "AddNode", Map.of("addend", 10))
 *     .connect("multiply", "add")
 *     .build();
 * }
 *
 * @param name what the pipeline is called
 * @param description what it is for
 * @param createdAt when it was written, as text
 * @param nodes the nodes; their order settles ties in the order of execution
 * @param connections the connections; their order is that of the branches at a fan-in
 */
public record PipelineSpec(
    String name,
    Optional<String> description,
    Optional<String> createdAt,
    List<NodeSpec> nodes,
    List<ConnectionSpec> connections) {

  /** A description of these parts; the lists are copied. */
  public PipelineSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    Objects.requireNonNull(createdAt);
    nodes = List.copyOf(nodes);
    connections = List.copyOf(connections);
  }

  /** Starts a description in code. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** A description in the making; not thread-safe. */
  public static final class Builder {
    private final String name;
    private Optional<String> description = Optional.empty();
    private final List<NodeSpec> nodes = new ArrayList<>();
    private final List<ConnectionSpec> connections = new ArrayList<>();

    private Builder(String name) {
      this.name = Objects.requireNonNull(name);
    }

    /** What the pipeline is for. */
    public Builder description(String text) {
      description = Optional.of(text);
      return this;
    }

    /** Adds a node. */
    public Builder node(NodeSpec node) {
      nodes.add(Objects.requireNonNull(node));
      return this;
    }

    /** Adds a node without parameters. */
    public Builder node(String id, String type) {
      return node(NodeSpec.of(id, type, Map.of()));
    }

    /** Adds a node. */
    public Builder node(String id, String type, Map<String, ?> params) {
      return node(NodeSpec.of(id, type, params));
    }

    /** Adds a node that is run in a way of its own. */
    public Builder node(String id, String type, Map<String, ?> params, ExecutionPolicy execution) {
      return node(NodeSpec.of(id, type, params).withExecution(execution));
    }

    /** Connects each node to the next. */
    public Builder connect(String from, String... to) {
      String last = from;
      for (String next : to) {
        connections.add(new ConnectionSpec(last, next));
        last = next;
      }
      return this;
    }

    /** The description. */
    public PipelineSpec build() {
      return new PipelineSpec(name, description, Optional.empty(), nodes, connections);
    }
  }
}

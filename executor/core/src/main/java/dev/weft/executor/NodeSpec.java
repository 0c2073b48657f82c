package dev.weft.executor;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One node of a pipeline, as described.
 *
 * @param id the node's name in the pipeline
 * @param type the name of its {@link NodeType}
 * @param params its parameters as given, in their order
 * @param streaming {@code is_streaming}; what a node really does is seen from its code, so this
 *     only informs readers
 * @param runtimeHint which engine runs a Python node
 * @param capabilities what the node wants of its host
 * @param execution how it is run
 * @param code where its code is, if the description brings it along
 */
public record NodeSpec(
    String id,
    String type,
    Map<String, Object> params,
    boolean streaming,
    Optional<String> runtimeHint,
    Map<String, Object> capabilities,
    ExecutionPolicy execution,
    Optional<NodeCode> code) {

  /** A node of these parts; the maps are copied. */
  public NodeSpec {
    Objects.requireNonNull(id);
    Objects.requireNonNull(type);
    params = Values.copy(params);
    Objects.requireNonNull(runtimeHint);
    capabilities = Values.copy(capabilities);
    Objects.requireNonNull(execution);
    Objects.requireNonNull(code);
  }

  /** A node with parameters, and nothing else said. */
  public static NodeSpec of(String id, String type, Map<String, ?> params) {
    return new NodeSpec(
        id,
        type,
        Values.copy(params),
        false,
        Optional.empty(),
        Map.of(),
        ExecutionPolicy.DEFAULT,
        Optional.empty());
  }

  /** This, run in another way. */
  public NodeSpec withExecution(ExecutionPolicy value) {
    return new NodeSpec(id, type, params, streaming, runtimeHint, capabilities, value, code);
  }

  /** This, with a word on which engine is to run it. */
  public NodeSpec withRuntimeHint(String value) {
    return new NodeSpec(
        id, type, params, streaming, Optional.of(value), capabilities, execution, code);
  }

  /** This, with code of its own. */
  public NodeSpec withCode(NodeCode value) {
    return new NodeSpec(
        id, type, params, streaming, runtimeHint, capabilities, execution, Optional.of(value));
  }
}

/**
 * Streaming pipelines: a graph of nodes through which items flow, hosted on the async runtime.
 *
 * <p>Start at {@link dev.weft.executor.Pipeline} to run one, and at {@link
 * dev.weft.executor.NodeType} to write a node.
 */
module dev.weft.executor {
  requires static org.jspecify;
  requires transitive dev.weft.runtime;

  exports dev.weft.executor;

  uses dev.weft.executor.NodeEngine;
  uses dev.weft.executor.NodeType;
}

package dev.weft.executor;

import java.util.List;

/**
 * The shape of a pipeline.
 *
 * @param nodeCount how many nodes it has
 * @param sources the nodes without an incoming connection, in the order of execution
 * @param sinks the nodes without an outgoing connection, in the order of execution
 * @param executionOrder all nodes, each after those it depends on, ties in the order of the
 *     manifest
 */
public record GraphInfo(
    int nodeCount, List<String> sources, List<String> sinks, List<String> executionOrder) {

  /** A shape of these parts; the lists are copied. */
  public GraphInfo {
    sources = List.copyOf(sources);
    sinks = List.copyOf(sinks);
    executionOrder = List.copyOf(executionOrder);
  }

  /** How many nodes have no incoming connection: {@code source_count}. */
  public int sourceCount() {
    return sources.size();
  }

  /** How many nodes have no outgoing connection: {@code sink_count}. */
  public int sinkCount() {
    return sinks.size();
  }
}

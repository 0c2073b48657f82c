package dev.weft.executor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/** A checked description as a graph, nodes in the order of execution. Immutable. */
final class Graph {
  /** A node and its neighbours, by index; {@code incoming} in the order of the connections. */
  record Vertex(
      int index, NodeSpec spec, NodeType type, List<Integer> incoming, List<Integer> outgoing) {
    boolean isSource() {
      return type.form() == NodeType.Form.SOURCE;
    }
  }

  private final List<Vertex> vertices;
  private final GraphInfo info;

  private Graph(List<Vertex> vertices) {
    this.vertices = List.copyOf(vertices);
    this.info =
        new GraphInfo(
            vertices.size(),
            ids(vertices.stream().filter(it -> it.incoming.isEmpty()).toList()),
            ids(vertices.stream().filter(it -> it.outgoing.isEmpty()).toList()),
            ids(vertices));
  }

  private static List<String> ids(List<Vertex> vertices) {
    return vertices.stream().map(it -> it.spec.id()).toList();
  }

  static Graph of(PipelineSpec spec, NodeRegistry registry) {
    List<NodeSpec> ordered = order(spec);
    Map<String, Integer> index = new HashMap<>();
    ordered.forEach(it -> index.put(it.id(), index.size()));
    List<Vertex> vertices = new ArrayList<>();
    for (NodeSpec node : ordered) {
      vertices.add(
          new Vertex(
              vertices.size(),
              node,
              registry.find(node).orElseThrow(),
              new ArrayList<>(),
              new ArrayList<>()));
    }
    for (ConnectionSpec connection : spec.connections()) {
      int from = Objects.requireNonNull(index.get(connection.from()));
      int to = Objects.requireNonNull(index.get(connection.to()));
      vertices.get(from).outgoing.add(to);
      vertices.get(to).incoming.add(from);
    }
    return new Graph(vertices);
  }

  /** Each node after those it depends on; of those that are free, the first in the manifest. */
  private static List<NodeSpec> order(PipelineSpec spec) {
    Map<String, Integer> position = new HashMap<>();
    spec.nodes().forEach(it -> position.put(it.id(), position.size()));
    int[] incoming = new int[position.size()];
    Map<String, List<String>> outgoing = new HashMap<>();
    for (ConnectionSpec connection : spec.connections()) {
      incoming[Objects.requireNonNull(position.get(connection.to()))]++;
      outgoing.computeIfAbsent(connection.from(), _ -> new ArrayList<>()).add(connection.to());
    }
    PriorityQueue<Integer> free = new PriorityQueue<>();
    for (int i = 0; i < incoming.length; i++) {
      if (incoming[i] == 0) {
        free.add(i);
      }
    }
    List<NodeSpec> ordered = new ArrayList<>();
    while (!free.isEmpty()) {
      NodeSpec node = spec.nodes().get(free.remove());
      ordered.add(node);
      for (String to : outgoing.getOrDefault(node.id(), List.of())) {
        int next = Objects.requireNonNull(position.get(to));
        if (--incoming[next] == 0) {
          free.add(next);
        }
      }
    }
    return ordered;
  }

  List<Vertex> vertices() {
    return vertices;
  }

  GraphInfo info() {
    return info;
  }
}

package dev.weft.executor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds cycles: for each knot of nodes, the shortest one through its first node. */
final class Cycles {
  private final PipelineSpec spec;
  private final List<List<Integer>> outgoing = new ArrayList<>();
  private final int[] from;
  private final int[] to;

  Cycles(PipelineSpec spec, Map<String, Integer> nodes) {
    this.spec = spec;
    int count = spec.connections().size();
    from = new int[count];
    to = new int[count];
    for (int i = 0; i < spec.nodes().size(); i++) {
      outgoing.add(new ArrayList<>());
    }
    for (int i = 0; i < count; i++) {
      from[i] = nodes.getOrDefault(spec.connections().get(i).from(), -1);
      to[i] = nodes.getOrDefault(spec.connections().get(i).to(), -1);
      // A connection of a node to itself is reported on its own.
      if (from[i] >= 0 && to[i] >= 0 && from[i] != to[i]) {
        outgoing.get(from[i]).add(i);
      }
    }
  }

  /** Each cycle as text, under the index of the connection that closes it. */
  Map<Integer, String> find() {
    Map<Integer, String> cycles = new TreeMap<>();
    boolean[] told = new boolean[outgoing.size()];
    for (int start : knotted()) {
      if (told[start]) {
        continue;
      }
      List<Integer> path = shortest(start);
      if (path.isEmpty() || path.stream().anyMatch(it -> told[from[it]])) {
        continue;
      }
      StringBuilder text = new StringBuilder(spec.nodes().get(start).id());
      for (int connection : path) {
        told[to[connection]] = true;
        text.append(" → ").append(spec.nodes().get(to[connection]).id());
      }
      cycles.put(path.getLast(), text.toString());
    }
    return cycles;
  }

  /** The nodes left over when nodes without predecessors are taken away again and again. */
  private List<Integer> knotted() {
    int[] incoming = new int[outgoing.size()];
    outgoing.forEach(connections -> connections.forEach(it -> incoming[to[it]]++));
    Deque<Integer> free = new ArrayDeque<>();
    for (int i = 0; i < incoming.length; i++) {
      if (incoming[i] == 0) {
        free.add(i);
      }
    }
    while (!free.isEmpty()) {
      for (int connection : outgoing.get(free.remove())) {
        if (--incoming[to[connection]] == 0) {
          free.add(to[connection]);
        }
      }
    }
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < incoming.length; i++) {
      if (incoming[i] > 0) {
        left.add(i);
      }
    }
    return left;
  }

  private List<Integer> shortest(int start) {
    int[] reachedBy = new int[outgoing.size()];
    Arrays.fill(reachedBy, -1);
    Deque<Integer> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      for (int connection : outgoing.get(queue.remove())) {
        if (reachedBy[to[connection]] < 0) {
          reachedBy[to[connection]] = connection;
          queue.add(to[connection]);
        }
      }
    }
    List<Integer> path = new ArrayList<>();
    for (int at = reachedBy[start]; at >= 0; at = from[at] == start ? -1 : reachedBy[from[at]]) {
      path.add(at);
    }
    Collections.reverse(path);
    return path;
  }
}

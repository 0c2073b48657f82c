package dev.weft.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code graphlib.TopologicalSorter}. Not safe for use by several threads. */
@SuppressWarnings("NullAway") // None is null, also among nodes.
public final class TopologicalSorter<T extends @Nullable Object> {
  private static final class Node<T extends @Nullable Object> {
    final List<T> successors = new ArrayList<>();
    int predecessors;
    boolean isOut;
  }

  private final Map<T, Node<T>> nodes = new PyDict<>();
  private List<T> ready = new ArrayList<>();
  private boolean isPrepared;
  private int passedOut;
  private int finished;

  /** A sorter of nothing yet. */
  public TopologicalSorter() {}

  /** A sorter of a graph: what must come before each node. */
  public static <T extends @Nullable Object> TopologicalSorter<T> of(
      Map<T, ? extends Iterable<? extends T>> graph) {
    TopologicalSorter<T> sorter = new TopologicalSorter<>();
    graph.forEach((node, before) -> sorter.add(node, before));
    return sorter;
  }

  private Node<T> node(T value) {
    Node<T> known = nodes.get(value);
    if (known == null) {
      known = new Node<>();
      nodes.put(value, known);
    }
    return known;
  }

  /** {@code add(node, *predecessors)}. */
  public void add(T value, Iterable<? extends T> before) {
    if (isPrepared) {
      throw new Errors.ValueError("Nodes cannot be added after a call to prepare()");
    }
    Node<T> node = node(value);
    for (T other : before) {
      node.predecessors++;
      node(other).successors.add(value);
    }
  }

  /** {@code prepare()}. */
  public void prepare() {
    if (isPrepared) {
      throw new Errors.ValueError("cannot prepare() more than once");
    }
    isPrepared = true;
    nodes.forEach((value, node) -> {
      if (node.predecessors == 0) {
        ready.add(value);
      }
    });
    List<T> cycle = cycle();
    if (cycle != null) {
      throw new Errors.CycleError("nodes are in a cycle", Lists.copy(cycle));
    }
  }

  private @Nullable List<T> cycle() {
    List<T> path = new ArrayList<>();
    Deque<Iterator<T>> open = new ArrayDeque<>();
    Set<T> seen = new PySet<>();
    Map<T, Integer> places = new PyDict<>();
    for (T start : nodes.keySet()) {
      if (seen.contains(start)) {
        continue;
      }
      T node = start;
      while (true) {
        if (!seen.add(node)) {
          Integer place = places.get(node);
          if (place != null) {
            List<T> found = new ArrayList<>(path.subList(place, path.size()));
            found.add(node);
            return found;
          }
        } else {
          open.push(nodes.get(node).successors.iterator());
          places.put(node, path.size());
          path.add(node);
        }
        while (!open.isEmpty() && !open.peek().hasNext()) {
          open.pop();
          places.remove(path.removeLast());
        }
        if (open.isEmpty()) {
          break;
        }
        node = open.peek().next();
      }
    }
    return null;
  }

  /** {@code get_ready()}. */
  public Tuple<T> takeReady() {
    checkPrepared();
    List<T> out = ready;
    ready = new ArrayList<>();
    out.forEach(value -> nodes.get(value).isOut = true);
    passedOut += out.size();
    return Tuple.copyOf(out);
  }

  /** {@code is_active()}. */
  public boolean isActive() {
    checkPrepared();
    return finished < passedOut || !ready.isEmpty();
  }

  /** {@code done(*nodes)}. */
  public void done(Iterable<? extends T> ended) {
    checkPrepared();
    for (T value : ended) {
      Node<T> node = nodes.get(value);
      if (node == null) {
        throw new Errors.ValueError("node " + Py.repr(value) + " was not added using add()");
      }
      if (!node.isOut) {
        throw new Errors.ValueError(
            "node " + Py.repr(value) + " was not passed out (still not ready)");
      }
      finished++;
      for (T next : node.successors) {
        if (--nodes.get(next).predecessors == 0) {
          ready.add(next);
        }
      }
    }
  }

  private void checkPrepared() {
    if (!isPrepared) {
      throw new Errors.ValueError("prepare() must be called first");
    }
  }

  /** {@code static_order()}. */
  public Iterable<T> order() {
    prepare();
    List<T> all = new PyList<>();
    while (isActive()) {
      Tuple<T> group = takeReady();
      all.addAll(group);
      done(group);
    }
    return Iters.iter(all);
  }
}

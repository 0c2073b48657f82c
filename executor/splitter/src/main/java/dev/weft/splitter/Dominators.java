package dev.weft.splitter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The dominator tree of a flow graph that may be entered at several blocks. Above the entries is a
 * root that is no block. Found by the iteration of Cooper, Harvey and Kennedy, "A Simple, Fast
 * Dominance Algorithm" (2001).
 */
final class Dominators {
  /** The parent of the blocks that no other block dominates. */
  static final int ROOT = -1;

  private static final int UNKNOWN = -2;

  private final FlowGraph graph;
  private final BitSet entries;
  private final BitSet left;
  private final int[] parent;
  private final int[] order;
  private final List<Integer> postorder = new ArrayList<>();

  private Dominators(FlowGraph graph, BitSet entries, BitSet left) {
    this.graph = graph;
    this.entries = entries;
    this.left = left;
    this.parent = new int[graph.size()];
    this.order = new int[graph.size()];
    Arrays.fill(parent, UNKNOWN);
  }

  /**
   * Builds the tree.
   *
   * @param entries the blocks that may be entered from outside
   * @param left blocks to leave out, with their edges
   */
  static Dominators of(FlowGraph graph, BitSet entries, BitSet left) {
    Dominators dominators = new Dominators(graph, entries, left);
    dominators.number();
    dominators.iterate();
    return dominators;
  }

  /** The blocks of the tree, each after all that it dominates. */
  List<Integer> postorder() {
    return postorder;
  }

  /** The nearest block that dominates this one, or {@link #ROOT}. */
  int parent(int block) {
    return parent[block];
  }

  private void number() {
    BitSet seen = (BitSet) left.clone();
    for (int entry = entries.nextSetBit(0); entry >= 0; entry = entries.nextSetBit(entry + 1)) {
      visit(entry, seen);
    }
  }

  /** A depth-first walk with a stack of its own: a method may have thousands of blocks in a row. */
  private void visit(int entry, BitSet seen) {
    if (seen.get(entry)) {
      return;
    }
    List<int[]> stack = new ArrayList<>();
    seen.set(entry);
    stack.add(new int[] {entry, 0});
    while (!stack.isEmpty()) {
      int[] top = stack.getLast();
      List<Integer> successors = graph.block(top[0]).successors();
      if (top[1] < successors.size()) {
        int successor = successors.get(top[1]++);
        if (!seen.get(successor)) {
          seen.set(successor);
          stack.add(new int[] {successor, 0});
        }
      } else {
        order[top[0]] = postorder.size();
        postorder.add(top[0]);
        stack.removeLast();
      }
    }
  }

  private void iterate() {
    List<List<Integer>> predecessors = predecessors();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int block : postorder.reversed()) {
        int nearest = entries.get(block) ? ROOT : UNKNOWN;
        for (int predecessor : predecessors.get(block)) {
          if (parent[predecessor] != UNKNOWN) {
            nearest = nearest == UNKNOWN ? predecessor : meet(nearest, predecessor);
          }
        }
        if (parent[block] != nearest) {
          parent[block] = nearest;
          changed = true;
        }
      }
    }
  }

  private List<List<Integer>> predecessors() {
    List<List<Integer>> predecessors = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      predecessors.add(new ArrayList<>());
    }
    for (int block : postorder) {
      for (int successor : graph.block(block).successors()) {
        predecessors.get(successor).add(block);
      }
    }
    return predecessors;
  }

  private int meet(int first, int second) {
    int a = first;
    int b = second;
    while (a != b) {
      if (a == ROOT || b == ROOT) {
        return ROOT;
      }
      if (order[a] < order[b]) {
        a = parent[a];
      } else {
        b = parent[b];
      }
    }
    return a;
  }
}

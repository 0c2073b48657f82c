package dev.weft.splitter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Which blocks go together into one method.
 *
 * <p>Blocks that one block dominates are kept together as far as the limit lets them, since they
 * are reached through it alone. Then neighbours with most jumps between them are joined.
 *
 * <p>A short block that ends in a switch over many cases is a <em>dispatch</em>: the head of an
 * interpreter loop. It belongs to no region; each region that jumps to it has a copy, and the
 * switch itself is made by whoever calls the regions.
 */
final class RegionPlan {
  private static final int DISPATCH_TARGETS = 16;
  private static final int DISPATCH_BYTES = 48;

  private final FlowGraph graph;
  private final int limit;
  private final BitSet dispatches = new BitSet();
  private final int[] regionOf;
  private final List<List<Integer>> regions = new ArrayList<>();

  private RegionPlan(FlowGraph graph, int limit) {
    this.graph = graph;
    this.limit = limit;
    this.regionOf = new int[graph.size()];
    Arrays.fill(regionOf, -1);
  }

  /**
   * Plans the regions.
   *
   * @param limit the bytes of code that a region should have at most
   */
  static RegionPlan of(FlowGraph graph, int limit) {
    RegionPlan plan = new RegionPlan(graph, limit);
    plan.findDispatches();
    plan.join(plan.dominated());
    return plan;
  }

  /** The blocks of each region, in the order of the code. */
  List<List<Integer>> regions() {
    return regions;
  }

  /** The region of a block; -1 for a dispatch. */
  int regionOf(int block) {
    return regionOf[block];
  }

  boolean isDispatch(int block) {
    return dispatches.get(block);
  }

  private void findDispatches() {
    for (BasicBlock block : graph.blocks()) {
      if (block.terminator() instanceof TableSwitchInsnNode table
          && block.successors().stream().distinct().count() >= DISPATCH_TARGETS
          && block.size() - Instructions.size(table) <= DISPATCH_BYTES
          && block.head().getStackSize() == 0
          && graph.block(block.successors().getFirst()).head().getStackSize() == 0
          && block.id() != 0) {
        dispatches.set(block.id());
      }
    }
    // A dispatch that leads to another one would need an entry of its own.
    for (BasicBlock block : graph.blocks()) {
      if (dispatches.get(block.id())) {
        for (int successor : block.successors()) {
          dispatches.clear(successor);
        }
      }
    }
  }

  /** Cuts the dominator tree from the leaves up, so that no piece is over the limit. */
  private List<List<Integer>> dominated() {
    BitSet entries = new BitSet();
    entries.set(0);
    for (int dispatch = dispatches.nextSetBit(0);
        dispatch >= 0;
        dispatch = dispatches.nextSetBit(dispatch + 1)) {
      for (int target : graph.block(dispatch).successors()) {
        entries.set(target);
      }
    }
    Dominators dominators = Dominators.of(graph, entries, dispatches);
    Map<Integer, List<Piece>> children = new HashMap<>();
    List<List<Integer>> pieces = new ArrayList<>();
    for (int block : dominators.postorder()) {
      List<Piece> below = children.getOrDefault(block, new ArrayList<>());
      Piece piece = new Piece(new ArrayList<>(List.of(block)), graph.block(block).size());
      below.sort(Comparator.comparingInt(Piece::size));
      for (Piece child : below) {
        if (piece.size() + child.size() <= limit) {
          piece.blocks().addAll(child.blocks());
          piece = new Piece(piece.blocks(), piece.size() + child.size());
        } else {
          pieces.add(child.blocks());
        }
      }
      int parent = dominators.parent(block);
      if (parent == Dominators.ROOT) {
        pieces.add(piece.blocks());
      } else {
        children.computeIfAbsent(parent, any -> new ArrayList<>()).add(piece);
      }
    }
    return pieces;
  }

  /** Joins the two pieces with most jumps between them, as long as the limit lets any two join. */
  private void join(List<List<Integer>> pieces) {
    int count = pieces.size();
    int[] size = new int[count];
    for (int i = 0; i < count; i++) {
      for (int block : pieces.get(i)) {
        regionOf[block] = i;
        size[i] += graph.block(block).size();
      }
    }
    int[][] jumps = new int[count][count];
    for (BasicBlock block : graph.blocks()) {
      for (int successor : block.successors()) {
        int from = regionOf[block.id()];
        int to = regionOf[successor];
        if (from >= 0 && to >= 0 && from != to) {
          jumps[Math.max(from, to)][Math.min(from, to)]++;
        }
      }
    }
    while (joinBest(pieces, size, jumps)) {}
    for (List<Integer> piece : pieces) {
      if (!piece.isEmpty()) {
        piece.sort(null);
        piece.forEach(block -> regionOf[block] = regions.size());
        regions.add(piece);
      }
    }
  }

  private boolean joinBest(List<List<Integer>> pieces, int[] size, int[][] jumps) {
    int best = 0;
    int high = -1;
    int low = -1;
    for (int i = 0; i < size.length; i++) {
      for (int j = 0; j < i; j++) {
        if (jumps[i][j] > best && size[i] + size[j] <= limit) {
          best = jumps[i][j];
          high = i;
          low = j;
        }
      }
    }
    if (best == 0) {
      return false;
    }
    pieces.get(low).addAll(pieces.get(high));
    pieces.get(high).clear();
    size[low] += size[high];
    size[high] = limit + 1;
    for (int k = 0; k < size.length; k++) {
      if (k != low && k != high) {
        int moved = jumps[Math.max(high, k)][Math.min(high, k)];
        jumps[Math.max(low, k)][Math.min(low, k)] += moved;
        jumps[Math.max(high, k)][Math.min(high, k)] = 0;
      }
    }
    jumps[high][low] = 0;
    return true;
  }

  private record Piece(List<Integer> blocks, int size) {}
}

package dev.weft.splitter;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * The numbers under which the driver enters the regions. The targets of a dispatch have consecutive
 * numbers in the order of its keys, so that a region can compute the number instead of jumping.
 */
final class Entries {
  /** The number that ends the method. */
  static final int END = -1;

  private static final int NONE = -1;

  private final FlowGraph graph;
  private final RegionPlan plan;
  private final List<Integer> blocks = new ArrayList<>();
  private final int[] numberOf;
  private final int[] baseOf;

  Entries(FlowGraph graph, RegionPlan plan) {
    this.graph = graph;
    this.plan = plan;
    this.numberOf = new int[graph.size()];
    this.baseOf = new int[graph.size()];
    Arrays.fill(numberOf, NONE);
    for (BasicBlock block : graph.blocks()) {
      if (plan.isDispatch(block.id())) {
        baseOf[block.id()] = blocks.size();
        List<Integer> targets = block.successors();
        for (int i = 1; i < targets.size(); i++) {
          int target = targets.get(i);
          numberOf[target] = numberOf[target] == NONE ? blocks.size() : numberOf[target];
          blocks.add(target);
        }
      }
    }
    add(0);
    for (BasicBlock block : graph.blocks()) {
      for (int successor : block.successors()) {
        if (plan.regionOf(block.id()) != plan.regionOf(successor) && !plan.isDispatch(successor)) {
          add(successor);
        }
      }
    }
  }

  private void add(int block) {
    if (numberOf[block] == NONE) {
      numberOf[block] = blocks.size();
      blocks.add(block);
    }
  }

  /** The number of a block that is entered from another region. */
  int number(int block) {
    return numberOf[block];
  }

  /** The number of the target of a dispatch's lowest key. */
  int base(int dispatch) {
    return baseOf[dispatch];
  }

  /** The lowest and the highest key of a dispatch. */
  TableSwitchInsnNode table(int dispatch) {
    return (TableSwitchInsnNode) requireNonNull(graph.block(dispatch).terminator());
  }

  int count() {
    return blocks.size();
  }

  int regionOf(int number) {
    return plan.regionOf(blocks.get(number));
  }

  /** The entries of a region: the blocks by number. Several numbers may stand for one block. */
  Map<Integer, Integer> of(int region) {
    Map<Integer, Integer> entries = new TreeMap<>();
    for (int number = 0; number < blocks.size(); number++) {
      if (regionOf(number) == region) {
        entries.put(number, blocks.get(number));
      }
    }
    return entries;
  }
}

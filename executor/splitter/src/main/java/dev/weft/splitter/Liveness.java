package dev.weft.splitter;

import java.util.BitSet;

/** Which local variables a block may still read, or a block after it, before they are written. */
final class Liveness {
  private final BitSet[] liveIn;

  private Liveness(BitSet[] liveIn) {
    this.liveIn = liveIn;
  }

  static Liveness of(FlowGraph graph) {
    BitSet[] liveIn = new BitSet[graph.size()];
    for (BasicBlock block : graph.blocks()) {
      liveIn[block.id()] = (BitSet) block.uses().clone();
    }
    Liveness liveness = new Liveness(liveIn);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int id = graph.size() - 1; id >= 0; id--) {
        BasicBlock block = graph.block(id);
        BitSet live = liveness.out(block);
        live.andNot(block.writes());
        live.or(block.uses());
        if (!live.equals(liveIn[id])) {
          liveIn[id] = live;
          changed = true;
        }
      }
    }
    return liveness;
  }

  /** The variables that are live on entry. The caller must not change the set. */
  BitSet in(int block) {
    return liveIn[block];
  }

  /** The variables that are live after the block, in a set of the caller's own. */
  BitSet out(BasicBlock block) {
    BitSet live = new BitSet();
    for (int successor : block.successors()) {
      live.or(liveIn[successor]);
    }
    return live;
  }
}

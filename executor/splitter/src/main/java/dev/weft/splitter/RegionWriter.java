package dev.weft.splitter;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes one region as a method of the activation.
 *
 * <p>On entry the method loads from the fields what is live in the block that it is entered at. On
 * exit it stores what it may have written and is live in the block that follows, and returns that
 * block's number. A field that is not stored is current: what a region has not written since its
 * entry is what it loaded there, or never touched.
 */
final class RegionWriter {
  private static final int THIS = 0;
  private static final int ENTRY = 1;

  private final FlowGraph graph;
  private final RegionPlan plan;
  private final Liveness liveness;
  private final Entries entries;
  private final Activation activation;
  private final int region;

  private final Map<Integer, LabelNode> members = new TreeMap<>();
  private final BitSet[] dirty;
  private final BitSet touched = new BitSet();
  private final Map<Integer, Integer> fixedSlots = new HashMap<>();
  private final Map<Exit, LabelNode> exits = new LinkedHashMap<>();
  private final InsnList code = new InsnList();
  private int firstFreeSlot = ENTRY + 1;

  RegionWriter(
      FlowGraph graph,
      RegionPlan plan,
      Liveness liveness,
      Entries entries,
      Activation activation,
      int region) {
    this.graph = graph;
    this.plan = plan;
    this.liveness = liveness;
    this.entries = entries;
    this.activation = activation;
    this.region = region;
    this.dirty = new BitSet[graph.size()];
  }

  /** A way out of the region: the block that follows, and the variables to store before. */
  private record Exit(int target, BitSet stored) {}

  static String name(int region) {
    return "region" + region;
  }

  MethodNode write() throws UnsplittableMethodException {
    for (Activation.Parameter parameter : activation.fixedParameters()) {
      fixedSlots.put(parameter.slot(), firstFreeSlot);
      firstFreeSlot += parameter.type().getSize();
    }
    findMembers();
    findDirty();
    writeEntries();
    List<Integer> blocks = List.copyOf(members.keySet());
    for (int i = 0; i < blocks.size(); i++) {
      code.add(members.get(blocks.get(i)));
      writeBlock(graph.block(blocks.get(i)), i + 1 < blocks.size() ? blocks.get(i + 1) : -1);
    }
    for (Map.Entry<Exit, LabelNode> exit : exits.entrySet()) {
      code.add(exit.getValue());
      writeExit(exit.getKey());
    }
    MethodNode method =
        new MethodNode(Opcodes.ACC_FINAL, name(region), activation.regionDescriptor(), null, null);
    method.instructions = code;
    return method;
  }

  private void findMembers() {
    for (int block : plan.regions().get(region)) {
      members.put(block, new LabelNode());
      for (int successor : graph.block(block).successors()) {
        if (plan.isDispatch(successor)) {
          members.putIfAbsent(successor, new LabelNode());
        }
      }
    }
    for (int block : members.keySet()) {
      touched.or(graph.block(block).uses());
      touched.or(graph.block(block).writes());
    }
  }

  /** What may have been written between an entry and the end of each block. */
  private void findDirty() {
    for (int block : members.keySet()) {
      dirty[block] = (BitSet) graph.block(block).writes().clone();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int block : members.keySet()) {
        for (int successor : graph.block(block).successors()) {
          if (members.containsKey(successor)) {
            BitSet after = dirty[successor];
            int before = after.cardinality();
            after.or(dirty[block]);
            changed |= after.cardinality() > before;
          }
        }
      }
    }
  }

  private void writeEntries() throws UnsplittableMethodException {
    Map<Integer, LabelNode> labels = new LinkedHashMap<>();
    SortedMap<Integer, LabelNode> keys = new TreeMap<>();
    entries
        .of(region)
        .forEach((number, block) ->
            keys.put(number, labels.computeIfAbsent(block, any -> new LabelNode())));
    if (labels.size() > 1) {
      code.add(new VarInsnNode(Opcodes.ILOAD, ENTRY));
      code.add(Code.switchOver(keys, keys.values().iterator().next()));
    }
    for (Map.Entry<Integer, LabelNode> entry : labels.entrySet()) {
      code.add(entry.getValue());
      writeEntry(entry.getKey());
    }
  }

  private void writeEntry(int block) throws UnsplittableMethodException {
    BitSet loaded = (BitSet) liveness.in(block).clone();
    loaded.and(touched);
    for (int slot = loaded.nextSetBit(0); slot >= 0; slot = loaded.nextSetBit(slot + 1)) {
      if (!activation.isFixed(slot)) {
        Type type = activation.localType(block, slot);
        code.add(new VarInsnNode(Opcodes.ALOAD, THIS));
        code.add(activation.local(Opcodes.GETFIELD, slot, type));
        code.add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), slot(slot)));
      }
    }
    List<Type> stack = activation.stackTypes(block);
    for (int depth = 0; depth < stack.size(); depth++) {
      code.add(new VarInsnNode(Opcodes.ALOAD, THIS));
      code.add(activation.stack(Opcodes.GETFIELD, depth, stack.get(depth)));
    }
    code.add(new JumpInsnNode(Opcodes.GOTO, members.get(block)));
  }

  private void writeBlock(BasicBlock block, int next) throws UnsplittableMethodException {
    for (AbstractInsnNode instruction : block.body()) {
      code.add(moved(instruction));
    }
    AbstractInsnNode terminator = block.terminator();
    List<Integer> successors = block.successors();
    if (plan.isDispatch(block.id())) {
      writeDispatch(block);
    } else if (terminator == null) {
      jump(block, successors.getFirst(), next);
    } else if (terminator instanceof JumpInsnNode conditional) {
      if (conditional.getOpcode() != Opcodes.GOTO) {
        code.add(new JumpInsnNode(conditional.getOpcode(), label(block, successors.getFirst())));
      }
      jump(block, successors.getLast(), next);
    } else if (Instructions.isSwitch(terminator)) {
      writeSwitch(block);
    } else if (Instructions.isReturn(terminator)) {
      if (terminator.getOpcode() != Opcodes.RETURN) {
        Code.storeField(code, activation.result(Opcodes.PUTFIELD));
      }
      leave(Entries.END);
    } else {
      code.add(terminator.clone(Map.of()));
    }
  }

  private void writeSwitch(BasicBlock block) {
    List<Integer> successors = block.successors();
    LabelNode[] labels = new LabelNode[successors.size() - 1];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = label(block, successors.get(i + 1));
    }
    LabelNode other = label(block, successors.getFirst());
    if (block.terminator() instanceof TableSwitchInsnNode table) {
      code.add(new TableSwitchInsnNode(table.min, table.max, other, labels));
    } else if (block.terminator() instanceof LookupSwitchInsnNode lookup) {
      int[] keys = lookup.keys.stream().mapToInt(Integer::intValue).toArray();
      code.add(new LookupSwitchInsnNode(other, keys, labels));
    }
  }

  /** Returns the number that belongs to the key on the stack: the driver does the jump. */
  private void writeDispatch(BasicBlock block) throws UnsplittableMethodException {
    BitSet stored = (BitSet) dirty[block.id()].clone();
    stored.and(liveness.out(block));
    for (int slot = stored.nextSetBit(0); slot >= 0; slot = stored.nextSetBit(slot + 1)) {
      for (int target : block.successors()) {
        if (liveness.in(target).get(slot)) {
          store(target, slot);
          break;
        }
      }
    }
    TableSwitchInsnNode table = entries.table(block.id());
    LabelNode outside = new LabelNode();
    LabelNode above = new LabelNode();
    code.add(new InsnNode(Opcodes.DUP));
    code.add(Code.push(table.min));
    code.add(new JumpInsnNode(Opcodes.IF_ICMPLT, outside));
    code.add(new InsnNode(Opcodes.DUP));
    code.add(Code.push(table.max));
    code.add(new JumpInsnNode(Opcodes.IF_ICMPLE, above));
    code.add(outside);
    code.add(new InsnNode(Opcodes.POP));
    leave(entries.number(block.successors().getFirst()));
    code.add(above);
    code.add(Code.push(entries.base(block.id()) - table.min));
    code.add(new InsnNode(Opcodes.IADD));
    code.add(new InsnNode(Opcodes.IRETURN));
  }

  private void jump(BasicBlock from, int target, int next) {
    if (target != next) {
      code.add(new JumpInsnNode(Opcodes.GOTO, label(from, target)));
    }
  }

  private LabelNode label(BasicBlock from, int target) {
    LabelNode member = members.get(target);
    if (member != null) {
      return member;
    }
    BitSet stored = (BitSet) dirty[from.id()].clone();
    stored.and(liveness.in(target));
    return exits.computeIfAbsent(new Exit(target, stored), any -> new LabelNode());
  }

  private void writeExit(Exit exit) throws UnsplittableMethodException {
    List<Type> stack = activation.stackTypes(exit.target());
    for (int depth = stack.size() - 1; depth >= 0; depth--) {
      Code.storeField(code, activation.stack(Opcodes.PUTFIELD, depth, stack.get(depth)));
    }
    BitSet stored = exit.stored();
    for (int slot = stored.nextSetBit(0); slot >= 0; slot = stored.nextSetBit(slot + 1)) {
      store(exit.target(), slot);
    }
    leave(entries.number(exit.target()));
  }

  /** Stores a variable into the field for the type that it has on entry to the target. */
  private void store(int target, int slot) throws UnsplittableMethodException {
    Type type = activation.localType(target, slot);
    code.add(new VarInsnNode(Opcodes.ALOAD, THIS));
    code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot(slot)));
    code.add(activation.local(Opcodes.PUTFIELD, slot, type));
  }

  private void leave(int number) {
    code.add(Code.push(number));
    code.add(new InsnNode(Opcodes.IRETURN));
  }

  private AbstractInsnNode moved(AbstractInsnNode instruction) {
    return switch (instruction) {
      case VarInsnNode access -> new VarInsnNode(access.getOpcode(), slot(access.var));
      case IincInsnNode increment -> new IincInsnNode(slot(increment.var), increment.incr);
      default -> instruction.clone(Map.of());
    };
  }

  private int slot(int original) {
    Integer fixed = fixedSlots.get(original);
    return fixed != null ? fixed : firstFreeSlot + original;
  }
}

package dev.weft.splitter;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Splits a method that is huge because of one switch over many keys with a line of code each: what
 * an indirect call is compiled to. Groups of neighbouring keys become methods of their own; what is
 * left is a switch over the groups. No state has to be kept in an object, and each piece is short
 * enough to be inlined.
 *
 * <p>The operands of what the switch leads to, and then the key, must be loaded from local
 * variables right before it. What it leads to must read no other variables, and must end the
 * method.
 */
final class SwitchOutliner {
  private final FlowGraph graph;
  private final BasicBlock dispatch;
  private final String className;
  private final int groupShift;
  private final List<VarInsnNode> operands;
  private final Map<Integer, Integer> parameterOf = new HashMap<>();
  private final String groupDescriptor;

  private SwitchOutliner(FlowGraph graph, BasicBlock dispatch, String className, SplitLimits limits)
      throws UnsplittableMethodException {
    this.graph = graph;
    this.dispatch = dispatch;
    this.className = className;
    this.groupShift = Integer.numberOfTrailingZeros(limits.switchKeys());
    this.operands = operands(dispatch);
    Type[] types = new Type[operands.size()];
    int slot = 0;
    for (int i = 0; i < types.length; i++) {
      if (dispatch.writes().get(operands.get(i).var)) {
        throw new UnsplittableMethodException("an operand of its switch is computed on the way");
      }
      types[i] = Activation.type(dispatch.head().getLocal(operands.get(i).var));
      parameterOf.putIfAbsent(operands.get(i).var, slot);
      slot += types[i].getSize();
    }
    this.groupDescriptor = Type.getMethodDescriptor(Type.getReturnType(graph.method().desc), types);
  }

  /**
   * Splits the method at its longest switch.
   *
   * @return the pieces, the one named like the driver of an activation being the start
   * @throws UnsplittableMethodException where the method has not the shape
   */
  static List<MethodNode> split(FlowGraph graph, String className, SplitLimits limits)
      throws UnsplittableMethodException {
    BasicBlock longest = null;
    for (BasicBlock block : graph.blocks()) {
      if (block.terminator() != null
          && Instructions.isSwitch(block.terminator())
          && (longest == null || block.size() > longest.size())) {
        longest = block;
      }
    }
    if (longest == null) {
      throw new UnsplittableMethodException("it has no switch");
    }
    SwitchOutliner outliner = new SwitchOutliner(graph, longest, className, limits);
    outliner.checkTargets();
    return outliner.write();
  }

  /** The loads right before the switch, the key's being the last. */
  private static List<VarInsnNode> operands(BasicBlock dispatch)
      throws UnsplittableMethodException {
    List<VarInsnNode> operands = new ArrayList<>();
    for (AbstractInsnNode instruction : dispatch.body().reversed()) {
      if (!(instruction instanceof VarInsnNode load) || Instructions.isStore(load.getOpcode())) {
        break;
      }
      operands.addFirst(load);
    }
    if (operands.isEmpty()) {
      throw new UnsplittableMethodException("the key of its switch is no local variable");
    }
    return operands;
  }

  private void checkTargets() throws UnsplittableMethodException {
    for (int target : dispatch.successors()) {
      if (graph.block(target).head().getStackSize() != operands.size() - 1) {
        throw new UnsplittableMethodException("its switch has operands that are no variables");
      }
      for (AbstractInsnNode instruction : straight(target)) {
        if (instruction instanceof VarInsnNode access
            && (Instructions.isStore(access.getOpcode()) || !parameterOf.containsKey(access.var))) {
          throw new UnsplittableMethodException("its switch leads to code with other variables");
        }
      }
    }
  }

  /** The code from a block to the end of the method. */
  private List<AbstractInsnNode> straight(int target) throws UnsplittableMethodException {
    List<AbstractInsnNode> code = new ArrayList<>();
    BasicBlock block = graph.block(target);
    for (int steps = 0; ; steps++) {
      code.addAll(block.body());
      if (block.successors().size() > 1 || steps > graph.size()) {
        throw new UnsplittableMethodException("its switch leads to more than a call");
      }
      if (block.successors().isEmpty()) {
        code.add(block.terminator());
        return code;
      }
      block = graph.block(block.successors().getFirst());
    }
  }

  private List<MethodNode> write() throws UnsplittableMethodException {
    int other = dispatch.successors().getFirst();
    SortedMap<Integer, SortedMap<Integer, Integer>> groups = new TreeMap<>();
    targets()
        .forEach((key, target) -> {
          if (target != other) {
            groups.computeIfAbsent(key >> groupShift, any -> new TreeMap<>()).put(key, target);
          }
        });
    List<MethodNode> methods = new ArrayList<>();
    methods.add(start(groups.keySet().stream().toList()));
    for (Map.Entry<Integer, SortedMap<Integer, Integer>> group : groups.entrySet()) {
      methods.add(group(groupName(group.getKey()), group.getValue(), other));
    }
    return methods;
  }

  private Map<Integer, Integer> targets() {
    List<Integer> successors = dispatch.successors();
    Map<Integer, Integer> targets = new LinkedHashMap<>();
    for (int i = 1; i < successors.size(); i++) {
      int key =
          switch (dispatch.terminator()) {
            case TableSwitchInsnNode table -> table.min + i - 1;
            case LookupSwitchInsnNode lookup -> lookup.keys.get(i - 1);
            case null, default -> throw new AssertionError(dispatch);
          };
      targets.put(key, successors.get(i));
    }
    return targets;
  }

  private static String groupName(int group) {
    return "keys" + (group < 0 ? "_" + -(long) group : group);
  }

  /** The method without the code that the switch alone leads to, switching over the groups. */
  private MethodNode start(List<Integer> groups) {
    Map<Integer, LabelNode> labels = new HashMap<>();
    for (int block : reachable()) {
      labels.put(block, new LabelNode());
    }
    InsnList code = new InsnList();
    for (int block : labels.keySet().stream().sorted().toList()) {
      code.add(labels.get(block));
      graph.block(block).body().forEach(instruction -> code.add(instruction.clone(Map.of())));
      if (block == dispatch.id()) {
        switchOverGroups(
            code, groups, requireNonNull(labels.get(dispatch.successors().getFirst())));
      } else {
        end(code, graph.block(block), labels);
      }
    }
    MethodNode start =
        new MethodNode(Opcodes.ACC_STATIC, DriverWriter.NAME, graph.method().desc, null, null);
    start.instructions = code;
    return start;
  }

  /** The blocks that are still needed: of the switch only the default is. */
  private List<Integer> reachable() {
    List<Integer> reachable = new ArrayList<>(List.of(0));
    for (int i = 0; i < reachable.size(); i++) {
      int block = reachable.get(i);
      List<Integer> successors = graph.block(block).successors();
      for (int successor : block == dispatch.id() ? successors.subList(0, 1) : successors) {
        if (!reachable.contains(successor)) {
          reachable.add(successor);
        }
      }
    }
    return reachable;
  }

  private static void end(InsnList code, BasicBlock block, Map<Integer, LabelNode> labels) {
    List<Integer> successors = block.successors();
    AbstractInsnNode terminator = block.terminator();
    if (terminator instanceof JumpInsnNode jump && jump.getOpcode() != Opcodes.GOTO) {
      code.add(new JumpInsnNode(jump.getOpcode(), labels.get(successors.getFirst())));
    } else if (terminator != null && Instructions.isSwitch(terminator)) {
      Map<LabelNode, LabelNode> moved = new HashMap<>();
      List<LabelNode> original = Instructions.labels(terminator);
      for (int i = 0; i < successors.size(); i++) {
        moved.put(original.get(i), labels.get(successors.get(i)));
      }
      code.add(terminator.clone(moved));
    } else if (terminator != null && successors.isEmpty()) {
      code.add(terminator.clone(Map.of()));
    }
    if (!successors.isEmpty() && !(terminator != null && Instructions.isSwitch(terminator))) {
      code.add(new JumpInsnNode(Opcodes.GOTO, labels.get(successors.getLast())));
    }
  }

  private void switchOverGroups(InsnList code, List<Integer> groups, LabelNode other) {
    SortedMap<Integer, LabelNode> cases = new TreeMap<>();
    groups.forEach(group -> cases.put(group, new LabelNode()));
    code.add(Code.push(groupShift));
    code.add(new InsnNode(Opcodes.ISHR));
    code.add(Code.switchOver(cases, other));
    cases.forEach((group, label) -> {
      code.add(label);
      code.add(new VarInsnNode(Opcodes.ILOAD, operands.getLast().var));
      code.add(
          new MethodInsnNode(
              Opcodes.INVOKESTATIC, className, groupName(group), groupDescriptor, false));
      code.add(new InsnNode(returnOpcode()));
    });
  }

  private MethodNode group(String name, SortedMap<Integer, Integer> targets, int other)
      throws UnsplittableMethodException {
    InsnList code = new InsnList();
    for (VarInsnNode operand : operands) {
      code.add(new VarInsnNode(operand.getOpcode(), parameter(operand)));
    }
    Map<Integer, LabelNode> labels = new LinkedHashMap<>();
    SortedMap<Integer, LabelNode> cases = new TreeMap<>();
    targets.forEach(
        (key, target) -> cases.put(key, labels.computeIfAbsent(target, any -> new LabelNode())));
    code.add(Code.switchOver(cases, labels.computeIfAbsent(other, any -> new LabelNode())));
    for (Map.Entry<Integer, LabelNode> target : labels.entrySet()) {
      code.add(target.getValue());
      for (AbstractInsnNode instruction : straight(target.getKey())) {
        code.add(
            instruction instanceof VarInsnNode load
                ? new VarInsnNode(load.getOpcode(), parameter(load))
                : instruction.clone(Map.of()));
      }
    }
    MethodNode group = new MethodNode(Opcodes.ACC_STATIC, name, groupDescriptor, null, null);
    group.instructions = code;
    return group;
  }

  private int parameter(VarInsnNode load) {
    return requireNonNull(parameterOf.get(load.var));
  }

  private int returnOpcode() {
    return Type.getReturnType(graph.method().desc).getOpcode(Opcodes.IRETURN);
  }
}

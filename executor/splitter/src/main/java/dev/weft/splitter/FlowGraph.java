package dev.weft.splitter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/** The reachable basic blocks of a method, in the order of its code. Block 0 is the entry. */
final class FlowGraph {
  private final MethodNode method;
  private final List<BasicBlock> blocks;

  private FlowGraph(MethodNode method, List<BasicBlock> blocks) {
    this.method = method;
    this.blocks = blocks;
  }

  /**
   * Reads a method's code.
   *
   * @param blockLimit the size in bytes from which a straight run is cut into several blocks
   * @throws UnsplittableMethodException where the method has exception handlers, monitors, {@code
   *     invokedynamic} or new objects whose constructor may run in another block
   */
  static FlowGraph of(String owner, MethodNode method, int blockLimit)
      throws UnsplittableMethodException {
    checkSupported(method);
    Frame<BasicValue>[] frames;
    try {
      frames = new Analyzer<>(new TypedInterpreter()).analyze(owner, method);
    } catch (AnalyzerException e) {
      throw new UnsplittableMethodException("its code cannot be analysed: " + e.getMessage());
    }
    FlowGraph graph =
        new FlowGraph(method, new Reader(method.instructions, frames, blockLimit).read());
    graph.checkStacks();
    return graph;
  }

  MethodNode method() {
    return method;
  }

  List<BasicBlock> blocks() {
    return blocks;
  }

  BasicBlock block(int id) {
    return blocks.get(id);
  }

  int size() {
    return blocks.size();
  }

  private static void checkSupported(MethodNode method) throws UnsplittableMethodException {
    if (!method.tryCatchBlocks.isEmpty()) {
      throw new UnsplittableMethodException("it has exception handlers");
    }
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      throw new UnsplittableMethodException("it is not static");
    }
    if (method.name.equals("<clinit>")) {
      throw new UnsplittableMethodException("it initializes its class");
    }
    for (AbstractInsnNode instruction : method.instructions) {
      switch (instruction.getOpcode()) {
        case Opcodes.MONITORENTER, Opcodes.MONITOREXIT ->
            throw new UnsplittableMethodException("it locks a monitor");
        case Opcodes.JSR, Opcodes.RET ->
            throw new UnsplittableMethodException("it has subroutines");
        default -> {}
      }
      if (instruction instanceof InvokeDynamicInsnNode) {
        throw new UnsplittableMethodException("it has an invokedynamic instruction");
      }
    }
  }

  /** An object between {@code new} and its constructor can be kept in no field. */
  private void checkStacks() throws UnsplittableMethodException {
    boolean creates = false;
    for (AbstractInsnNode instruction : method.instructions) {
      creates |= instruction.getOpcode() == Opcodes.NEW;
    }
    for (BasicBlock block : blocks) {
      for (int i = 0; creates && i < block.head().getStackSize(); i++) {
        if (block.head().getStack(i).isReference()) {
          throw new UnsplittableMethodException("a new object may cross a block before it is made");
        }
      }
    }
  }

  /** Keeps the class of each reference, so that a field of that type can hold it. */
  private static final class TypedInterpreter extends BasicInterpreter {
    TypedInterpreter() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable BasicValue newValue(@Nullable Type type) {
      boolean reference =
          type != null && (type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY);
      return reference ? new BasicValue(type) : super.newValue(type);
    }
  }

  /** Cuts the instructions into blocks. */
  private static final class Reader {
    private final InsnList instructions;
    private final Frame<BasicValue>[] frames;
    private final int blockLimit;
    private final BitSet leaders = new BitSet();
    private final Map<Integer, Integer> idByLeader = new HashMap<>();

    Reader(InsnList instructions, Frame<BasicValue>[] frames, int blockLimit) {
      this.instructions = instructions;
      this.frames = frames;
      this.blockLimit = blockLimit;
    }

    List<BasicBlock> read() {
      findLeaders();
      int id = 0;
      for (int at = leaders.nextSetBit(0); at >= 0; at = leaders.nextSetBit(at + 1)) {
        idByLeader.put(at, id++);
      }
      List<BasicBlock> blocks = new ArrayList<>();
      for (int at = leaders.nextSetBit(0); at >= 0; at = leaders.nextSetBit(at + 1)) {
        blocks.add(readBlock(blocks.size(), at));
      }
      return blocks;
    }

    private void findLeaders() {
      leaders.set(next(0));
      int size = 0;
      for (int i = 0; i < instructions.size(); i++) {
        AbstractInsnNode instruction = instructions.get(i);
        if (!isCode(instruction) || frames[i] == null) {
          continue;
        }
        size = leaders.get(i) ? 0 : size;
        if (size > blockLimit && (frames[i].getStackSize() == 0 || size > 2 * blockLimit)) {
          leaders.set(i);
          size = 0;
        }
        size += Instructions.size(instruction);
        if (Instructions.isTerminator(instruction)) {
          targets(instruction).forEach(target -> leaders.set(target));
          if (fallsThrough(instruction)) {
            leaders.set(next(i + 1));
          }
          size = 0;
        }
      }
    }

    private BasicBlock readBlock(int id, int leader) {
      List<AbstractInsnNode> body = new ArrayList<>();
      BitSet uses = new BitSet();
      BitSet writes = new BitSet();
      int size = 0;
      int at = leader;
      while (true) {
        AbstractInsnNode instruction = instructions.get(at);
        size += Instructions.size(instruction);
        if (Instructions.isTerminator(instruction)) {
          List<Integer> successors = new ArrayList<>(targets(instruction));
          if (fallsThrough(instruction)) {
            successors.add(next(at + 1));
          }
          return new BasicBlock(
              id, body, instruction, ids(successors), size, frames[leader], uses, writes);
        }
        body.add(instruction);
        note(instruction, uses, writes);
        at = next(at + 1);
        if (leaders.get(at)) {
          return new BasicBlock(
              id, body, null, ids(List.of(at)), size, frames[leader], uses, writes);
        }
      }
    }

    private static void note(AbstractInsnNode instruction, BitSet uses, BitSet writes) {
      if (instruction instanceof VarInsnNode access) {
        if (Instructions.isStore(access.getOpcode())) {
          writes.set(access.var);
        } else if (!writes.get(access.var)) {
          uses.set(access.var);
        }
      } else if (instruction instanceof IincInsnNode increment) {
        if (!writes.get(increment.var)) {
          uses.set(increment.var);
        }
        writes.set(increment.var);
      }
    }

    private List<Integer> ids(List<Integer> leaders) {
      return leaders.stream().map(idByLeader::get).toList();
    }

    private static boolean fallsThrough(AbstractInsnNode terminator) {
      return terminator instanceof JumpInsnNode && terminator.getOpcode() != Opcodes.GOTO;
    }

    private List<Integer> targets(AbstractInsnNode terminator) {
      return Instructions.labels(terminator).stream()
          .map(label -> next(instructions.indexOf(label)))
          .toList();
    }

    private int next(int from) {
      int at = from;
      while (!isCode(instructions.get(at))) {
        at++;
      }
      return at;
    }

    private static boolean isCode(AbstractInsnNode node) {
      return !(node instanceof LabelNode
          || node instanceof LineNumberNode
          || node instanceof FrameNode);
    }
  }
}

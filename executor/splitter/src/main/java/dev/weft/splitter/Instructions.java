package dev.weft.splitter;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** What has to be known of single instructions. */
final class Instructions {
  private Instructions() {}

  static boolean isReturn(AbstractInsnNode instruction) {
    return instruction.getOpcode() >= Opcodes.IRETURN && instruction.getOpcode() <= Opcodes.RETURN;
  }

  static boolean isSwitch(AbstractInsnNode instruction) {
    return instruction instanceof TableSwitchInsnNode
        || instruction instanceof LookupSwitchInsnNode;
  }

  /** Whether control does not simply go on to the next instruction. */
  static boolean isTerminator(AbstractInsnNode instruction) {
    return instruction instanceof JumpInsnNode
        || isSwitch(instruction)
        || isReturn(instruction)
        || instruction.getOpcode() == Opcodes.ATHROW;
  }

  /** Where a terminator may jump to: a switch's default first, then its keys in order. */
  static List<LabelNode> labels(AbstractInsnNode terminator) {
    List<LabelNode> labels = new ArrayList<>();
    switch (terminator) {
      case JumpInsnNode jump -> labels.add(jump.label);
      case TableSwitchInsnNode table -> {
        labels.add(table.dflt);
        labels.addAll(table.labels);
      }
      case LookupSwitchInsnNode lookup -> {
        labels.add(lookup.dflt);
        labels.addAll(lookup.labels);
      }
      default -> {}
    }
    return labels;
  }

  static boolean isStore(int opcode) {
    return opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
  }

  /** The most bytes that the instruction takes in a method small enough for near jumps. */
  static int size(AbstractInsnNode instruction) {
    CodeSizeEvaluator size = new CodeSizeEvaluator(null);
    instruction.accept(size);
    return instruction instanceof JumpInsnNode ? 3 : size.getMaxSize();
  }

  /** The bytes of the code at most, with near jumps. */
  static int size(InsnList code) {
    int total = 0;
    for (AbstractInsnNode instruction : code) {
      total += size(instruction);
    }
    return total;
  }
}

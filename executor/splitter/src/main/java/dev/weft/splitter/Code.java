package dev.weft.splitter;

import java.util.SortedMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Short sequences of instructions. */
final class Code {
  private Code() {}

  static AbstractInsnNode push(int value) {
    if (value >= -1 && value <= 5) {
      return new InsnNode(Opcodes.ICONST_0 + value);
    }
    if (value == (byte) value) {
      return new IntInsnNode(Opcodes.BIPUSH, value);
    }
    if (value == (short) value) {
      return new IntInsnNode(Opcodes.SIPUSH, value);
    }
    return new LdcInsnNode(value);
  }

  /** Stores the value on top of the stack into a field of {@code this}. */
  static void storeField(InsnList code, FieldInsnNode field) {
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    if (Type.getType(field.desc).getSize() == 1) {
      code.add(new InsnNode(Opcodes.SWAP));
    } else {
      code.add(new InsnNode(Opcodes.DUP_X2));
      code.add(new InsnNode(Opcodes.POP));
    }
    code.add(field);
  }

  /** A switch in the form that takes less room. */
  static AbstractInsnNode switchOver(SortedMap<Integer, LabelNode> cases, LabelNode other) {
    int low = cases.firstKey();
    int high = cases.lastKey();
    long tableWords = 4 + (long) high - low;
    long lookupWords = 2L * cases.size() + 2;
    if (tableWords > lookupWords) {
      int[] keys = cases.keySet().stream().mapToInt(Integer::intValue).toArray();
      return new LookupSwitchInsnNode(other, keys, cases.values().toArray(LabelNode[]::new));
    }
    LabelNode[] labels = new LabelNode[high - low + 1];
    for (int key = low; key <= high; key++) {
      labels[key - low] = cases.getOrDefault(key, other);
    }
    return new TableSwitchInsnNode(low, high, other, labels);
  }
}

package dev.weft.splitter;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the method that makes an activation and calls its regions one after the other, each time
 * the one that the last returned the number of. It is short, so that the compiler can replace it on
 * the stack while its loop runs.
 */
final class DriverWriter {
  static final String NAME = "run";

  private final FlowGraph graph;
  private final Liveness liveness;
  private final Entries entries;
  private final Activation activation;
  private final InsnList code = new InsnList();

  DriverWriter(FlowGraph graph, Liveness liveness, Entries entries, Activation activation) {
    this.graph = graph;
    this.liveness = liveness;
    this.entries = entries;
    this.activation = activation;
  }

  MethodNode write() throws UnsplittableMethodException {
    String descriptor = graph.method().desc;
    int state = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
    int next = state + 1;
    LabelNode loop = new LabelNode();
    LabelNode end = new LabelNode();
    writeStart(state);
    code.add(Code.push(entries.number(0)));
    code.add(new VarInsnNode(Opcodes.ISTORE, next));
    code.add(loop);
    SortedMap<Integer, LabelNode> cases = new TreeMap<>();
    SortedMap<Integer, LabelNode> regions = new TreeMap<>();
    for (int number = 0; number < entries.count(); number++) {
      cases.put(number, regions.computeIfAbsent(entries.regionOf(number), any -> new LabelNode()));
    }
    code.add(new VarInsnNode(Opcodes.ILOAD, next));
    code.add(Code.switchOver(cases, end));
    for (Map.Entry<Integer, LabelNode> region : regions.entrySet()) {
      code.add(region.getValue());
      writeCall(region.getKey(), state, next);
      code.add(new JumpInsnNode(Opcodes.GOTO, loop));
    }
    code.add(end);
    writeEnd(state);
    MethodNode method = new MethodNode(Opcodes.ACC_STATIC, NAME, descriptor, null, null);
    method.instructions = code;
    return method;
  }

  private void writeStart(int state) throws UnsplittableMethodException {
    code.add(new TypeInsnNode(Opcodes.NEW, activation.className()));
    code.add(new InsnNode(Opcodes.DUP));
    code.add(
        new MethodInsnNode(Opcodes.INVOKESPECIAL, activation.className(), "<init>", "()V", false));
    code.add(new VarInsnNode(Opcodes.ASTORE, state));
    for (Activation.Parameter parameter : activation.parameters()) {
      if (!parameter.fixed() && liveness.in(0).get(parameter.slot())) {
        Type type = activation.localType(0, parameter.slot());
        code.add(new VarInsnNode(Opcodes.ALOAD, state));
        code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), parameter.slot()));
        code.add(activation.local(Opcodes.PUTFIELD, parameter.slot(), type));
      }
    }
  }

  private void writeCall(int region, int state, int next) {
    code.add(new VarInsnNode(Opcodes.ALOAD, state));
    code.add(new VarInsnNode(Opcodes.ILOAD, next));
    for (Activation.Parameter parameter : activation.fixedParameters()) {
      code.add(new VarInsnNode(parameter.type().getOpcode(Opcodes.ILOAD), parameter.slot()));
    }
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKEVIRTUAL,
            activation.className(),
            RegionWriter.name(region),
            activation.regionDescriptor(),
            false));
    code.add(new VarInsnNode(Opcodes.ISTORE, next));
  }

  private void writeEnd(int state) {
    Type type = activation.returnType();
    if (type.getSort() != Type.VOID) {
      code.add(new VarInsnNode(Opcodes.ALOAD, state));
      code.add(activation.result(Opcodes.GETFIELD));
    }
    code.add(new InsnNode(type.getOpcode(Opcodes.IRETURN)));
  }
}

package dev.weft.splitter;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Turns a method into a class of its own, an {@link Activation}, whose methods are pieces of it
 * that HotSpot compiles.
 */
final class MethodSplitter {
  private static final int ATTEMPTS = 8;

  private final String owner;
  private final int classVersion;
  private final SplitLimits limits;

  MethodSplitter(String owner, int classVersion, SplitLimits limits) {
    this.owner = owner;
    this.classVersion = classVersion;
    this.limits = limits;
  }

  /**
   * Splits a method.
   *
   * @return the new class, to be defined beside the method's own; its method {@code run} does what
   *     the method does
   */
  ClassNode split(MethodNode method, String className) throws UnsplittableMethodException {
    int regionBytes = limits.regionBytes();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FlowGraph graph = FlowGraph.of(owner, method, regionBytes / 2);
      ClassNode result = newClass(className);
      if (attempt == 0 && outline(graph, result)) {
        return result;
      }
      writeRegions(graph, result, regionBytes);
      boolean regionsFit = true;
      boolean driverFits = true;
      for (MethodNode piece : result.methods) {
        boolean fits = isCompiled(piece);
        if (piece.name.equals(DriverWriter.NAME)) {
          driverFits = fits;
        } else {
          regionsFit &= fits;
        }
      }
      if (regionsFit && driverFits) {
        return result;
      }
      // Many small regions make a long driver.
      regionBytes = regionsFit ? regionBytes * 3 / 2 : regionBytes * 2 / 3;
    }
    throw new UnsplittableMethodException(
        "no size of region keeps all pieces under " + SplitLimits.HOTSPOT_METHOD_BYTES + " bytes");
  }

  private static boolean isCompiled(MethodNode piece) {
    return Instructions.size(piece.instructions) < SplitLimits.HOTSPOT_METHOD_BYTES;
  }

  private boolean outline(FlowGraph graph, ClassNode result) {
    try {
      List<MethodNode> pieces = SwitchOutliner.split(graph, result.name, limits);
      if (pieces.stream().allMatch(MethodSplitter::isCompiled)) {
        result.methods.addAll(pieces);
        return true;
      }
      return false;
    } catch (UnsplittableMethodException e) {
      // Most methods have not the shape.
      return false;
    }
  }

  private static void writeRegions(FlowGraph graph, ClassNode result, int regionBytes)
      throws UnsplittableMethodException {
    RegionPlan plan = RegionPlan.of(graph, regionBytes);
    Liveness liveness = Liveness.of(graph);
    Entries entries = new Entries(graph, plan);
    Activation activation = new Activation(result.name, graph);
    result.methods.add(constructor());
    result.methods.add(new DriverWriter(graph, liveness, entries, activation).write());
    for (int region = 0; region < plan.regions().size(); region++) {
      result.methods.add(
          new RegionWriter(graph, plan, liveness, entries, activation, region).write());
    }
    result.fields.addAll(activation.fields());
  }

  private ClassNode newClass(String className) {
    ClassNode result = new ClassNode();
    result.version = classVersion;
    result.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    result.name = className;
    result.superName = "java/lang/Object";
    return result;
  }

  private static MethodNode constructor() {
    MethodNode constructor = new MethodNode(0, "<init>", "()V", null, null);
    constructor.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
    constructor.instructions.add(
        new MethodInsnNode(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false));
    constructor.instructions.add(new InsnNode(Opcodes.RETURN));
    return constructor;
  }

  /** Writes the code of a method that calls the class which it became. */
  static void forward(String descriptor, String className, MethodVisitor code) {
    code.visitCode();
    int slot = 0;
    for (Type type : Type.getArgumentTypes(descriptor)) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      slot += type.getSize();
    }
    Type returned = Type.getReturnType(descriptor);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, className, DriverWriter.NAME, descriptor, false);
    code.visitInsn(returned.getOpcode(Opcodes.IRETURN));
    code.visitMaxs(Math.max(slot, returned.getSize()), slot);
    code.visitEnd();
  }
}

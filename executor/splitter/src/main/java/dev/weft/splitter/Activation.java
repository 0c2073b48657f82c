package dev.weft.splitter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;

/**
 * The object that holds the state of one call of a split method: a field for each local variable
 * that is carried from one region to another, for each place on the operand stack that is, and for
 * the result. Parameters that the method never writes are no fields; the regions get them as
 * arguments.
 */
final class Activation {
  private static final String RESULT = "result";

  private final String className;
  private final FlowGraph graph;
  private final Type returnType;
  private final List<Parameter> parameters = new ArrayList<>();
  private final BitSet fixed = new BitSet();
  private final Map<String, String> fields = new TreeMap<>();

  Activation(String className, FlowGraph graph) {
    this.className = className;
    this.graph = graph;
    MethodNode method = graph.method();
    this.returnType = Type.getReturnType(method.desc);
    BitSet written = written(method);
    int slot = 0;
    for (Type type : Type.getArgumentTypes(method.desc)) {
      parameters.add(new Parameter(slot, type, !written.get(slot)));
      fixed.set(slot, !written.get(slot));
      slot += type.getSize();
    }
    if (returnType.getSort() != Type.VOID) {
      fields.put(RESULT, returnType.getDescriptor());
    }
  }

  /** A parameter of the split method; fixed where the method never writes it. */
  record Parameter(int slot, Type type, boolean fixed) {}

  String className() {
    return className;
  }

  Type returnType() {
    return returnType;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  List<Parameter> fixedParameters() {
    return parameters.stream().filter(Parameter::fixed).toList();
  }

  /** The local variables that hold fixed parameters. */
  boolean isFixed(int slot) {
    return fixed.get(slot);
  }

  /** What a region's method takes and gives: the entry and the fixed parameters; the next entry. */
  String regionDescriptor() {
    List<Type> types = new ArrayList<>(List.of(Type.INT_TYPE));
    fixedParameters().forEach(parameter -> types.add(parameter.type()));
    return Type.getMethodDescriptor(Type.INT_TYPE, types.toArray(Type[]::new));
  }

  FieldInsnNode result(int opcode) {
    return new FieldInsnNode(opcode, className, RESULT, returnType.getDescriptor());
  }

  /** The access to the field of a local variable, of the type that it has on entry to a block. */
  FieldInsnNode local(int opcode, int slot, Type type) {
    return field(opcode, "local" + slot, type);
  }

  /** The access to the field of a place on the operand stack. */
  FieldInsnNode stack(int opcode, int depth, Type type) {
    return field(opcode, "stack" + depth, type);
  }

  private FieldInsnNode field(int opcode, String base, Type type) {
    String descriptor = type.getDescriptor();
    String name = base + descriptor.replaceAll("[/;\\[]", "_");
    fields.put(name, descriptor);
    return new FieldInsnNode(opcode, className, name, descriptor);
  }

  /** The type of a local variable that is live on entry to a block. */
  Type localType(int block, int slot) throws UnsplittableMethodException {
    return type(graph.block(block).head().getLocal(slot));
  }

  /** The types on the operand stack on entry to a block, the lowest first. */
  List<Type> stackTypes(int block) throws UnsplittableMethodException {
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < graph.block(block).head().getStackSize(); i++) {
      types.add(type(graph.block(block).head().getStack(i)));
    }
    return types;
  }

  /** The fields that were asked for up to now. */
  List<FieldNode> fields() {
    return fields.entrySet().stream()
        .map(field -> new FieldNode(0, field.getKey(), field.getValue(), null, null))
        .toList();
  }

  /** The type of a value that a field or a parameter is to hold. */
  static Type type(BasicValue value) throws UnsplittableMethodException {
    Type type = value.getType();
    if (type == null || type.equals(BasicInterpreter.NULL_TYPE)) {
      throw new UnsplittableMethodException("a value of unknown type crosses a cut");
    }
    return type;
  }

  private static BitSet written(MethodNode method) {
    BitSet written = new BitSet();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof VarInsnNode access && Instructions.isStore(access.getOpcode())) {
        written.set(access.var);
      } else if (instruction instanceof IincInsnNode increment) {
        written.set(increment.var);
      }
    }
    return written;
  }
}

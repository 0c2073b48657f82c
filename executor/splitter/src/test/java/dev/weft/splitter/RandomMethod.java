package dev.weft.splitter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A method of random blocks that jump to each other at random, with values of all kinds in local
 * variables and on the operand stack. It ends when its fuel is used up, and returns a hash of all
 * variables.
 */
final class RandomMethod {
  static final String CLASS = "dev/weft/splitter/Random";
  static final String NAME = "run";

  private static final int FUEL = 0;
  private static final int[] INTS = {1, 2, 3, 4};
  private static final int[] LONGS = {5, 7};
  private static final int[] DOUBLES = {9, 11};
  private static final int LOCALS = 13;

  /** What blocks find on the stack: nothing, an int, a long under an int. */
  private static final List<List<Integer>> SHAPES =
      List.of(List.of(), List.of(Opcodes.ISTORE), List.of(Opcodes.LSTORE, Opcodes.ISTORE));

  private final Random random;
  private final int blocks;
  private final List<Label> labels = new ArrayList<>();
  private final Label end = new Label();
  private final MethodVisitor code;

  private RandomMethod(Random random, int blocks, MethodVisitor code) {
    this.random = random;
    this.blocks = blocks;
    this.code = code;
  }

  /** A class with the method {@code long run(int fuel, int a, int b)}. */
  static byte[] classFile(Random random, int blocks) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(Opcodes.V11, Opcodes.ACC_FINAL, CLASS, null, "java/lang/Object", null);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, NAME, "(III)J", null, null);
    new RandomMethod(random, blocks, code).write();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void write() {
    code.visitCode();
    for (int slot : new int[] {3, 4}) {
      code.visitLdcInsn(random.nextInt());
      code.visitVarInsn(Opcodes.ISTORE, slot);
    }
    for (int slot : LONGS) {
      code.visitLdcInsn(random.nextLong());
      code.visitVarInsn(Opcodes.LSTORE, slot);
    }
    for (int slot : DOUBLES) {
      code.visitLdcInsn(random.nextDouble());
      code.visitVarInsn(Opcodes.DSTORE, slot);
    }
    for (int i = 0; i < blocks; i++) {
      labels.add(new Label());
    }
    jumpTo(0);
    for (int i = 0; i < blocks; i++) {
      code.visitLabel(labels.get(i));
      block(i);
    }
    code.visitLabel(end);
    hash();
    code.visitMaxs(0, LOCALS);
    code.visitEnd();
  }

  private void block(int block) {
    for (int store : shape(block).reversed()) {
      code.visitVarInsn(store, store == Opcodes.ISTORE ? any(INTS) : any(LONGS));
    }
    code.visitIincInsn(FUEL, -1);
    code.visitVarInsn(Opcodes.ILOAD, FUEL);
    code.visitJumpInsn(Opcodes.IFLE, end);
    for (int i = random.nextInt(4); i > 0; i--) {
      compute();
    }
    int kind = random.nextInt(8);
    if (kind < 3) {
      jumpTo(random.nextInt(blocks));
    } else {
      int first = random.nextInt(SHAPES.size());
      List<Integer> targets = new ArrayList<>();
      for (int i = kind < 7 ? 2 : 4 + random.nextInt(30); i > 0; i--) {
        targets.add(first + SHAPES.size() * random.nextInt(blocks / SHAPES.size()));
      }
      push(targets.getFirst());
      code.visitVarInsn(Opcodes.ILOAD, any(INTS));
      branch(targets);
    }
  }

  private void branch(List<Integer> targets) {
    Label[] cases = targets.stream().map(labels::get).toArray(Label[]::new);
    if (cases.length == 2) {
      code.visitJumpInsn(Opcodes.IFEQ + random.nextInt(6), cases[0]);
      code.visitJumpInsn(Opcodes.GOTO, cases[1]);
      return;
    }
    code.visitIntInsn(Opcodes.BIPUSH, 31);
    code.visitInsn(Opcodes.IAND);
    if (random.nextBoolean()) {
      code.visitTableSwitchInsn(1, cases.length, cases[0], cases);
    } else {
      int[] keys = new int[cases.length];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = 3 * i - 7;
      }
      code.visitLookupSwitchInsn(cases[1], keys, cases);
    }
  }

  private List<Integer> shape(int block) {
    return SHAPES.get(block % SHAPES.size());
  }

  private void jumpTo(int block) {
    push(block);
    code.visitJumpInsn(Opcodes.GOTO, labels.get(block));
  }

  private void push(int target) {
    for (int store : shape(target)) {
      if (store == Opcodes.ISTORE) {
        code.visitVarInsn(Opcodes.ILOAD, any(INTS));
      } else {
        code.visitVarInsn(Opcodes.LLOAD, any(LONGS));
      }
    }
  }

  private void compute() {
    switch (random.nextInt(5)) {
      case 0 -> {
        code.visitVarInsn(Opcodes.ILOAD, any(INTS));
        code.visitVarInsn(Opcodes.ILOAD, any(INTS));
        code.visitInsn(random.nextBoolean() ? Opcodes.IADD : Opcodes.IMUL);
        code.visitVarInsn(Opcodes.ISTORE, any(INTS));
      }
      case 1 -> {
        code.visitVarInsn(Opcodes.LLOAD, any(LONGS));
        code.visitVarInsn(Opcodes.ILOAD, any(INTS));
        code.visitInsn(random.nextBoolean() ? Opcodes.LSHL : Opcodes.LUSHR);
        code.visitVarInsn(Opcodes.LLOAD, any(LONGS));
        code.visitInsn(Opcodes.LXOR);
        code.visitVarInsn(Opcodes.LSTORE, any(LONGS));
      }
      case 2 -> {
        code.visitVarInsn(Opcodes.DLOAD, any(DOUBLES));
        code.visitVarInsn(Opcodes.ILOAD, any(INTS));
        code.visitInsn(Opcodes.I2D);
        code.visitInsn(Opcodes.DADD);
        code.visitVarInsn(Opcodes.DSTORE, any(DOUBLES));
      }
      case 3 -> {
        code.visitVarInsn(Opcodes.LLOAD, any(LONGS));
        code.visitInsn(Opcodes.L2I);
        code.visitVarInsn(Opcodes.ISTORE, any(INTS));
      }
      default -> code.visitIincInsn(any(INTS), random.nextInt(100) - 50);
    }
  }

  private void hash() {
    code.visitInsn(Opcodes.LCONST_0);
    for (int slot : INTS) {
      next();
      code.visitVarInsn(Opcodes.ILOAD, slot);
      code.visitInsn(Opcodes.I2L);
      code.visitInsn(Opcodes.LADD);
    }
    for (int slot : LONGS) {
      next();
      code.visitVarInsn(Opcodes.LLOAD, slot);
      code.visitInsn(Opcodes.LADD);
    }
    for (int slot : DOUBLES) {
      next();
      code.visitVarInsn(Opcodes.DLOAD, slot);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC, "java/lang/Double", "doubleToLongBits", "(D)J", false);
      code.visitInsn(Opcodes.LADD);
    }
    code.visitInsn(Opcodes.LRETURN);
  }

  private void next() {
    code.visitLdcInsn(31L);
    code.visitInsn(Opcodes.LMUL);
  }

  private int any(int[] slots) {
    return slots[random.nextInt(slots.length)];
  }
}

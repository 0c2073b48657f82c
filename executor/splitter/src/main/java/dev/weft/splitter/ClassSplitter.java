package dev.weft.splitter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Splits the methods of a class that HotSpot would never compile, since they are too long.
 *
 * <p>Each becomes a class beside the first one, and itself a call to it. The result does what the
 * original does, apart from stack traces and the depth that a stack may reach. A method is left as
 * it is, and named in the result, where something in it cannot be carried over a cut: exception
 * handlers, monitors, {@code invokedynamic}, members of its class that are private or inherited.
 *
 * <p>Immutable, so that threads can share one.
 */
public final class ClassSplitter {
  private final SplitLimits limits;

  private ClassSplitter(SplitLimits limits) {
    this.limits = limits;
  }

  /** A splitter that keeps to these sizes. */
  public static ClassSplitter of(SplitLimits limits) {
    return new ClassSplitter(limits);
  }

  /**
   * Splits a class.
   *
   * @param classFile the bytes of its class file
   * @return the class and those that its long methods became; equal bytes where it has none
   */
  public SplitClass split(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    Surveyor surveyor = new Surveyor();
    reader.accept(surveyor, 0);
    Map<String, byte[]> classes = new HashMap<>();
    Map<String, String> classByMethod = new HashMap<>();
    Map<String, String> refused = new HashMap<>();
    for (MethodNode method : surveyor.huge) {
      String className = reader.getClassName() + "$" + method.name;
      for (int i = 2; classes.containsKey(className); i++) {
        className = reader.getClassName() + "$" + method.name + "_" + i;
      }
      try {
        checkAccess(reader.getClassName(), surveyor.accessible, method);
        ClassNode split =
            new MethodSplitter(reader.getClassName(), surveyor.version, limits)
                .split(method, className);
        classes.put(className, bytes(split));
        classByMethod.put(method.name + method.desc, className);
      } catch (UnsplittableMethodException e) {
        refused.put(method.name + method.desc, e.getMessage());
      }
    }
    classes.put(
        reader.getClassName(),
        classByMethod.isEmpty() ? classFile : forwarded(reader, classByMethod));
    return new SplitClass(
        Map.copyOf(classes), Set.copyOf(classByMethod.keySet()), Map.copyOf(refused));
  }

  private static void checkAccess(String owner, Set<String> accessible, MethodNode method)
      throws UnsplittableMethodException {
    for (AbstractInsnNode instruction : method.instructions) {
      @Nullable String member =
          switch (instruction) {
            case MethodInsnNode call when call.owner.equals(owner) -> call.name + call.desc;
            case FieldInsnNode access when access.owner.equals(owner) -> access.name;
            default -> null;
          };
      if (member != null && !accessible.contains(member)) {
        throw new UnsplittableMethodException("it uses the private or inherited member " + member);
      }
    }
  }

  private static byte[] bytes(ClassNode node) {
    ClassWriter writer = new FlatClassWriter();
    node.accept(writer);
    return writer.toByteArray();
  }

  /**
   * The class with calls in place of the methods that were split. The other methods keep their
   * bytes.
   */
  private static byte[] forwarded(ClassReader reader, Map<String, String> classByMethod) {
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            MethodVisitor method =
                super.visitMethod(access, name, descriptor, signature, exceptions);
            String className = classByMethod.get(name + descriptor);
            if (className == null) {
              return method;
            }
            MethodSplitter.forward(descriptor, className, method);
            return null;
          }
        },
        0);
    return writer.toByteArray();
  }

  /** Finds the long methods, and the members that their code can still reach from another class. */
  private final class Surveyor extends ClassVisitor {
    private final List<MethodNode> huge = new ArrayList<>();
    private final Set<String> accessible = new HashSet<>();
    private int version;

    Surveyor() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      this.version = version;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      note(access, name);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      note(access, name + descriptor);
      return new MethodNode(Opcodes.ASM9, access, name, descriptor, signature, exceptions) {
        @Override
        public void visitEnd() {
          if (Instructions.size(instructions) >= limits.methodBytes()) {
            huge.add(this);
          }
        }
      };
    }

    private void note(int access, String member) {
      if ((access & Opcodes.ACC_PRIVATE) == 0) {
        accessible.add(member);
      }
    }
  }

  /** Computes stack maps without loading classes: where two types meet, any object will do. */
  private static final class FlatClassWriter extends ClassWriter {
    FlatClassWriter() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String type1, String type2) {
      return "java/lang/Object";
    }
  }
}

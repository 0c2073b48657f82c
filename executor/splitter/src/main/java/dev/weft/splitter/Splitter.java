package dev.weft.splitter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Splits the long methods of classes in a jar and moves the classes to another package, so that
 * they can be used beside the originals. The build runs it.
 */
public final class Splitter {
  private final ClassSplitter splitter = ClassSplitter.of(SplitLimits.DEFAULT);
  private final String prefix;
  private final Path output;
  private final Remapper remapper;
  private final Map<String, String> refused = new TreeMap<>();
  private int split;

  private Splitter(String prefix, String target, Path output) {
    this.prefix = prefix;
    this.output = output;
    String source = prefix.substring(0, prefix.lastIndexOf('/'));
    this.remapper =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String internalName) {
            return internalName.startsWith(prefix)
                ? target + internalName.substring(source.length())
                : internalName;
          }
        };
  }

  /**
   * Writes the classes.
   *
   * @param args the jar; the start of the names of the classes to take, package and all; the
   *     package to move them to; the directory for the class files. Names are written with slashes
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      throw new IllegalArgumentException(
          "Splitter was given "
              + args.length
              + " arguments, not 4: give the jar, the start of the class names, the new package and"
              + " the output directory");
    }
    Splitter splitter = new Splitter(args[1], args[2], Path.of(args[3]));
    splitter.run(Path.of(args[0]));
    System.err.println("Split " + splitter.split + " methods of " + args[0]);
    splitter.refused.forEach(
        (method, reason) -> System.err.println("Left " + method + " as it is: " + reason));
  }

  private void run(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        if (entry.getName().startsWith(prefix) && entry.getName().endsWith(".class")) {
          try (InputStream in = file.getInputStream(entry)) {
            write(splitter.split(moved(in.readAllBytes())));
          }
        }
      }
    }
  }

  private byte[] moved(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new ClassRemapper(writer, remapper), 0);
    return writer.toByteArray();
  }

  private void write(SplitClass result) throws IOException {
    split += result.split().size();
    refused.putAll(result.refused());
    for (Map.Entry<String, byte[]> classFile : result.classes().entrySet()) {
      Path file = output.resolve(classFile.getKey() + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, classFile.getValue());
    }
  }
}

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the classes of an archive that are in a format older than Java 8's. The JVM does not put
 * those into a start-up cache, and verifies them slowly at each start. The build runs it.
 */
public final class ModernClasses {
  private static final int TO = ClassFile.JAVA_8_VERSION;

  private ModernClasses() {}

  /**
   * Rewrites archives in place.
   *
   * @param args a directory, and how the names of the archives in it start
   */
  public static void main(String[] args) throws IOException {
    try (var archives = Files.newDirectoryStream(Path.of(args[0]), args[1] + "*.jar")) {
      for (Path archive : archives) {
        rewrite(archive);
      }
    }
  }

  private static void rewrite(Path archive) throws IOException {
    Path made = archive.resolveSibling(archive.getFileName() + ".new");
    try (ZipFile from = new ZipFile(archive.toFile());
        OutputStream file = Files.newOutputStream(made);
        ZipOutputStream to = new ZipOutputStream(file)) {
      ClassFile format =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(classes(from)));
      List<? extends ZipEntry> entries = from.stream().toList();
      for (ZipEntry entry : entries) {
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        // The same input gives the same archive.
        copy.setTimeLocal(entry.getTimeLocal());
        to.putNextEntry(copy);
        to.write(entry.getName().endsWith(".class") ? modern(format, bytes) : bytes);
        to.closeEntry();
      }
    }
    Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The classes of the archive, and the JDK's. */
  private static ClassHierarchyResolver classes(ZipFile archive) {
    return ClassHierarchyResolver.ofResourceParsing(
            name -> {
              ZipEntry entry =
                  archive.getEntry(
                      name.packageName().replace('.', '/') + "/" + name.displayName() + ".class");
              try {
                return entry == null ? null : archive.getInputStream(entry);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .orElse(ClassHierarchyResolver.defaultResolver());
  }

  private static byte[] modern(ClassFile format, byte[] bytes) {
    var model = format.parse(bytes);
    if (model.majorVersion() >= TO) {
      return bytes;
    }
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(TO, 0);
          } else {
            builder.with(element);
          }
        };
    return format.transformClass(
        model, version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
  }
}

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks ({@code --check}) or mends ({@code --fix}) the format of every Java source below a
 * directory.
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws IOException {
    boolean fix = args[0].equals("--fix");
    Path root = Path.of(args[1]);
    List<String> wrong =
        sources(root).parallelStream()
            .filter(file -> differs(file, fix))
            .map(f -> root.relativize(f).toString())
            .toList();
    if (!wrong.isEmpty() && !fix) {
      System.err.println("Not formatted (mend with: mvn -q verify -pl .mvn/format -Dfix):");
      wrong.forEach(file -> System.err.println("  " + file));
      System.exit(1);
    }
  }

  private static boolean differs(Path file, boolean fix) {
    try {
      String source = Files.readString(file);
      String formatted =
          new Formatter()
              .formatSource(
                  ImportOrderer.reorderImports(
                      RemoveUnusedImports.removeUnusedImports(source), Style.GOOGLE));
      if (formatted.equals(source)) {
        return false;
      }
      if (fix) {
        Files.writeString(file, formatted);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = directory.getFileName().toString();
            // Sources under resources are material for tests, not code.
            boolean skipped =
                name.equals("target") || name.equals(".git") || name.equals("resources");
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources;
  }
}

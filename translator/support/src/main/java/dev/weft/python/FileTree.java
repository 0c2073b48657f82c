package dev.weft.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code os}, {@code shutil} and {@code tempfile} do with whole directories. */
public final class FileTree {
  private FileTree() {}

  /** What {@code os.scandir(path)} gives. */
  public record Scan(List<FilePath> entries) implements Iterable<FilePath>, ContextManager<Scan> {
    @Override
    public Iterator<FilePath> iterator() {
      return entries.iterator();
    }

    @Override
    public Scan enter() {
      return this;
    }

    @Override
    public boolean exit(@Nullable Throwable raised) {
      return false;
    }
  }

  /** {@code shutil.rmtree(path, ignore_errors)}. */
  public static void delete(FilePath path, boolean ignoring) {
    try {
      FilePath.io(
          path.text(),
          () -> {
            try (Stream<Path> all = Files.walk(path.path())) {
              for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
              }
            }
            return path;
          });
    } catch (Errors.OSError e) {
      if (!ignoring) {
        throw e;
      }
    }
  }

  /** {@code shutil.copytree(from, to, dirs_exist_ok)}. */
  public static String copy(FilePath from, FilePath to, boolean intoExisting) {
    to.makeDirectory(true, intoExisting);
    for (FilePath child : from.children()) {
      FilePath target = to.truediv(child.name());
      if (child.isDirectory()) {
        copy(child, target, intoExisting);
      } else {
        child.copy(target);
      }
    }
    return to.text();
  }

  /** {@code shutil.move(from, to)}: into a directory, where one is meant. */
  public static String move(FilePath from, FilePath to) {
    FilePath target = to.isDirectory() ? to.truediv(from.name()) : to;
    if (to.isDirectory() && target.exists()) {
      throw new Errors.OSError("Destination path '" + target + "' already exists");
    }
    FilePath.io(
        from.text(),
        () -> {
          try {
            return Files.move(from.path(), target.path(), StandardCopyOption.REPLACE_EXISTING);
          } catch (java.nio.file.DirectoryNotEmptyException e) {
            throw new IOException(e);
          }
        });
    return target.text();
  }

  /** {@code shutil.which(name)}. */
  public static @Nullable String which(String name) {
    if (name.contains("/")) {
      return Files.isExecutable(Path.of(name)) ? name : null;
    }
    String path = Environ.variables().get("PATH");
    for (String place : (path == null ? "/bin:/usr/bin" : path).split(":", -1)) {
      Path found = Path.of(place, name);
      if (Files.isExecutable(found) && !Files.isDirectory(found)) {
        return FilePath.join(place, name);
      }
    }
    return null;
  }

  /** {@code os.walk(path)}. */
  public static List<Tuple3<String, List<String>, List<String>>> walk(String path) {
    List<Tuple3<String, List<String>, List<String>>> all = new PyList<>();
    List<String> directories = new PyList<>();
    List<String> files = new PyList<>();
    if (!FilePath.of(path).isDirectory()) {
      return all;
    }
    for (FilePath child : FilePath.of(path).children()) {
      (child.isDirectory() ? directories : files).add(child.name());
    }
    all.add(new Tuple3<>(path, directories, files));
    for (String directory : directories) {
      String below = FilePath.join(path, directory);
      if (!Files.isSymbolicLink(Path.of(below))) {
        all.addAll(walk(below));
      }
    }
    return all;
  }

  /** {@code path.walk()}. */
  public static List<Tuple3<FilePath, List<String>, List<String>>> walkPaths(FilePath path) {
    List<Tuple3<FilePath, List<String>, List<String>>> all = new PyList<>();
    List<String> directories = new PyList<>();
    List<String> files = new PyList<>();
    if (!path.isDirectory()) {
      return all;
    }
    for (FilePath child : path.children()) {
      boolean isDirectory = Files.isDirectory(child.path(), LinkOption.NOFOLLOW_LINKS);
      (isDirectory ? directories : files).add(child.name());
    }
    all.add(new Tuple3<>(path, directories, files));
    directories.forEach(d -> all.addAll(walkPaths(path.truediv(d))));
    return all;
  }

  /** {@code tempfile.NamedTemporaryFile(mode, prefix, suffix, delete)}. */
  public static PyFile temporaryFile(String prefix, String suffix, String mode, boolean delete) {
    String name = FilePath.io(prefix, () -> Files.createTempFile(prefix, suffix)).toString();
    PyFile file = PyFile.open(name, mode);
    if (delete) {
      file.deleteOnClose();
    }
    return file;
  }
}

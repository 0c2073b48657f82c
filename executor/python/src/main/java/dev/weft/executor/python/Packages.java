package dev.weft.executor.python;

import dev.weft.executor.NodeType.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads packages of Python, from directories and from wheels, to hand them to a guest. */
final class Packages {
  private static final long MOST_BYTES = 64L << 20;

  private Packages() {}

  /** The files of a list of directories and wheels; empty if something was reported. */
  static Optional<Map<String, PackageFile>> read(@Nullable Object path, Path base, Report report) {
    Map<String, PackageFile> files = new TreeMap<>();
    if (path == null) {
      return Optional.of(files);
    }
    if (!(path instanceof List<?> places)) {
      report.problem("path", "expected a list", path, "write [\"directory\", \"package.whl\"]");
      return Optional.empty();
    }
    for (int i = 0; i < places.size(); i++) {
      String at = "path[" + i + "]";
      if (!(places.get(i) instanceof String place)) {
        report.problem(at, "expected a string", places.get(i), "write it in quotes");
        return Optional.empty();
      }
      try {
        Path found = base.resolve(place);
        Map<String, PackageFile> more =
            Files.isDirectory(found) ? directory(found, place) : wheel(found, place);
        more.forEach(files::putIfAbsent);
      } catch (NoSuchFileException e) {
        report.problem(at, "there is no such directory or wheel", place, "check the path");
        return Optional.empty();
      } catch (IOException e) {
        report.problem(
            at,
            "the packages cannot be read: " + e.getMessage(),
            place,
            "give a directory or a wheel of at most 64 MiB without native code");
        return Optional.empty();
      }
    }
    return Optional.of(files);
  }

  private static Map<String, PackageFile> directory(Path root, String place) throws IOException {
    Map<String, PackageFile> files = new LinkedHashMap<>();
    long size = 0;
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (name.contains("__pycache__/")) {
          continue;
        }
        size += Files.size(file);
        check(name, size);
        files.put(name, new PackageFile(place + "/" + name, Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static Map<String, PackageFile> wheel(Path wheel, String place) throws IOException {
    Map<String, PackageFile> files = new LinkedHashMap<>();
    long size = 0;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(wheel))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          byte[] content = in.readNBytes((int) (MOST_BYTES - size) + 1);
          size += content.length;
          check(entry.getName(), size);
          files.put(entry.getName(), new PackageFile(place + "/" + entry.getName(), content));
        }
      }
    }
    if (files.isEmpty()) {
      throw new IOException("it is no wheel");
    }
    return files;
  }

  private static void check(String name, long size) throws IOException {
    if (size > MOST_BYTES) {
      throw new IOException("it is larger than 64 MiB");
    }
    if (name.endsWith(".so") || name.endsWith(".pyd") || name.endsWith(".dylib")) {
      throw new IOException("'" + name + "' is native code, which cannot run here");
    }
  }

  /** A text on the class path. */
  static String resource(String name) throws IOException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(name)
            : loader.getResourceAsStream(name)) {
      if (in == null) {
        throw new NoSuchFileException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package dev.weft.executor.python;

import com.dylibso.chicory.wasm.Parser;
import dev.weft.executor.wasm.Grants;
import dev.weft.executor.wasm.Guest;
import dev.weft.executor.wasm.GuestException;
import dev.weft.executor.wasm.GuestLimits;
import dev.weft.executor.wasm.Sandbox;
import io.trino.wasm.python.Python;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

/** Makes the {@link BaseImage}: at build time, or at run time where the build made none. */
final class ImageBuilder {
  /** Our part of the guest, below {@code guest/} beside this class. */
  static final List<String> SOURCES =
      List.of(
          "guest.py",
          "subprocess.py",
          "concurrent/__init__.py",
          "concurrent/futures/__init__.py",
          "concurrent/futures/_base.py",
          "concurrent/futures/thread.py",
          "weft/__init__.py",
          "weft/__init__.pyi",
          "weft/_border.py",
          "weft/_errors.py",
          "weft/_errors_report.py",
          "weft/_host.py",
          "weft/_jobs.py",
          "weft/_kind.py",
          "weft/_loop.py",
          "weft/_node.py",
          "weft/_packages.py",
          "weft/_plain.py",
          "weft/_state.py",
          "weft/_tensor.py",
          "weft/nodes.py",
          "weft/py.typed");

  private static final GuestLimits LIMITS =
      GuestLimits.DEFAULT.withCallTime(Duration.ofMinutes(2)).withMemoryBytes(512L << 20);

  private ImageBuilder() {}

  /** Writes the image, compressed, to the file that is the one argument, unless it is there. */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    Path made = target.resolveSibling(target.getFileName() + ".key");
    String key = ImageStore.baseKey();
    if (Files.exists(target) && Files.exists(made) && Files.readString(made).equals(key)) {
      return;
    }
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.deleteIfExists(made);
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                new DeflaterOutputStream(Files.newOutputStream(target)), 1 << 16))) {
      build().write(out);
    }
    Files.writeString(made, key);
  }

  /** Starts a CPython and takes its image. */
  static BaseImage build() throws IOException {
    byte[] module = module();
    Path directory = Files.createTempDirectory("weft-python");
    HostPipe pipe = new HostPipe();
    try {
      unpack(directory, "");
      Sandbox sandbox = Sandbox.of(LIMITS, Grants.none().readDirectory("/guest", directory));
      try (Guest guest = sandbox.guest("Python", List.of(), pipe.streams())) {
        return guest.call(() -> {
          CPython python = CPython.boot(Parser.parse(module), guest);
          return BaseImage.of(BaseImage.withoutData(module), python.image());
        });
      } catch (GuestException e) {
        throw new IOException("Python did not start: " + pipe.lastWords(), e);
      }
    } finally {
      remove(directory);
    }
  }

  private static byte[] module() throws IOException {
    try (InputStream in = Python.class.getResourceAsStream("Python.meta")) {
      if (in == null) {
        throw new FileNotFoundException("the module of CPython is not beside its classes");
      }
      return in.readAllBytes();
    }
  }

  /** The content of one of our sources. */
  static byte[] source(String name) throws IOException {
    try (InputStream in = ImageBuilder.class.getResourceAsStream("guest/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("guest/" + name);
      }
      return in.readAllBytes();
    }
  }

  /** Writes those of our sources into a directory whose names start so. */
  static void unpack(Path directory, String start) throws IOException {
    for (String name : SOURCES.stream().filter(it -> it.startsWith(start)).toList()) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, source(name));
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

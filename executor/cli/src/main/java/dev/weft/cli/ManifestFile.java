package dev.weft.cli;

import dev.weft.executor.NodeRegistry;
import dev.weft.executor.manifest.Manifest;
import dev.weft.executor.manifest.ManifestException;
import dev.weft.executor.manifest.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The manifest that the command line names. */
final class ManifestFile {
  private ManifestFile() {}

  /** Reads a file, or the standard input for "-". */
  static Manifest read(String name, NodeRegistry registry, Streams streams) {
    try (InputStream source = open(name, streams)) {
      return ManifestReader.of(registry).read(source);
    } catch (ManifestException e) {
      String shown = name.equals("-") ? "<stdin>" : name;
      throw new Failure(
          ExitCode.MANIFEST_INVALID,
          e.problems().stream()
              .map(problem -> shown + ":" + problem)
              .collect(Collectors.joining("\n")),
          Reports.failure(e),
          e);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Opens a file, or gives the standard input for "-". */
  static InputStream open(String name, Streams streams) throws IOException {
    return name.equals("-") ? streams.in() : Files.newInputStream(Path.of(name));
  }

  static Failure unreadable(String name, IOException e) {
    String why =
        e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    String message = "cannot read '" + name + "': " + why + "; check the path";
    return new Failure(ExitCode.USAGE, message, Reports.failure("file", message), e);
  }
}

package dev.weft.translator.cli;

import dev.weft.translator.Diagnostic;
import dev.weft.translator.Translation;
import dev.weft.translator.Translator;
import dev.weft.translator.parser.PythonParser;
import dev.weft.translator.parser.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads and translates sources for the commands. */
final class Sources {
  private Sources() {}

  /** What became of a file. */
  sealed interface Outcome {
    /** It is Java now. */
    record Translated(Translation translation) implements Outcome {}

    /** It has things that cannot be translated. */
    record Refused(List<Diagnostic> diagnostics) implements Outcome {}

    /** It is no Python; with what CPython would say. */
    record NotPython(String message) implements Outcome {}

    /** It cannot be read. */
    record Unreadable(String message) implements Outcome {}

    /** What the command that met it exits with. */
    default int exitCode() {
      return switch (this) {
        case Translated t -> ExitCode.DONE;
        case Refused r -> ExitCode.REFUSED;
        case NotPython n -> ExitCode.FAILED;
        case Unreadable u -> ExitCode.USAGE;
      };
    }
  }

  /** Translates a file; whatever is wrong with it is told in the outcome. */
  static Outcome translate(Path file, String packageName) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      return new Outcome.Unreadable(
          "weft: can't open file '%s': %s; check the path"
              .formatted(file, Files.exists(file) ? "it cannot be read" : "there is no such file"));
    }
    String source = "";
    try {
      source = PythonParser.decode(file.toString(), bytes);
      Translation translation = Translator.translate(file.toString(), source, packageName);
      return translation.isComplete()
          ? new Outcome.Translated(translation)
          : new Outcome.Refused(translation.diagnostics());
    } catch (SyntaxException e) {
      return new Outcome.NotPython(e.text(source));
    }
  }

  /** The Python sources among some paths: files as given, and those that directories hold. */
  static List<Path> find(List<Path> paths) throws IOException {
    List<Path> found = new java.util.ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.walk(path)) {
          inside
              .filter(p -> p.toString().endsWith(".py") && Files.isRegularFile(p))
              .sorted()
              .forEach(found::add);
        }
      } else {
        found.add(path);
      }
    }
    return found;
  }
}

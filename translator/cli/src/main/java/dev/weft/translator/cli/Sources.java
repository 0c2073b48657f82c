package dev.weft.translator.cli;

import dev.weft.translator.Compilation;
import dev.weft.translator.Diagnostic;
import dev.weft.translator.ModuleFinder;
import dev.weft.translator.PythonSource;
import dev.weft.translator.Translation;
import dev.weft.translator.TranslatorOptions;
import dev.weft.translator.parser.PythonParser;
import dev.weft.translator.parser.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and translates sources for the commands. */
final class Sources {
  /** A module, and the last part of its name. */
  private static final Pattern UNKNOWN =
      Pattern.compile("module '((?:.*\\.)?(.*))' is not known to the translator");

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

  /**
   * What became of files.
   *
   * @param outcomes of each, the files first; where one is no Python, only those that are not
   * @param compilation what they became; null if one of them could not be read
   */
  record Outcomes(Map<Path, Outcome> outcomes, @Nullable Compilation compilation) {}

  /**
   * Translates files that may import each other, and the modules beside them that they import, and
   * compiles what they become.
   */
  static Outcomes translate(List<Path> files, String packageName) {
    Map<Path, Outcome> outcomes = new LinkedHashMap<>();
    ModuleFinder finder = ModuleFinder.create();
    for (Path file : files) {
      try {
        finder.add(file);
      } catch (SyntaxException e) {
        outcomes.put(file, new Outcome.NotPython(e.text("")));
      } catch (IOException e) {
        outcomes.put(file, new Outcome.Unreadable(unreadable(file)));
      }
    }
    if (!outcomes.isEmpty()) {
      return new Outcomes(outcomes, null);
    }
    List<PythonSource> sources = finder.sources();
    Compilation compilation;
    try {
      compilation = Compilation.of(sources, packageName, TranslatorOptions.DEFAULT, List.of());
    } catch (SyntaxException e) {
      outcomes.put(Path.of(e.file()), new Outcome.NotPython(e.text(finder.text(e.file()))));
      return new Outcomes(outcomes, null);
    }
    for (int i = 0; i < sources.size(); i++) {
      Translation translation = compilation.translations().get(i);
      outcomes.put(
          Path.of(sources.get(i).file()),
          translation.isComplete()
              ? new Outcome.Translated(translation)
              : new Outcome.Refused(translation.diagnostics()));
    }
    return new Outcomes(outcomes, compilation);
  }

  /** Translates a file by itself; imports of the given modules count as known. */
  static Outcome check(Path file, Set<String> known) {
    String source = "";
    try {
      source = PythonParser.decode(file.toString(), Files.readAllBytes(file));
      Translation translation =
          Compilation.of(
                  List.of(new PythonSource("__main__", file.toString(), source)),
                  "",
                  TranslatorOptions.DEFAULT,
                  List.of())
              .translations()
              .getFirst();
      Set<String> imported =
          translation.diagnostics().stream()
              .map(d -> UNKNOWN.matcher(d.reason()))
              .filter(m -> m.matches() && known.contains(m.group(2)))
              .map(m -> m.group(1))
              .collect(Collectors.toSet());
      List<Diagnostic> refused =
          translation.diagnostics().stream()
              .filter(d -> imported.stream().noneMatch(m -> isOf(m, d.reason())))
              .toList();
      if (!refused.isEmpty()) {
        return new Outcome.Refused(refused);
      }
      return new Outcome.Translated(translation);
    } catch (SyntaxException e) {
      return new Outcome.NotPython(e.text(source));
    } catch (IOException e) {
      return new Outcome.Unreadable(unreadable(file));
    }
  }

  /** Whether it is refused only since the module, which is there, was not looked at with it. */
  private static boolean isOf(String module, String reason) {
    return reason.equals("module '" + module + "' is not known to the translator")
        || (reason.startsWith("'" + module + ".")
            && reason.endsWith("' of the standard library is not supported"));
  }

  private static String unreadable(Path file) {
    return "weft: can't open file '%s': %s; check the path"
        .formatted(file, Files.exists(file) ? "it cannot be read" : "there is no such file");
  }

  /** The Python sources among some paths: files as given, and those that directories hold. */
  static List<Path> find(List<Path> paths) throws IOException {
    List<Path> found = new ArrayList<>();
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

package dev.weft.translator.cli;

import dev.weft.translator.Translation;
import dev.weft.translator.Translator;
import dev.weft.translator.parser.SyntaxException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads and translates sources for the commands, and says on stderr what is wrong with them. */
final class Sources {
  /** A source that is no Python, or cannot be read. */
  static final int FAILED = 1;

  /** A source that is Python but not supported. */
  static final int REFUSED = 4;

  private Sources() {}

  /** The translation; empty, with the reason told, if the file is no Python or cannot be read. */
  static Optional<Translation> translate(Path file, String packageName, PrintWriter err) {
    String source;
    try {
      source = Files.readString(file);
    } catch (IOException e) {
      err.printf(
          "weft: can't open file '%s': %s: check the path%n", file, e.getClass().getSimpleName());
      return Optional.empty();
    }
    try {
      return Optional.of(Translator.translate(file.toString(), source, packageName));
    } catch (SyntaxException e) {
      String line =
          source.lines().skip(Math.max(0, e.position().line() - 1L)).findFirst().orElse("");
      String shown = line.stripLeading();
      int column = Math.max(0, e.position().column() - (line.length() - shown.length()));
      err.printf("  File \"%s\", line %d%n", e.file(), e.position().line());
      err.printf("    %s%n    %s^%n", shown, " ".repeat(column));
      err.printf("%s: %s%n", e.kind(), e.getMessage());
      return Optional.empty();
    }
  }
}

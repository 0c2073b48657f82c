package dev.weft.translator.cli;

import dev.weft.translator.Translation;
import dev.weft.translator.Translator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weft translate FILE.py… -d DIR}: writes formatted Java, all of it or none. */
@Command(
    name = "translate",
    description = "Translates Python asyncio programs to Java.",
    mixinStandardHelpOptions = true)
public final class TranslateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "-d",
      paramLabel = "DIR",
      description = "Where the sources go (default: ${DEFAULT-VALUE}).",
      defaultValue = ".")
  private Path directory;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "Their Java package.",
      defaultValue = "")
  private String packageName;

  @Option(
      names = "--explain",
      description = "Tell what was inferred and what fell back to run time.")
  private boolean explain;

  @Option(names = "--check", description = "Write nothing; only tell what would not translate.")
  private boolean check;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Python sources.")
  private List<Path> files;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init") // Filled by picocli.
  public TranslateCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    Map<Path, String> sources = new LinkedHashMap<>();
    int code = 0;
    for (Path file : files) {
      Optional<Translation> translated = Sources.translate(file, packageName, err);
      if (translated.isEmpty()) {
        code = Math.max(code, Sources.FAILED);
        continue;
      }
      Translation translation = translated.get();
      translation.diagnostics().forEach(d -> err.println(d.text()));
      if (!translation.isComplete()) {
        code = Sources.REFUSED;
        continue;
      }
      if (explain) {
        translation.explanation().forEach(out::println);
        out.printf(
            "%s: %d expressions concrete, %d dynamic%n",
            file, translation.concrete(), translation.dynamic());
      }
      Path folder = directory.resolve(packageName.replace('.', '/'));
      sources.put(
          folder.resolve(translation.className() + ".java"), Translator.format(translation.java()));
    }
    if (code != 0 || check) {
      return code;
    }
    for (Map.Entry<Path, String> source : sources.entrySet()) {
      Files.createDirectories(source.getKey().toAbsolutePath().getParent());
      Files.writeString(source.getKey(), source.getValue());
      out.println(source.getKey());
    }
    return 0;
  }
}

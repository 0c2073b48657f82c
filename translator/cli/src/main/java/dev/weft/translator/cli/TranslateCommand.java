package dev.weft.translator.cli;

import dev.weft.translator.Translation;
import dev.weft.translator.Translator;
import dev.weft.translator.cli.Sources.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weft translate FILE.py… -d DIR}: writes formatted Java, all of it or none. */
@Command(
    name = "translate",
    description = "Translates Python asyncio programs to Java.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a source is not Python 3.12",
      "2:the command line was wrong, or a file could not be read or written",
      "4:a source has something that cannot be translated"
    })
public final class TranslateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "-d",
      paramLabel = "DIR",
      description = "Where a Maven project with the Java goes (default: ${DEFAULT-VALUE}).",
      defaultValue = ".")
  private Path directory;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "The Java package.",
      defaultValue = "")
  private String packageName;

  @Option(
      names = "--sources-only",
      description = "DIR is a source root: packages start there, and no pom is written.")
  private boolean sourcesOnly;

  @Option(
      names = "--explain",
      description = "Tell what was inferred and what fell back to run time.")
  private boolean explain;

  @Option(
      names = "--check",
      description = "Write nothing; tell what would not translate, with a summary.")
  private boolean check;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Python sources; a directory stands for all in it.")
  private List<Path> files;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init") // Filled by picocli.
  public TranslateCommand() {}

  /** Runs the command by itself, as builds do. */
  public static void main(String... args) {
    System.exit(new CommandLine(new TranslateCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    List<Path> found = Sources.find(files);
    List<Translation> translations = new ArrayList<>();
    CheckReport report = new CheckReport();
    int code = ExitCode.DONE;
    boolean linked = !check || found.size() == 1;
    Map<Path, Outcome> outcomes =
        linked ? Sources.translate(found, packageName).outcomes() : checkEach(found);
    for (Map.Entry<Path, Outcome> entry : outcomes.entrySet()) {
      Outcome outcome = entry.getValue();
      report.add(outcome);
      code = Math.max(code, outcome.exitCode());
      switch (outcome) {
        case Outcome.Translated t -> {
          translations.add(t.translation());
          if (explain) {
            explain(entry.getKey(), t.translation(), out);
          }
        }
        case Outcome.Refused r -> r.diagnostics().forEach(d -> err.println(d.text()));
        case Outcome.NotPython n -> err.println(n.message());
        case Outcome.Unreadable u -> err.println(u.message());
      }
    }
    if (check) {
      report.lines().forEach(out::println);
    } else if (code == ExitCode.DONE) {
      try {
        write(translations, out);
      } catch (IOException e) {
        err.println("weft: cannot write: " + e.getMessage() + "; nothing was changed");
        return ExitCode.USAGE;
      }
    }
    return code;
  }

  /** Looks at each file by itself, so that one which is no Python hides nothing of the others. */
  private static Map<Path, Outcome> checkEach(List<Path> files) {
    Set<String> known = new HashSet<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      known.add(
          name.equals("__init__.py") && file.toAbsolutePath().getParent() != null
              ? String.valueOf(file.toAbsolutePath().getParent().getFileName())
              : name.replaceAll("\\.py$", ""));
    }
    Map<Path, Outcome> outcomes = new ConcurrentHashMap<>();
    files.parallelStream().forEach(file -> outcomes.put(file, Sources.check(file, known)));
    Map<Path, Outcome> ordered = new LinkedHashMap<>();
    files.forEach(file -> ordered.put(file, Objects.requireNonNull(outcomes.get(file))));
    return ordered;
  }

  private static void explain(Path file, Translation translation, PrintWriter out) {
    out.printf(
        "%s: %d expressions concrete, %d dynamic%n",
        file, translation.concrete(), translation.dynamic());
    translation.explanation().forEach(line -> out.println("  " + line));
  }

  private void write(List<Translation> translations, PrintWriter out) throws IOException {
    Map<Path, String> sources = new LinkedHashMap<>();
    MavenProject project = new MavenProject(directory, packageName, sourcesOnly);
    List<String> laidOut =
        translations.parallelStream().map(t -> Translator.format(t.java())).toList();
    for (int i = 0; i < translations.size(); i++) {
      sources.put(project.source(translations.get(i).className()), laidOut.get(i));
    }
    Optional<String> pom =
        sourcesOnly ? Optional.empty() : project.pom(translations.get(0).className());
    pom.ifPresent(text -> sources.put(project.pom(), text));
    AllOrNothing.write(sources);
    sources.keySet().forEach(out::println);
    if (pom.isEmpty() && !sourcesOnly) {
      out.println(project.pom() + " is left as it is");
    }
  }
}

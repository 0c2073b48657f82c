package dev.weft.translator;

import dev.weft.python.Program;
import dev.weft.translator.parser.SyntaxException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Translates, compiles and runs the programs of the corpus in this JVM, and compares them with what
 * CPython printed.
 */
final class CorpusRunner {
  /** What became of a program. */
  enum Verdict {
    PASSED,
    REFUSED,
    FAILED
  }

  record Outcome(String name, Verdict verdict, String detail) {}

  private final List<Outcome> outcomes = new ArrayList<>();
  private int concrete;
  private int dynamic;

  static List<Path> programs(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".py")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Outcome> run(List<Path> programs) throws IOException {
    Map<Path, Translation> translations = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    for (Path program : programs) {
      String name = program.getFileName().toString();
      try {
        Translation translation =
            Translator.translate(name, Files.readString(program), packageName(name));
        if (!translation.isComplete()) {
          StringBuilder all = new StringBuilder();
          translation.diagnostics().forEach(d -> all.append(d.text()).append('\n'));
          outcomes.add(new Outcome(name, Verdict.REFUSED, all.toString()));
          continue;
        }
        translations.put(program, translation);
        sources.put(fullName(name, translation), translation.java());
        concrete += translation.concrete();
        dynamic += translation.dynamic();
      } catch (SyntaxException e) {
        outcomes.add(new Outcome(name, Verdict.FAILED, e.toString()));
      } catch (RuntimeException | StackOverflowError e) {
        String where = e.getStackTrace().length > 0 ? e.getStackTrace()[0].toString() : "";
        outcomes.add(
            new Outcome(name, Verdict.FAILED, "translator crashed: " + e + " at " + where));
      }
    }
    InMemoryCompiler.Result compiled = compile(sources, translations);
    for (Map.Entry<Path, Translation> e : translations.entrySet()) {
      outcomes.add(runOne(e.getKey(), e.getValue(), compiled));
    }
    return outcomes;
  }

  /** Compiles all at once, leaving out in turn what does not compile. */
  private InMemoryCompiler.Result compile(
      Map<String, String> sources, Map<Path, Translation> translations) {
    InMemoryCompiler.Result compiled =
        InMemoryCompiler.compile(
            sources, List.of("-Xlint:all,-this-escape", "-Werror", "-Xmaxerrs", "10000"));
    while (!compiled.succeeded()) {
      Map<String, List<String>> byFile = new LinkedHashMap<>();
      for (String message : compiled.messages()) {
        if (message.contains(":")) {
          byFile
              .computeIfAbsent(message.substring(0, message.indexOf(':')), f -> new ArrayList<>())
              .add(message);
        }
      }
      int before = sources.size();
      translations
          .entrySet()
          .removeIf(e -> {
            String name = e.getKey().getFileName().toString();
            String full = fullName(name, e.getValue());
            List<String> messages = byFile.get(full.replace('.', '/') + ".java");
            if (messages == null) {
              return false;
            }
            sources.remove(full);
            outcomes.add(
                new Outcome(
                    name,
                    Verdict.FAILED,
                    "does not compile:\n" + withLines(messages, e.getValue().java())));
            return true;
          });
      if (sources.size() == before) {
        throw new IllegalStateException(String.join("\n", compiled.messages()));
      }
      compiled = InMemoryCompiler.compile(sources, List.of("-nowarn", "-Xmaxerrs", "10000"));
    }
    return compiled;
  }

  private static String withLines(List<String> messages, String java) {
    StringBuilder out = new StringBuilder();
    List<String> lines = java.lines().toList();
    for (String message : messages) {
      out.append(message).append('\n');
      String[] parts = message.split(":", -1);
      if (parts.length > 1 && parts[1].matches("\\d+")) {
        out.append("    > ").append(lines.get(Integer.parseInt(parts[1]) - 1).strip()).append('\n');
      }
    }
    return out.toString();
  }

  static String packageName(String file) {
    return "corpus." + JavaNames.className(file).toLowerCase(java.util.Locale.ROOT);
  }

  private static String fullName(String file, Translation translation) {
    return packageName(file) + "." + translation.className();
  }

  private static Outcome runOne(
      Path program, Translation translation, InMemoryCompiler.Result compiled) throws IOException {
    String name = program.getFileName().toString();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code;
    try {
      Method run =
          compiled.loader().loadClass(fullName(name, translation)).getDeclaredMethod("run");
      run.setAccessible(true);
      code =
          Program.run(
              name, List.of(), new PrintStream(out), new PrintStream(err), true, () -> call(run));
    } catch (ReflectiveOperationException e) {
      return new Outcome(name, Verdict.FAILED, e.toString());
    }
    Path base = program.resolveSibling(name.replaceAll("\\.py$", ""));
    String expected = Files.readString(Path.of(base + ".out"));
    Path codeFile = Path.of(base + ".exit");
    int expectedCode =
        Files.exists(codeFile)
            ? Integer.parseInt(Files.readString(codeFile).lines().findFirst().orElse("0"))
            : 0;
    String expectedError =
        Files.exists(codeFile)
            ? Files.readString(codeFile).lines().skip(1).findFirst().orElse("")
            : "";
    String text = out.toString(StandardCharsets.UTF_8);
    String errText = err.toString(StandardCharsets.UTF_8);
    if (!text.equals(expected)) {
      return new Outcome(name, Verdict.FAILED, difference(expected, text) + errText);
    }
    if (code != expectedCode) {
      return new Outcome(
          name, Verdict.FAILED, "exit code " + code + ", not " + expectedCode + "\n" + errText);
    }
    if (!expectedError.isEmpty() && errText.lines().noneMatch(l -> l.startsWith(expectedError))) {
      return new Outcome(name, Verdict.FAILED, "no " + expectedError + " on stderr:\n" + errText);
    }
    return new Outcome(name, Verdict.PASSED, "");
  }

  private static void call(Method run) {
    try {
      run.invoke(null);
    } catch (InvocationTargetException e) {
      throw CorpusRunner.<RuntimeException>sneaky(java.util.Objects.requireNonNull(e.getCause()));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T sneaky(Throwable t) throws T {
    throw (T) t;
  }

  private static String difference(String expected, String actual) {
    List<String> a = expected.lines().toList();
    List<String> b = actual.lines().toList();
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      String x = i < a.size() ? a.get(i) : "(end)";
      String y = i < b.size() ? b.get(i) : "(end)";
      if (!x.equals(y)) {
        return "line " + (i + 1) + ":\n  CPython: " + x + "\n  Java:    " + y + "\n";
      }
    }
    return "line ends differ\n";
  }

  int concrete() {
    return concrete;
  }

  int dynamic() {
    return dynamic;
  }

  /** Runs some programs, or all of a folder, from the command line. */
  public static void main(String[] args) throws IOException {
    List<Path> programs = new ArrayList<>();
    for (String arg : args) {
      Path path = Path.of(arg);
      programs.addAll(Files.isDirectory(path) ? programs(path) : List.of(path));
    }
    CorpusRunner runner = new CorpusRunner();
    List<Outcome> outcomes = runner.run(programs);
    for (Outcome o : outcomes) {
      if (o.verdict() != Verdict.PASSED) {
        System.out.println(o.verdict() + " " + o.name() + "\n" + o.detail());
      }
    }
    for (Verdict v : Verdict.values()) {
      System.out.println(v + " " + outcomes.stream().filter(o -> o.verdict() == v).count());
    }
    int all = runner.concrete + runner.dynamic;
    System.out.println("concrete " + runner.concrete + " of " + all + " expressions");
    System.exit(0);
  }
}

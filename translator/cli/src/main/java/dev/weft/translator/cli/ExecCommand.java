package dev.weft.translator.cli;

import dev.weft.python.Program;
import dev.weft.translator.InMemoryCompiler;
import dev.weft.translator.Translation;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weft exec FILE.py [args…]}: translates, compiles in memory and runs. */
@Command(
    name = "exec",
    description = "Runs a Python program on the JVM, as 'python FILE' would.",
    mixinStandardHelpOptions = true)
public final class ExecCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--virtual-time",
      description =
          "Simulate time: sleeps cost nothing, clocks start at fixed values, random is seeded.")
  private boolean virtualTime;

  @Parameters(index = "0", paramLabel = "FILE", description = "The program.")
  private Path file;

  @Parameters(index = "1..*", paramLabel = "ARG", description = "Its arguments.")
  private List<String> arguments;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init") // Filled by picocli.
  public ExecCommand() {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Optional<Translation> translated = Sources.translate(file, "", err);
    if (translated.isEmpty()) {
      return Sources.FAILED;
    }
    Translation translation = translated.get();
    if (!translation.isComplete()) {
      translation.diagnostics().forEach(d -> err.println(d.text()));
      return Sources.REFUSED;
    }
    InMemoryCompiler.Result compiled =
        InMemoryCompiler.compile(
            Map.of(translation.className(), translation.java()), List.of("-nowarn"));
    if (!compiled.succeeded()) {
      err.println("weft: the Java made of " + file + " does not compile; please report this:");
      compiled.messages().forEach(err::println);
      return Sources.REFUSED;
    }
    Method run = entry(compiled, translation.className());
    return Program.run(
        file.toString(),
        arguments == null ? List.of() : arguments,
        System.out,
        System.err,
        virtualTime,
        () -> invoke(run));
  }

  private static Method entry(InMemoryCompiler.Result compiled, String className) {
    try {
      Method run = compiled.loader().loadClass(className).getDeclaredMethod("run");
      run.setAccessible(true);
      return run;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the class " + className + " has no run method", e);
    }
  }

  private static void invoke(Method run) {
    try {
      run.invoke(null);
    } catch (InvocationTargetException e) {
      throw ExecCommand.<RuntimeException>unchecked(java.util.Objects.requireNonNull(e.getCause()));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // What a program raises is its own.
  private static <T extends Throwable> T unchecked(Throwable e) throws T {
    throw (T) e;
  }
}

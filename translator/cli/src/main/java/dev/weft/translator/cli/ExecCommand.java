package dev.weft.translator.cli;

import dev.weft.python.Program;
import dev.weft.translator.Compilation;
import dev.weft.translator.cli.Sources.Outcome;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
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
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:an exception that nothing caught, or a source that is not Python 3.12",
      "2:the command line was wrong, or the file could not be read",
      "4:the source has something that cannot be translated; nothing was run",
      "other:what the program gives to sys.exit"
    })
public final class ExecCommand implements Callable<Integer> {
  private CommandSpec spec;

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

  /** For picocli. What stands behind FILE is the program's, even if it looks like an option. */
  @Spec
  void spec(CommandSpec given) {
    spec = given;
    given.parser().stopAtPositional(true);
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Sources.Outcomes all = Sources.translate(List.of(file), "");
    int code = ExitCode.DONE;
    for (Outcome outcome : all.outcomes().values()) {
      code = Math.max(code, outcome.exitCode());
      switch (outcome) {
        case Outcome.Translated t -> {}
        case Outcome.Refused r -> r.diagnostics().forEach(d -> err.println(d.text()));
        case Outcome.NotPython n -> err.println(n.message());
        case Outcome.Unreadable u -> err.println(u.message());
      }
    }
    Compilation compilation = all.compilation();
    return code == ExitCode.DONE && compilation != null ? run(compilation) : code;
  }

  private int run(Compilation compilation) {
    // The program itself comes first, its modules behind it.
    Method run = entry(compilation, compilation.translations().getFirst().className());
    return Program.run(
        file.toString(),
        arguments == null ? List.of() : arguments,
        System.out,
        System.err,
        virtualTime,
        () -> invoke(run));
  }

  private static Method entry(Compilation compiled, String className) {
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

package dev.weft.cli;

import dev.weft.translator.cli.ExecCommand;
import dev.weft.translator.cli.TranslateCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code weft}. */
@Command(
    name = "weft",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Runs streaming pipelines that a JSON manifest describes, and Python programs as Java.",
    subcommands = {
      RunCommand.class,
      ValidateCommand.class,
      NodesCommand.class,
      TestNodeCommand.class,
      NewCommand.class,
      TranslateCommand.class,
      ExecCommand.class,
      AutoComplete.GenerateCompletion.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the run failed, or a node gave something else than its cases say",
      "2:the command line was wrong, or a file could not be read",
      "3:the manifest is not valid",
      "4:the Python source has something that cannot be translated",
      "130:interrupted (Ctrl-C)"
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Weft implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Weft() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    Interruption interruption = Interruption.install();
    int code = ExitCode.RUN_FAILED;
    try {
      code = execute(Streams.ofProcess(), interruption, arguments);
    } finally {
      interruption.finished();
    }
    System.exit(code);
  }

  /** Runs the command and returns its exit code. */
  static int execute(Streams streams, Interruption interruption, String... arguments) {
    CommandLine line = new CommandLine(new Weft(), new CommandFactory(streams, interruption));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, args) -> {
      PrintWriter err = e.getCommandLine().getErr();
      err.println("weft: " + e.getMessage());
      err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
      return ExitCode.USAGE;
    });
    line.setExecutionExceptionHandler((e, command, result) -> Failure.report(e, streams));
    try {
      return line.execute(arguments);
    } catch (Error e) {
      // The process ends with it anyway, but not without a word.
      return Failure.report(e, streams);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: run, validate, nodes, test-node, new, translate or exec");
  }
}

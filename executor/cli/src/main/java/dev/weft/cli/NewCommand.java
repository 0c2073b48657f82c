package dev.weft.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weft new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Makes the beginning of something.",
    subcommands = {NewNodeCommand.class, NewStubsCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class NewCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to make: node or stubs");
  }
}

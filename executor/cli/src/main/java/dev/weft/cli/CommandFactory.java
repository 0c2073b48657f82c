package dev.weft.cli;

import picocli.CommandLine;

/** Makes the commands, with what they work on. */
final class CommandFactory implements CommandLine.IFactory {
  private final Streams streams;
  private final Interruption interruption;
  private final CommandLine.IFactory others = CommandLine.defaultFactory();

  CommandFactory(Streams streams, Interruption interruption) {
    this.streams = streams;
    this.interruption = interruption;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Object made =
        switch (type.getSimpleName()) {
          case "RunCommand" -> new RunCommand(streams, interruption);
          case "ValidateCommand" -> new ValidateCommand(streams);
          case "NodesCommand" -> new NodesCommand(streams);
          case "NewCommand" -> new NewCommand();
          case "NewNodeCommand" -> new NewNodeCommand(streams);
          case "Language" -> new NewNodeCommand.Language();
          case "TestNodeCommand" -> new TestNodeCommand(streams);
          case "Version" -> new Version();
          case "DurationConverter" -> new DurationConverter();
          case "SizeConverter" -> new SizeConverter();
          case "SandboxOptions" -> new SandboxOptions();
          default -> others.create(type);
        };
    return type.cast(made);
  }
}

package dev.weft.cli;

import dev.weft.executor.python.PythonEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code weft new stubs}. */
@Command(
    name = "stubs",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the package 'weft' of Python into DIR, with its types,",
      "so that editors complete nodes and type checkers check them."
    })
final class NewStubsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Where to; files that are there are replaced.")
  private Path directory = Path.of("");

  @Override
  public Integer call() throws IOException {
    PythonEngine.writePackage(directory);
    return ExitCode.DONE;
  }
}

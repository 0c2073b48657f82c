/** The command {@code weft}. */
module dev.weft.cli {
  requires dev.weft.executor.manifest;
  requires dev.weft.executor.nodes;
  requires dev.weft.executor.python;
  requires dev.weft.executor.wasm;
  requires info.picocli;
  requires static org.jspecify;

  // The parser of command lines fills in the fields of commands.
  opens dev.weft.cli to
      info.picocli;

  uses dev.weft.executor.NodeType;

  provides System.LoggerFinder with
      dev.weft.cli.StderrLoggerFinder;
}

package dev.weft.executor.python;

import dev.weft.executor.NodeContext;
import dev.weft.executor.RunOptions;

/** Where the log of Python nodes goes, whatever engine runs them. */
public final class NodeLog {
  static final long INFO = 20;
  private static final long WARNING = 30;
  private static final long ERROR = 40;
  private static final System.Logger LOG = System.getLogger("dev.weft.executor.python");
  private static final String ONLY_SESSION = RunOptions.DEFAULT.session();

  private NodeLog() {}

  /** Writes a message of a node; the level is Python's. */
  public static void write(NodeContext context, long level, String text) {
    LOG.log(
        level >= ERROR
            ? System.Logger.Level.ERROR
            : level >= WARNING
                ? System.Logger.Level.WARNING
                : level >= INFO ? System.Logger.Level.INFO : System.Logger.Level.DEBUG,
        () ->
            "node '%s'%s: %s"
                .formatted(
                    context.id(),
                    context.session().equals(ONLY_SESSION)
                        ? ""
                        : ", session '" + context.session() + "'",
                    text));
  }
}

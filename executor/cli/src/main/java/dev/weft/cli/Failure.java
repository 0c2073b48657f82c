package dev.weft.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A failure of the command that is no failure of a run: told to people and to programs. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;
  private final transient Map<String, Object> report;

  /** A failure with a text for people and a report for programs. */
  Failure(int code, String message, Map<String, Object> report, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.report = report;
  }

  /** Writes an exception to both outputs and returns the exit code. */
  static int report(Throwable thrown, Streams streams) {
    Failure failure =
        thrown instanceof Failure known
            ? known
            : new Failure(
                ExitCode.RUN_FAILED,
                "unexpected " + thrown,
                Reports.failure("internal", String.valueOf(thrown)),
                thrown);
    String message = failure.getMessage();
    if (message != null) {
      message.lines().forEach(line -> streams.err().println("weft: " + line));
    }
    if (!(thrown instanceof Failure)) {
      System.getLogger("dev.weft.cli").log(System.Logger.Level.DEBUG, "the stack trace", thrown);
    }
    try {
      streams.out().write((Json.text(failure.report) + "\n").getBytes(StandardCharsets.UTF_8));
      streams.out().flush();
    } catch (IOException e) {
      streams.err().println("weft: the standard output failed: " + e.getMessage());
    }
    return failure.code;
  }
}

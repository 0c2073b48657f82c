package dev.weft.cli;

/** What the command's exit codes mean; {@code docs/cli.md} lists them. */
final class ExitCode {
  static final int DONE = 0;
  static final int RUN_FAILED = 1;
  static final int USAGE = 2;
  static final int MANIFEST_INVALID = 3;

  private ExitCode() {}
}

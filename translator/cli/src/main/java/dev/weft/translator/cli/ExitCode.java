package dev.weft.translator.cli;

/** What the commands exit with, where it is not the program's own code. */
final class ExitCode {
  static final int DONE = 0;

  /** The source is not Python. */
  static final int FAILED = 1;

  /** The command line is wrong, or a file cannot be read. */
  static final int USAGE = 2;

  /** The source is Python, but not supported. */
  static final int REFUSED = 4;

  private ExitCode() {}
}

package dev.weft.cli;

import dev.weft.executor.DeadLetter;
import dev.weft.executor.Output;
import dev.weft.executor.RunResult;
import java.io.IOException;

/** Writes what a run gives, in one of the formats. */
interface ResultWriter extends AutoCloseable {

  /** Takes a result; called by one task at a time. */
  void output(Output output);

  /** Takes an item that was set aside; called by one task at a time. */
  void deadLetter(DeadLetter letter);

  /** Ends the text, once the run has ended. */
  void finish(RunResult result) throws IOException;

  /** Whether nobody takes what is written any more. */
  boolean isBroken();

  @Override
  void close() throws IOException;
}

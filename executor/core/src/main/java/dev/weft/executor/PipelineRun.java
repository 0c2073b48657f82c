package dev.weft.executor;

import java.util.Map;

/** A pipeline at work. Thread-safe. */
public interface PipelineRun {

  /**
   * Waits for the run to end and returns its result, whatever its status; a task suspends, another
   * thread is blocked. Being cancelled or interrupted while waiting does not cancel the run.
   */
  RunResult await();

  /** Whether the run has ended, cleanup included. */
  boolean isFinished();

  /**
   * Asks the run to end: each node is cancelled, then cleaned up. Returns at once; idempotent.
   *
   * @param reason for the error message
   */
  void cancel(String reason);

  /** What each node has done so far, in the order of execution. */
  Map<String, NodeMetrics> metrics();
}

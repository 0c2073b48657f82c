package dev.weft.executor;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a run gave, however it ended.
 *
 * @param status how it ended
 * @param outputs the results of all sinks, in the order in which they came; empty if they went to a
 *     {@linkplain RunOptions#onOutput listener}
 * @param sinkOutputs the same by sink, sinks in the order of execution
 * @param graph the shape of the pipeline
 * @param metrics what each node did, in the order of execution
 * @param deadLetters the items that were set aside, by node in the order of execution; empty if
 *     they went to a {@linkplain RunOptions#onDeadLetter listener}
 * @param skipped the failures of items that were skipped, by node in the order of execution; of
 *     each node the first {@value #MAX_SKIPPED}, the metrics count all
 * @param errors what went wrong, what ended the run first; after a success, cleanup that failed
 */
public record RunResult(
    Status status,
    List<Object> outputs,
    Map<String, List<Object>> sinkOutputs,
    GraphInfo graph,
    Map<String, NodeMetrics> metrics,
    List<DeadLetter> deadLetters,
    List<NodeError> skipped,
    List<NodeError> errors) {

  /** How many skipped failures are listed for a node. */
  public static final int MAX_SKIPPED = 1_000;

  /** A result of these parts. */
  public RunResult {
    Objects.requireNonNull(status);
    Objects.requireNonNull(graph);
  }

  /** How a run ended. */
  public enum Status {
    /** All items went through. */
    SUCCESS,
    /** Something failed. */
    FAILED,
    /** The run was cancelled. */
    CANCELLED,
    /** The run's time ran out. */
    TIMED_OUT
  }

  /**
   * This, if the run was a success.
   *
   * @throws PipelineException.Failed otherwise
   */
  public RunResult orThrow() {
    if (status != Status.SUCCESS) {
      throw new PipelineException.Failed(this);
    }
    return this;
  }
}

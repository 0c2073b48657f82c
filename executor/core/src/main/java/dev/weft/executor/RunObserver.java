package dev.weft.executor;

import java.time.Duration;

/**
 * Told what runs do, for metrics and tracing; given with {@link RunOptions#observer}. Without one,
 * nothing is measured but what {@link PipelineRun#metrics} counts anyway.
 *
 * <p>Methods are called from the tasks of runs, several at a time, and must be thread-safe and
 * quick. What they throw is logged and does not disturb the run.
 */
public interface RunObserver {

  /**
   * A run begins, told in the task or thread that starts it.
   *
   * @param pipeline the name of the pipeline
   * @param graph its shape
   * @param run the run, for its metrics
   * @return who is told of the rest of the run
   */
  ObservedRun runStarted(String pipeline, GraphInfo graph, PipelineRun run);

  /** This observer and another one, which is told after it; of a scope's end before it. */
  default RunObserver and(RunObserver other) {
    return (pipeline, graph, run) ->
        new ObservedByTwo(runStarted(pipeline, graph, run), other.runStarted(pipeline, graph, run));
  }

  /** Told what one run does. */
  interface ObservedRun {

    /**
     * A node begins to work, told in its own task, so that thread-locals set here are there for the
     * node.
     *
     * @return closed in the same task once the node has ended
     */
    default NodeScope nodeStarted(String node) {
      return () -> {};
    }

    /** A node has failed, which ends the run; in the node's task. */
    default void nodeFailed(NodeError error) {}

    /** How long an item waited before a node; told of a sample of the items. */
    default void itemWaited(String node, Duration wait) {}

    /** The run has ended, cleanup included. */
    default void runEnded(RunResult result) {}
  }

  /** The time in which a node works. */
  @FunctionalInterface
  interface NodeScope extends AutoCloseable {
    @Override
    void close();
  }
}

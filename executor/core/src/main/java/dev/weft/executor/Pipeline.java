package dev.weft.executor;

import dev.weft.runtime.AsyncRuntime;
import java.util.List;

/**
 * A checked pipeline, which can be run any number of times, also at the same time.
 *
 * {@snippet :
 * Pipeline pipeline = Pipeline.of(spec, NodeRegistry.load());
 * List<Object> results = pipeline.run(Input.of(List.of(5, 7, 3))).outputs();
 * }
 *
 * <p>Each node is a task of its own; between them stand bounded queues, so that a slow node holds
 * back those before it. Order is kept along a path; every branch sees every item; where branches
 * join, see {@link ExecutionPolicy.FanIn}. The same input gives the same results in the same order
 * on each backend, as long as the nodes themselves do and no arrival order was asked for.
 *
 * <p>Thread-safe. What nodes keep per {@linkplain RunOptions#session session} lives as long as this
 * object.
 */
public interface Pipeline {

  /**
   * Checks a description and makes a pipeline of it, with the default limits.
   *
   * @throws PipelineException.Invalid with all problems, if there are any
   */
  static Pipeline of(PipelineSpec spec, NodeRegistry registry) {
    return of(spec, registry, Limits.DEFAULT, StateLimits.DEFAULT);
  }

  /**
   * Checks a description and makes a pipeline of it.
   *
   * @throws PipelineException.Invalid with all problems, if there are any
   */
  static Pipeline of(
      PipelineSpec spec, NodeRegistry registry, Limits limits, StateLimits stateLimits) {
    return CheckedPipeline.of(spec, registry, limits, stateLimits);
  }

  /** All that is wrong with a description, in its order; empty if it can be run. */
  static List<Problem> validate(PipelineSpec spec, NodeRegistry registry, Limits limits) {
    return Validation.problems(spec, registry, limits);
  }

  /** The description. */
  PipelineSpec spec();

  /** The shape. */
  GraphInfo graph();

  /** {@link #run(Input, RunOptions)} with the default options. */
  default RunResult run(Input input) {
    return run(input, RunOptions.DEFAULT);
  }

  /**
   * Runs the pipeline and waits for its end: inside a task on that task's runtime, elsewhere on
   * virtual threads. If the task is cancelled, or the thread is interrupted, so is the run, and its
   * end is awaited.
   *
   * @throws PipelineException.Failed if the run was no success
   * @throws dev.weft.runtime.CancellationError if the calling task was cancelled
   */
  RunResult run(Input input, RunOptions options);

  /**
   * Starts a run on a runtime and returns at once. An event loop is {@linkplain
   * AsyncRuntime#start() given a thread} if it has none.
   *
   * @throws dev.weft.runtime.AsyncException.Spawn if the runtime is closed
   */
  PipelineRun start(AsyncRuntime runtime, Input input, RunOptions options);

  /**
   * Starts a run whose results are taken one by one; the pipeline works only as far ahead as its
   * queues reach. An {@linkplain RunOptions#onOutput output listener} of the options is not called.
   */
  default PipelineOutputs iterate(AsyncRuntime runtime, Input input, RunOptions options) {
    return PipelineOutputs.start(this, runtime, input, options);
  }
}

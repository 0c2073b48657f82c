package dev.weft.executor;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.Channel;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The results of a run, taken one by one: by a task, which suspends, or another thread, which is
 * blocked. For one consumer at a time. To be closed; that cancels a run that is still going.
 */
public final class PipelineOutputs implements Iterator<Output>, AutoCloseable {
  private static final int AHEAD = 16;

  private final Channel<Output> channel = Channel.buffered(AHEAD);
  private final PipelineRun run;
  private Optional<Output> next = Optional.empty();
  private boolean ended;

  private PipelineOutputs(
      Pipeline pipeline, AsyncRuntime runtime, Input input, RunOptions options) {
    run = pipeline.start(runtime, input, options.onOutput(channel::send));
    ((EngineRun) run).onEnd(channel::close);
  }

  static PipelineOutputs start(
      Pipeline pipeline, AsyncRuntime runtime, Input input, RunOptions options) {
    return new PipelineOutputs(pipeline, runtime, input, options);
  }

  /**
   * Waits for the next result.
   *
   * @throws PipelineException.Failed in place of the end, if the run was no success
   */
  @Override
  public boolean hasNext() {
    if (next.isEmpty() && !ended) {
      next = channel.receiveOrClosed();
      ended = next.isEmpty();
      if (ended) {
        run.await().orThrow();
      }
    }
    return next.isPresent();
  }

  @Override
  public Output next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the run has no more results; ask hasNext() first");
    }
    Output output = next.orElseThrow();
    next = Optional.empty();
    return output;
  }

  /** The run, for its metrics and its result. */
  public PipelineRun run() {
    return run;
  }

  /** Cancels the run if it is still going, and waits for its end. */
  @Override
  public void close() {
    if (!ended) {
      ended = true;
      run.cancel("its outputs were closed");
      channel.cancel();
      run.await();
    }
  }
}

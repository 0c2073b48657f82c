package dev.weft.executor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The implementation of {@link Pipeline}. */
final class CheckedPipeline implements Pipeline {
  private final PipelineSpec spec;
  private final Graph graph;
  private final SessionStore sessions;

  private CheckedPipeline(PipelineSpec spec, Graph graph, SessionStore sessions) {
    this.spec = spec;
    this.graph = graph;
    this.sessions = sessions;
  }

  static CheckedPipeline of(
      PipelineSpec spec, NodeRegistry registry, Limits limits, StateLimits stateLimits) {
    List<Problem> problems = Validation.problems(spec, registry, limits);
    if (!problems.isEmpty()) {
      throw new PipelineException.Invalid(spec.name(), problems);
    }
    return new CheckedPipeline(
        spec, Graph.of(spec, registry), new SessionStore(stateLimits, InstantSource.system()));
  }

  @Override
  public PipelineSpec spec() {
    return spec;
  }

  @Override
  public GraphInfo graph() {
    return graph.info();
  }

  @Override
  public PipelineRun start(AsyncRuntime runtime, Input input, RunOptions options) {
    runtime.start();
    return begin(runtime, input, options);
  }

  private EngineRun begin(AsyncRuntime runtime, Input input, RunOptions options) {
    return EngineRun.start(
        runtime,
        spec.name(),
        graph,
        sessions,
        Objects.requireNonNull(input),
        Objects.requireNonNull(options));
  }

  @Override
  public RunResult run(Input input, RunOptions options) {
    return Async.currentTask().isPresent()
        ? runInTask(Async.currentRuntime(), input, options)
        : runInThread(input, options);
  }

  private RunResult runInTask(AsyncRuntime runtime, Input input, RunOptions options) {
    EngineRun run = begin(runtime, input, options);
    Optional<CancellationError> cancelled = Optional.empty();
    while (true) {
      try {
        RunResult result = run.await();
        if (cancelled.isPresent()) {
          throw cancelled.get();
        }
        return result.orThrow();
      } catch (CancellationError e) {
        if (run.isFinished()) {
          throw e;
        }
        // The run ends in bounded time; what it holds is released before the caller goes on.
        cancelled = Optional.of(e);
        run.cancel(String.valueOf(e.getMessage()));
      }
    }
  }

  private RunResult runInThread(Input input, RunOptions options) {
    // The run itself waits for its nodes; what is left then has been given up and named.
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().closeTimeout(Duration.ofMillis(100)).build()) {
      EngineRun run = begin(runtime, input, options);
      try {
        return runtime.blockOn(run::await).orThrow();
      } catch (AsyncException.Join e) {
        if (!e.isCancelled()) {
          throw e;
        }
        run.cancel("the thread that waited for it was interrupted");
        return uninterrupted(run).orThrow();
      }
    }
  }

  /** Waits for a run that is ending, and restores the interrupt of the thread. */
  private static RunResult uninterrupted(EngineRun run) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return run.await();
        } catch (CancellationError e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

package dev.weft.executor.reactor;

import dev.weft.executor.Input;
import dev.weft.executor.NodeError;
import dev.weft.executor.Output;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineException;
import dev.weft.executor.PipelineRun;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import dev.weft.runtime.ChannelClosedException;
import dev.weft.runtime.Receiver;
import dev.weft.runtime.reactor.ReactorBridges;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/** The implementation of {@link ReactivePipeline}. */
record PipelineOperator(
    Pipeline pipeline,
    AsyncRuntime runtime,
    RunOptions options,
    Function<? super ContextView, String> session,
    int prefetch)
    implements ReactivePipeline {
  /** How many items wait at the ends of a pipeline unless set. */
  static final int AHEAD = 16;

  PipelineOperator {
    Objects.requireNonNull(pipeline);
    Objects.requireNonNull(runtime);
    if (prefetch < 1) {
      throw new IllegalArgumentException(
          "the prefetch of pipeline '%s' is %d: it must be at least one"
              .formatted(pipeline.spec().name(), prefetch));
    }
  }

  @Override
  public ReactivePipeline options(RunOptions value) {
    return new PipelineOperator(pipeline, runtime, value, _ -> value.session(), prefetch);
  }

  @Override
  public ReactivePipeline session(Function<? super ContextView, String> id) {
    return new PipelineOperator(pipeline, runtime, options, id, prefetch);
  }

  @Override
  public ReactivePipeline prefetch(int items) {
    return new PipelineOperator(pipeline, runtime, options, session, items);
  }

  @Override
  public Flux<Object> process(Publisher<?> input) {
    return flux(input, Output::item);
  }

  @Override
  public Flux<Output> processOutputs(Publisher<?> input) {
    return flux(input, output -> output);
  }

  @Override
  public Flux<Object> produce() {
    return flux(() -> Optional.empty(), Output::item);
  }

  private <R> Flux<R> flux(Publisher<?> input, Function<Output, R> result) {
    Objects.requireNonNull(input);
    return flux(() -> Optional.of(ReactorBridges.receiver(input, prefetch)), result);
  }

  private <R> Flux<R> flux(Supplier<Optional<Receiver<?>>> input, Function<Output, R> result) {
    Throwable assembly = new AssemblyTrace();
    // The elements are given out by the task that collects the results, one at a time.
    return ReactorBridges.lazyFlux(
        runtime,
        consumer -> run(input.get(), output -> consumer.accept(result.apply(output)), assembly));
  }

  /** Runs the pipeline and waits for its end, whatever comes. */
  private void run(Optional<Receiver<?>> input, Consumer<Output> sink, Throwable assembly) {
    PipelineRun run;
    try {
      run =
          pipeline.start(
              runtime,
              input.<Input>map(Input::of).orElseGet(Input::none),
              options.session(session.apply(ReactorBridges.context())).onOutput(sink::accept));
    } catch (Throwable e) {
      input.ifPresent(Receiver::cancel);
      throw e;
    }
    RunResult result = awaitEnd(run, input);
    if (result.status() != RunResult.Status.SUCCESS) {
      throw failure(result, assembly);
    }
  }

  private static RunResult awaitEnd(PipelineRun run, Optional<Receiver<?>> input) {
    Optional<CancellationError> cancelled = Optional.empty();
    for (; ; ) {
      try {
        RunResult result = run.await();
        input.ifPresent(Receiver::cancel);
        if (cancelled.isPresent()) {
          throw cancelled.get();
        }
        return result;
      } catch (CancellationError e) {
        if (cancelled.isPresent() && run.isFinished()) {
          throw e;
        }
        // The run ends in bounded time; what it holds is released before the signal.
        cancelled = Optional.of(e);
        input.ifPresent(Receiver::cancel);
        run.cancel(String.valueOf(e.getMessage()));
      }
    }
  }

  /** What a failed run is signalled as. */
  private static RuntimeException failure(RunResult result, Throwable assembly) {
    NodeError first = result.errors().getFirst();
    if (first.phase() == NodeError.Phase.INPUT
        && first.cause() instanceof ChannelClosedException closed
        && closed.getCause() != null) {
      return Sneaky.rethrow(closed.getCause());
    }
    try {
      result.orThrow();
      throw new IllegalStateException("a failed run was a success: " + result.status());
    } catch (PipelineException.Failed e) {
      e.setStackTrace(
          Arrays.stream(assembly.getStackTrace())
              .dropWhile(frame -> frame.getClassName().equals(PipelineOperator.class.getName()))
              .toArray(StackTraceElement[]::new));
      return e;
    }
  }

  /** Where a {@code Flux} was made. */
  private static final class AssemblyTrace extends Exception {
    private static final long serialVersionUID = 1L;

    AssemblyTrace() {
      super("the flux was made here", null, false, true);
    }
  }
}

package dev.weft.executor.reactor;

import dev.weft.executor.Output;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineException;
import dev.weft.executor.RunOptions;
import dev.weft.runtime.AsyncRuntime;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/**
 * A pipeline as a function of {@code Flux}.
 *
 * {@snippet :
 * ReactivePipeline pipeline = ReactivePipeline.of(Pipeline.of(spec, NodeRegistry.load()), runtime);
 * Flux<Object> results = pipeline.process(Flux.just(5, 7, 3));
 * Flux<Object> same = Flux.just(5, 7, 3).transform(pipeline::process);
 * }
 *
 * <p>Each subscription is a run of its own. Demand goes from the subscriber through the queues of
 * the pipeline to the input, so that no more items are under way than these hold: per connection
 * the {@linkplain dev.weft.executor.ExecutionPolicy#capacity capacity} of the node, an item in each
 * node, {@link RunOptions#outputsAhead} results per sink, and the {@link #prefetch} of the input.
 * Cancelling the subscription cancels the run and the subscription to the input, and the nodes
 * clean up.
 *
 * <p>A run that fails is signalled as {@link PipelineException.Failed}: its message and {@code
 * result().errors()} name node and item, its stack shows where the {@code Flux} was made, and its
 * cause is what the node threw. An error of the input is signalled as it is. Terminal signals come
 * when the run has ended, cleanup included.
 *
 * <p>Nodes see the context of the subscriber, see {@link
 * dev.weft.runtime.reactor.ReactorBridges#context}, and so does the input.
 *
 * <p>Immutable and thread-safe.
 */
public interface ReactivePipeline {

  /**
   * A pipeline that runs on a runtime. An event loop is {@linkplain AsyncRuntime#start() given a
   * thread} if it has none. 16 results may wait at each sink, and 16 items of the input.
   */
  static ReactivePipeline of(Pipeline pipeline, AsyncRuntime runtime) {
    runtime.start();
    return new PipelineOperator(
        pipeline,
        runtime,
        RunOptions.DEFAULT.outputsAhead(PipelineOperator.AHEAD),
        context -> RunOptions.DEFAULT.session(),
        PipelineOperator.AHEAD);
  }

  /**
   * With these options for each run, except that an output listener of theirs is not called.
   * Replaces what {@link #session(String)} has set.
   */
  ReactivePipeline options(RunOptions options);

  /** With runs in a session; see {@link RunOptions#session}. */
  default ReactivePipeline session(String id) {
    return session(context -> id);
  }

  /** With runs in a session that the context of each subscriber tells. */
  ReactivePipeline session(Function<? super ContextView, String> id);

  /**
   * With so many items of the input requested ahead.
   *
   * @throws IllegalArgumentException if the number is not at least one
   */
  ReactivePipeline prefetch(int items);

  /** The results of all sinks for the items of an input. */
  Flux<Object> process(Publisher<?> input);

  /** {@link #process} with the sink from which each result comes. */
  Flux<Output> processOutputs(Publisher<?> input);

  /** The results of a pipeline whose roots are all sources. */
  Flux<Object> produce();
}

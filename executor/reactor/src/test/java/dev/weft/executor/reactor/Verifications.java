package dev.weft.executor.reactor;

import dev.weft.executor.Input;
import dev.weft.executor.Node;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.runtime.AsyncRuntime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.SubscriberBlackboxVerification;
import org.reactivestreams.tck.TestEnvironment;
import reactor.core.publisher.Flux;

/** What the TCK is run on. */
final class Verifications {
  static final List<Class<?>> ALL =
      List.of(
          PipelinePublisher.class,
          SourcePublisher.class,
          NodeItemsPublisher.class,
          PipelineInputSubscriber.class,
          NodeResultsSubscriber.class);

  private static final AsyncRuntime RUNTIME =
      AsyncRuntime.builder().failureHandler((what, failure) -> {}).build();

  private static final NodeType PASS =
      NodeType.function("Pass", "Passes items on.", (Node.Function) item -> item);

  private Verifications() {}

  /** After so long a cancelled subscriber must not be referred to any more. */
  private static final long UNTIL_DROPPED_MILLIS = 1_500;

  /** Generous with what must come, on a busy machine; brief with what must not. */
  private static TestEnvironment environment() {
    return new TestEnvironment(3_000, 40, 40, false);
  }

  private static Pipeline pipeline(NodeType... types) {
    PipelineSpec.Builder spec = PipelineSpec.builder("tck");
    for (int i = 0; i < types.length; i++) {
      spec.node("n" + i, types[i].name());
      if (i > 0) {
        spec.connect("n" + (i - 1), "n" + i);
      }
    }
    return Pipeline.of(spec.build(), NodeRegistry.of(types));
  }

  private static Flux<Object> numbers(long count) {
    return Flux.fromIterable(
        () -> LongStream.range(0, count).<Object>mapToObj(it -> it).iterator());
  }

  public static class PipelinePublisher extends PublisherVerification<Object> {
    public PipelinePublisher() {
      super(environment(), UNTIL_DROPPED_MILLIS);
    }

    @Override
    public Publisher<Object> createPublisher(long elements) {
      return ReactivePipeline.of(pipeline(PASS), RUNTIME).process(numbers(elements));
    }

    @Override
    public Publisher<Object> createFailedPublisher() {
      return ReactivePipeline.of(pipeline(PASS), RUNTIME)
          .process(Flux.error(new IllegalStateException("meant to fail")));
    }
  }

  public static class SourcePublisher extends PublisherVerification<Object> {
    public SourcePublisher() {
      super(environment(), UNTIL_DROPPED_MILLIS);
    }

    @Override
    public Publisher<Object> createPublisher(long elements) {
      NodeType source =
          NodeType.source(
              "Numbers",
              "Emits numbers.",
              out -> {
                for (long i = 0; i < elements; i++) {
                  out.emit(i);
                }
              });
      return ReactivePipeline.of(pipeline(source), RUNTIME).produce();
    }

    @Override
    public Publisher<Object> createFailedPublisher() {
      NodeType source =
          NodeType.source(
              "Failing",
              "Fails.",
              out -> {
                throw new IllegalStateException("meant to fail");
              });
      return ReactivePipeline.of(pipeline(source), RUNTIME).produce();
    }
  }

  /** The items that the function of a node gets. */
  public static class NodeItemsPublisher extends PublisherVerification<Object> {
    public NodeItemsPublisher() {
      super(environment(), UNTIL_DROPPED_MILLIS);
    }

    @Override
    public Publisher<Object> createPublisher(long elements) {
      CompletableFuture<Flux<Object>> items = new CompletableFuture<>();
      NodeType node =
          FluxNode.type(
              "Captured",
              "Hands its items to the test.",
              flux -> {
                items.complete(flux);
                return Flux.never();
              });
      pipeline(node)
          .start(
              RUNTIME,
              Input.of(() -> LongStream.range(0, elements).<Object>mapToObj(it -> it).iterator()),
              RunOptions.DEFAULT);
      return items.join();
    }

    @Override
    public Publisher<Object> createFailedPublisher() {
      // The items never fail: a node before that does so ends the node.
      return skip();
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // The TCK's way to say none.
    private static <T> T skip() {
      return null;
    }
  }

  public static class PipelineInputSubscriber extends SubscriberBlackboxVerification<Object> {
    public PipelineInputSubscriber() {
      super(environment());
    }

    @Override
    public Subscriber<Object> createSubscriber() {
      CompletableFuture<Subscriber<Object>> subscriber = new CompletableFuture<>();
      Publisher<Object> input = given -> complete(subscriber, given);
      ReactivePipeline.of(pipeline(PASS), RUNTIME)
          .process(input)
          .subscribe(item -> {}, error -> {});
      return subscriber.join();
    }

    @Override
    public Object createElement(int element) {
      return element;
    }
  }

  /** What takes the results of a node's function. */
  public static class NodeResultsSubscriber extends SubscriberBlackboxVerification<Object> {
    public NodeResultsSubscriber() {
      super(environment());
    }

    @Override
    public Subscriber<Object> createSubscriber() {
      CompletableFuture<Subscriber<Object>> subscriber = new CompletableFuture<>();
      Publisher<Object> results = given -> complete(subscriber, given);
      NodeType node = FluxNode.type("Results", "Has its results from the test.", flux -> results);
      pipeline(node).start(RUNTIME, Input.of(List.of()), RunOptions.DEFAULT);
      return subscriber.join();
    }

    @Override
    public Object createElement(int element) {
      return element;
    }
  }

  @SuppressWarnings("unchecked") // It takes any object.
  private static void complete(CompletableFuture<Subscriber<Object>> future, Subscriber<?> given) {
    future.complete((Subscriber<Object>) given);
  }
}

package dev.weft.executor.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import dev.weft.executor.Output;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineException;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.TaskLocal;
import dev.weft.runtime.reactor.ReactorBridges;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** Pipelines as functions of Flux. */
class ReactivePipelineTest {
  private static final NodeType DOUBLE = function("Double", item -> (Integer) item * 2);
  private static final NodeType PASS = function("Pass", item -> item);

  private static NodeType function(String name, Node.Function function) {
    return NodeType.function(name, "For the test.", function);
  }

  private static Pipeline chain(int capacity, NodeType... types) {
    PipelineSpec.Builder spec = PipelineSpec.builder("chain");
    for (int i = 0; i < types.length; i++) {
      spec.node("n" + i, types[i].name(), Map.of(), ExecutionPolicy.DEFAULT.withCapacity(capacity));
      if (i > 0) {
        spec.connect("n" + (i - 1), "n" + i);
      }
    }
    NodeRegistry registry = NodeRegistry.of();
    for (NodeType type : types) {
      if (registry.find(type.name()).isEmpty()) {
        registry = registry.with(type);
      }
    }
    return Pipeline.of(spec.build(), registry);
  }

  @OnEachBackend
  void aPipelineIsAFunctionOfFlux(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      ReactivePipeline pipeline = ReactivePipeline.of(chain(4, DOUBLE, PASS), runtime);
      Flux<Object> results = pipeline.process(Flux.just(5, 7, 3));
      StepVerifier.create(results).expectNext(10, 14, 6).verifyComplete();
      // Each subscription is a run of its own.
      StepVerifier.create(results).expectNext(10, 14, 6).verifyComplete();
    }
  }

  @OnEachBackend
  void aPipelineIsAnOperator(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      ReactivePipeline pipeline = ReactivePipeline.of(chain(4, DOUBLE), runtime);
      StepVerifier.create(
              Flux.range(0, 1_000)
                  .publishOn(Schedulers.parallel())
                  .transform(pipeline::process)
                  .cast(Integer.class)
                  .reduce(0, Integer::sum))
          .expectNext(999_000)
          .verifyComplete();
    }
  }

  @OnEachBackend
  void outputsTellTheirSink(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      PipelineSpec spec = PipelineSpec.builder("two").node("a", "Pass").node("b", "Double").build();
      ReactivePipeline pipeline =
          ReactivePipeline.of(Pipeline.of(spec, NodeRegistry.of(PASS, DOUBLE)), runtime);
      StepVerifier.create(pipeline.processOutputs(Flux.just(1, 2)))
          .expectNext(
              new Output("a", 1), new Output("b", 2), new Output("a", 2), new Output("b", 4))
          .verifyComplete();
    }
  }

  @OnEachBackend
  void sourcesProduceAsFarAsIsRequested(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      AtomicInteger made = new AtomicInteger();
      NodeType endless =
          NodeType.source(
              "Endless",
              "Counts.",
              out -> {
                while (true) {
                  out.emit(made.incrementAndGet());
                }
              });
      ReactivePipeline pipeline =
          ReactivePipeline.of(chain(2, endless), runtime)
              .options(RunOptions.DEFAULT.outputsAhead(2));
      StepVerifier.create(pipeline.produce(), 3)
          .expectNext(1, 2, 3)
          .then(() -> await().during(Duration.ofMillis(30)).until(() -> made.get() <= 7))
          .thenCancel()
          .verify();
      await().until(() -> runtime.stats().live() == 0);
    }
  }

  /** Five nodes of different speed; the bounds are those that the documentation states. */
  @OnEachBackend
  void aSlowSubscriberHoldsTheItemsInFlightToTheBounds(Backend backend) throws Exception {
    for (int capacity : List.of(1, 4)) {
      AtomicInteger taken = new AtomicInteger();
      AtomicInteger delivered = new AtomicInteger();
      AtomicInteger mostInFlight = new AtomicInteger();
      NodeType slow =
          function(
              "Slow",
              item -> {
                Async.yieldNow();
                return item;
              });
      try (AsyncRuntime runtime = Runtimes.started(backend)) {
        ReactivePipeline pipeline =
            ReactivePipeline.of(chain(capacity, PASS, slow, PASS, slow, PASS), runtime)
                .options(RunOptions.DEFAULT.outputsAhead(capacity))
                .prefetch(capacity);
        Flux<Object> flux =
            pipeline.process(
                Flux.range(0, 300)
                    .doOnNext(_ ->
                        mostInFlight.accumulateAndGet(
                            taken.incrementAndGet() - delivered.get(), Math::max)));
        StepVerifier.Step<Object> steps = StepVerifier.create(flux, 0);
        for (int i = 0; i < 300; i++) {
          int number = i;
          steps =
              steps
                  .thenRequest(1)
                  .assertNext(item -> {
                    assertThat(item).isEqualTo(number);
                    delivered.incrementAndGet();
                  });
        }
        steps.verifyComplete();
      }
      // Each of the five nodes has its queue and one item in work; further there are the input's
      // prefetch and the item being fed, the queue of results and the one being delivered.
      int bound = 5 * (capacity + 1) + (capacity + 1) + (capacity + 1);
      assertThat(mostInFlight.get()).isBetween(capacity, bound);
    }
  }

  @OnEachBackend
  void cancellingCancelsTheRunAndTheInputAndCleansUp(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      AtomicInteger cleanups = new AtomicInteger();
      AtomicBoolean inputCancelled = new AtomicBoolean();
      NodeType resource = new Resource(cleanups);
      ReactivePipeline pipeline = ReactivePipeline.of(chain(2, resource, PASS), runtime);
      Flux<Integer> input =
          Flux.<Integer>generate(sink -> sink.next(1)).doOnCancel(() -> inputCancelled.set(true));
      StepVerifier.create(ReactorBridges.structured(pipeline.process(input).take(5)))
          .expectNextCount(5)
          .verifyComplete();
      // The terminal signal of structured() comes after the cleanup.
      assertThat(cleanups).hasValue(1);
      assertThat(inputCancelled).isTrue();
      await().until(() -> runtime.stats().live() == 0);
    }
  }

  private record Resource(AtomicInteger cleanups) implements NodeType {
    @Override
    public String summary() {
      return "Holds something.";
    }

    @Override
    public Node create(NodeContext context) {
      return new Node.Function() {
        @Override
        public Object process(Object item) {
          return item;
        }

        @Override
        public void cleanup() {
          Async.sleep(Duration.ofMillis(20));
          cleanups.incrementAndGet();
        }
      };
    }
  }

  @OnEachBackend
  void anErrorThreeTasksDeepShowsNodeItemAndBothStacks(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      NodeType deep =
          function(
              "Deep",
              item ->
                  Async.spawn(
                          "first",
                          () ->
                              Async.spawn(
                                      "second",
                                      () -> Async.spawn("third", () -> fail(item)).await())
                                  .await())
                      .await());
      Flux<Object> results = assembled(ReactivePipeline.of(chain(4, PASS, deep, PASS), runtime));
      StepVerifier.create(results)
          .expectNext(0, 1, 2)
          .verifyErrorSatisfies(e -> {
            assertThat(e)
                .isInstanceOf(PipelineException.Failed.class)
                .hasMessageContaining("node 'n1' failed at item 3")
                .hasRootCauseInstanceOf(IOException.class)
                .hasRootCauseMessage("item 3 is bad");
            var error = ((PipelineException.Failed) e).result().errors().getFirst();
            assertThat(error.node()).hasValue("n1");
            assertThat(error.item()).hasValue(3);
            // The subscriber's side, and the node's: where it awaits, and where it throws.
            assertThat(e.getStackTrace()).anyMatch(it -> it.getMethodName().equals("assembled"));
            Throwable root = e;
            int tasks = 0;
            while (root.getCause() != null) {
              root = root.getCause();
              tasks += root instanceof dev.weft.runtime.AsyncException.Join ? 1 : 0;
            }
            assertThat(tasks).isEqualTo(3);
            assertThat(root.getStackTrace()).anyMatch(it -> it.getMethodName().equals("fail"));
            assertThat(Objects.requireNonNull(e.getCause()).getStackTrace())
                .anyMatch(it -> it.getClassName().equals(ReactivePipelineTest.class.getName()));
          });
    }
  }

  private static Flux<Object> assembled(ReactivePipeline pipeline) {
    return pipeline.process(Flux.range(0, 10));
  }

  private static Object fail(Object item) throws IOException {
    if (item.equals(3)) {
      throw new IOException("item 3 is bad");
    }
    return item;
  }

  @OnEachBackend
  void anErrorOfTheInputIsSignalledAsItIs(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      ReactivePipeline pipeline = ReactivePipeline.of(chain(4, DOUBLE), runtime);
      IOException failure = new IOException("cut");
      StepVerifier.create(pipeline.process(Flux.just(1, 2).concatWith(Mono.error(failure))))
          .expectNext(2, 4)
          .verifyErrorSatisfies(e -> assertThat(e).isSameAs(failure));
    }
  }

  @OnEachBackend
  void runsOfASessionShareItsState(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      NodeType counting =
          new NodeType() {
            @Override
            public String name() {
              return "Counting";
            }

            @Override
            public String summary() {
              return "Counts the items of its session.";
            }

            @Override
            public Node.Function create(NodeContext context) {
              return _ -> context.state().update("count", 0, count -> count + 1);
            }
          };
      ReactivePipeline pipeline =
          ReactivePipeline.of(chain(4, counting), runtime)
              .session(context -> context.<String>getOrEmpty("user").orElse("nobody"));
      Flux<Object> flux = pipeline.process(Flux.just("a", "b"));
      StepVerifier.create(flux.contextWrite(Context.of("user", "ada")))
          .expectNext(1, 2)
          .verifyComplete();
      StepVerifier.create(flux.contextWrite(Context.of("user", "bob")))
          .expectNext(1, 2)
          .verifyComplete();
      StepVerifier.create(flux.contextWrite(Context.of("user", "ada")))
          .expectNext(3, 4)
          .verifyComplete();
      StepVerifier.create(pipeline.session("bob").process(Flux.just("c")))
          .expectNext(3)
          .verifyComplete();
    }
  }

  @OnEachBackend
  void nodesAndTheInputSeeTheSubscribersContext(Backend backend) {
    TaskLocal<String> request = TaskLocal.named("request");
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      NodeType telling =
          function(
              "Telling", item -> item + " " + request.get() + ReactorBridges.context().get("x"));
      ReactivePipeline pipeline = ReactivePipeline.of(chain(4, telling), runtime);
      Flux<String> input = Flux.deferContextual(view -> Flux.just("in:" + view.get(request)));
      StepVerifier.create(
              pipeline.process(input).contextWrite(Context.of(request, "r-1", "x", "!")))
          .expectNext("in:r-1 r-1!")
          .verifyComplete();
    }
  }

  // ---- Nodes written with Flux.

  @OnEachBackend
  void aNodeIsAFunctionOfFlux(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      NodeType pairs =
          FluxNode.type(
              "Pairs",
              "Sums pairs.",
              Integer.class,
              items -> items.buffer(2).map(it -> it.stream().mapToInt(i -> i).sum()));
      ReactivePipeline pipeline = ReactivePipeline.of(chain(4, PASS, pairs, DOUBLE), runtime);
      StepVerifier.create(pipeline.process(Flux.range(1, 5)))
          .expectNext(6, 14, 10)
          .verifyComplete();
    }
  }

  @OnEachBackend
  void aNodesResultsMayComeFromOtherThreadsAndLater(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      NodeType delayed =
          FluxNode.type(
              "Delayed",
              "Takes its time.",
              items ->
                  items.flatMapSequential(
                      it -> Mono.just(it).delayElement(Duration.ofMillis(1)), 8));
      ReactivePipeline pipeline = ReactivePipeline.of(chain(4, delayed), runtime);
      StepVerifier.create(pipeline.process(Flux.range(0, 200)).collectList())
          .assertNext(all ->
              assertThat(all).hasSize(200).isEqualTo(Flux.range(0, 200).collectList().block()))
          .verifyComplete();
    }
  }

  @OnEachBackend
  void aResultThatComesWhileTheInputIsSilentIsEmittedAtOnce(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      NodeType delayed =
          FluxNode.type(
              "Delayed", "Takes its time.", items -> items.delayElements(Duration.ofMillis(5)));
      ReactivePipeline pipeline = ReactivePipeline.of(chain(4, delayed), runtime);
      StepVerifier.create(pipeline.process(Flux.concat(Flux.just(1), Mono.never())))
          .expectNext(1)
          .thenCancel()
          .verify(Duration.ofSeconds(5));
    }
  }

  @OnEachBackend
  void aNodeThatEndsEarlyEndsTheRun(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      NodeType three = FluxNode.type("Three", "The first three.", items -> items.take(3));
      ReactivePipeline pipeline = ReactivePipeline.of(chain(4, PASS, three), runtime);
      StepVerifier.create(pipeline.process(Flux.generate(sink -> sink.next(1))))
          .expectNextCount(3)
          .verifyComplete();
    }
  }

  @OnEachBackend
  void anErrorOfANodesFluxNamesNodeAndItem(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      NodeType failing =
          FluxNode.type(
              "Failing", "Fails at 2.", Integer.class, items -> items.map(it -> 10 / (2 - it)));
      ReactivePipeline pipeline = ReactivePipeline.of(chain(4, failing), runtime);
      StepVerifier.create(pipeline.process(Flux.range(0, 9)))
          .expectNext(5, 10)
          .verifyErrorMessage("node 'n0' failed at item 2: / by zero");
    }
  }

  @OnEachBackend
  void cancellingTheRunCancelsTheNodesSubscription(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      CountDownLatch subscribed = new CountDownLatch(1);
      AtomicBoolean cancelled = new AtomicBoolean();
      NodeType waiting =
          FluxNode.type(
              "Waiting",
              "Never ends.",
              items ->
                  items
                      .concatWith(Mono.never())
                      .doOnSubscribe(_ -> subscribed.countDown())
                      .doOnCancel(() -> cancelled.set(true)));
      Disposable run =
          ReactivePipeline.of(chain(4, waiting), runtime).process(Flux.just(1)).subscribe();
      await().until(() -> subscribed.getCount() == 0);
      run.dispose();
      await().untilTrue(cancelled);
      await().until(() -> runtime.stats().live() == 0);
    }
  }

  @OnEachBackend
  void theItemsOfANodeCanBeSubscribedToOnce(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      NodeType twice =
          FluxNode.type("Twice", "Subscribes twice.", items -> Flux.merge(items, items));
      StepVerifier.create(ReactivePipeline.of(chain(4, twice), runtime).process(Flux.just(1)))
          .verifyErrorSatisfies(
              e -> assertThat(e).hasMessageContaining("subscribed to a second time"));
    }
  }
}

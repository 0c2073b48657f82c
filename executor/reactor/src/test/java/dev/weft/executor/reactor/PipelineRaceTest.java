package dev.weft.executor.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineSpec;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/**
 * Runs that are cancelled while they begin, work and end, 1,000 times on each backend. A seed that
 * failed can be run again with {@code -Dweft.seed=}.
 */
class PipelineRaceTest {
  private static final int RACES = 1_000;

  private final AtomicInteger initialized = new AtomicInteger();
  private final AtomicInteger cleanedUp = new AtomicInteger();

  @OnEachBackend
  void everyNodeThatWasInitializedIsCleanedUpOnce(Backend backend) throws Exception {
    Long only = Long.getLong("weft.seed");
    long first = only != null ? only : 0;
    long last = only != null ? only : RACES - 1;
    try (AsyncRuntime runtime = Runtimes.started(backend);
        ExecutorService canceller = Executors.newSingleThreadExecutor()) {
      ReactivePipeline pipeline = ReactivePipeline.of(pipeline(), runtime);
      for (long seed = first; seed <= last; seed++) {
        try {
          race(pipeline, canceller, new Random(seed));
        } catch (Throwable e) {
          throw new AssertionError("seed " + seed + " on " + backend, e);
        }
      }
      await().until(() -> runtime.stats().live() == 0);
      assertThat(cleanedUp).hasValue(initialized.get());
    }
  }

  private Pipeline pipeline() {
    NodeType counted =
        new NodeType() {
          @Override
          public String name() {
            return "Counted";
          }

          @Override
          public String summary() {
            return "Counts how often it is opened and closed.";
          }

          @Override
          public Node create(NodeContext context) {
            return new Node.Function() {
              private volatile boolean open;

              @Override
              public void initialize() {
                open = true;
                initialized.incrementAndGet();
              }

              @Override
              public Object process(Object item) {
                return item;
              }

              @Override
              public void cleanup() {
                // It is called too where the run was cancelled before the node was initialized.
                cleanedUp.addAndGet(open ? 1 : 0);
              }
            };
          }
        };
    NodeType flux = FluxNode.type("Passing", "Passes items on.", items -> items.map(it -> it));
    PipelineSpec spec =
        PipelineSpec.builder("race")
            .node("a", "Counted")
            .node("b", "Passing")
            .connect("a", "b")
            .build();
    return Pipeline.of(spec, NodeRegistry.of(counted, flux));
  }

  private static void race(ReactivePipeline pipeline, ExecutorService canceller, Random random)
      throws Exception {
    int spins = random.nextInt(20_000);
    int items = random.nextInt(30);
    Watcher watcher = new Watcher();
    pipeline.process(Flux.range(0, items)).subscribe(watcher);
    Future<?> cancelled =
        canceller.submit(() -> {
          spin(spins);
          watcher.cancel();
        });
    watcher.request(1 + random.nextInt(30));
    cancelled.get();
    assertThat(watcher.wrong).isNull();
  }

  private static void spin(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }

  /** Notes signals after a terminal one. */
  private static final class Watcher extends BaseSubscriber<Object> {
    private volatile boolean ended;
    volatile @Nullable String wrong;

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // The test requests.
    }

    @Override
    protected void hookOnNext(Object item) {
      note("an item", false);
    }

    @Override
    protected void hookOnComplete() {
      note("an end", true);
    }

    @Override
    protected void hookOnError(Throwable error) {
      note("error " + error, true);
    }

    private void note(String what, boolean terminal) {
      if (ended) {
        wrong = what + " after the end";
      }
      ended = terminal;
    }
  }
}

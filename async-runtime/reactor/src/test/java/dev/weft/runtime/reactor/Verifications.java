package dev.weft.runtime.reactor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncStream;
import dev.weft.runtime.Bridges;
import dev.weft.runtime.Channel;
import dev.weft.runtime.TaskHandle;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.SubscriberBlackboxVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import reactor.util.context.Context;

/** What the TCK is run on. */
final class Verifications {
  static final List<Class<?>> ALL =
      List.of(
          LazyMonoPublisher.class,
          EagerMonoPublisher.class,
          LazyFluxPublisher.class,
          LazyFluxPublisherOnEventLoop.class,
          ReceiverFluxPublisher.class,
          StructuredPublisher.class,
          CorePublisher.class,
          StreamSubscriber.class,
          PrefetchingSubscriber.class,
          AwaitSubscriber.class,
          CoreSubscriber.class);

  /** After so long a cancelled subscriber must not be referred to any more. */
  private static final long UNTIL_DROPPED_MILLIS = 1_500;

  /** Generous with what must come, on a busy machine; brief with what must not. */
  private static TestEnvironment environment() {
    return new TestEnvironment(3_000, 40, 40, false);
  }

  private static final AsyncRuntime RUNTIME =
      AsyncRuntime.builder().failureHandler((what, failure) -> {}).build();
  private static final AsyncRuntime LOOP =
      AsyncRuntime.builder()
          .backend(AsyncRuntime.Backend.EVENT_LOOP)
          .failureHandler((what, failure) -> {})
          .build();

  static {
    LOOP.start();
  }

  private Verifications() {}

  private static AsyncStream<Integer> numbers(long count) {
    return AsyncStream.generate(out -> {
      for (int i = 0; i < count; i++) {
        Async.yieldNow();
        out.accept(i);
      }
    });
  }

  private static AsyncStream<Integer> failing() {
    return AsyncStream.generate(_ -> {
      throw new IllegalStateException("meant to fail");
    });
  }

  public static class LazyMonoPublisher extends PublisherVerification<Integer> {
    public LazyMonoPublisher() {
      super(environment(), UNTIL_DROPPED_MILLIS);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
      return ReactorBridges.lazyMono(RUNTIME, () -> elements == 0 ? null : 1);
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
      return ReactorBridges.<Integer>lazyMono(
          RUNTIME,
          () -> {
            throw new IllegalStateException("meant to fail");
          });
    }

    @Override
    public long maxElementsFromPublisher() {
      return 1;
    }
  }

  public static class EagerMonoPublisher extends PublisherVerification<Integer> {
    public EagerMonoPublisher() {
      super(environment(), UNTIL_DROPPED_MILLIS);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
      return ReactorBridges.eagerMono(RUNTIME, () -> elements == 0 ? null : 1);
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
      TaskHandle<Integer> task =
          RUNTIME.spawn(() -> {
            throw new IllegalStateException("meant to fail");
          });
      return ReactorBridges.eagerMono(task);
    }

    @Override
    public long maxElementsFromPublisher() {
      return 1;
    }
  }

  public static class LazyFluxPublisher extends PublisherVerification<Integer> {
    public LazyFluxPublisher() {
      super(environment(), UNTIL_DROPPED_MILLIS);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
      return ReactorBridges.lazyFlux(RUNTIME, numbers(elements));
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
      return ReactorBridges.lazyFlux(RUNTIME, failing());
    }
  }

  public static class LazyFluxPublisherOnEventLoop extends PublisherVerification<Integer> {
    public LazyFluxPublisherOnEventLoop() {
      super(environment(), UNTIL_DROPPED_MILLIS);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
      return ReactorBridges.lazyFlux(LOOP, numbers(elements));
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
      return ReactorBridges.lazyFlux(LOOP, failing());
    }
  }

  public static class ReceiverFluxPublisher extends PublisherVerification<Integer> {
    public ReceiverFluxPublisher() {
      super(environment(), UNTIL_DROPPED_MILLIS);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
      Channel<Integer> channel = Channel.buffered(2);
      RUNTIME.spawn(() -> {
        numbers(elements).forEach(channel::send);
        channel.close();
      });
      return ReactorBridges.flux(RUNTIME, channel);
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
      return ReactorBridges.lazyFlux(RUNTIME, failing());
    }
  }

  public static class StructuredPublisher extends PublisherVerification<Integer> {
    public StructuredPublisher() {
      super(environment(), UNTIL_DROPPED_MILLIS);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
      return ReactorBridges.structured(ReactorBridges.lazyFlux(RUNTIME, numbers(elements)));
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
      return ReactorBridges.structured(ReactorBridges.<Integer>lazyFlux(RUNTIME, failing()));
    }
  }

  public static class CorePublisher extends FlowPublisherVerification<Integer> {
    public CorePublisher() {
      super(environment(), UNTIL_DROPPED_MILLIS);
    }

    @Override
    public Flow.Publisher<Integer> createFlowPublisher(long elements) {
      return Bridges.publisher(RUNTIME, numbers(elements));
    }

    @Override
    public Flow.Publisher<Integer> createFailedFlowPublisher() {
      return Bridges.publisher(RUNTIME, failing());
    }
  }

  public static class StreamSubscriber extends SubscriberBlackboxVerification<Integer> {
    public StreamSubscriber() {
      super(environment());
    }

    int prefetch() {
      return 1;
    }

    @Override
    public Subscriber<Integer> createSubscriber() {
      CompletableFuture<Subscriber<Integer>> subscriber = new CompletableFuture<>();
      Publisher<Integer> publisher = given -> subscriber.complete(cast(given));
      RUNTIME.spawn(() -> ReactorBridges.stream(publisher, prefetch()).forEach(element -> {}));
      return subscriber.join();
    }

    @SuppressWarnings("unchecked") // It takes integers.
    private static Subscriber<Integer> cast(Subscriber<? super Integer> subscriber) {
      return (Subscriber<Integer>) subscriber;
    }

    @Override
    public Integer createElement(int element) {
      return element;
    }
  }

  public static class PrefetchingSubscriber extends StreamSubscriber {
    @Override
    int prefetch() {
      return 16;
    }
  }

  public static class AwaitSubscriber extends SubscriberBlackboxVerification<Integer> {
    public AwaitSubscriber() {
      super(environment());
    }

    @Override
    public Subscriber<Integer> createSubscriber() {
      return new Awaited<>(Context.empty());
    }

    @Override
    public Integer createElement(int element) {
      return element;
    }
  }

  public static class CoreSubscriber extends FlowSubscriberBlackboxVerification<Integer> {
    public CoreSubscriber() {
      super(environment());
    }

    @Override
    public Flow.Subscriber<Integer> createFlowSubscriber() {
      CompletableFuture<Flow.Subscriber<Integer>> subscriber = new CompletableFuture<>();
      Flow.Publisher<Integer> publisher = given -> subscriber.complete(cast(given));
      RUNTIME.spawn(() -> Bridges.stream(publisher).forEach(element -> {}));
      return subscriber.join();
    }

    @SuppressWarnings("unchecked") // It takes integers.
    private static Flow.Subscriber<Integer> cast(Flow.Subscriber<? super Integer> subscriber) {
      return (Flow.Subscriber<Integer>) subscriber;
    }

    @Override
    public Integer createElement(int element) {
      return element;
    }
  }
}

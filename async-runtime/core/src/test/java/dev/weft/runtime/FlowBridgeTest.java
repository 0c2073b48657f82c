package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.forever;
import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("try") // A publisher is closed to end its subscriptions.
class FlowBridgeTest {

  /** Notes what it is told, and requests nothing by itself. */
  private static class Recorder implements Flow.Subscriber<Integer> {
    final List<Object> signals = new CopyOnWriteArrayList<>();
    final CountDownLatch subscribed = new CountDownLatch(1);
    Flow.@Nullable Subscription subscription;

    Flow.Subscription subscription() {
      return Objects.requireNonNull(subscription, "onSubscribe has not been called");
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      subscribed.countDown();
    }

    @Override
    public void onNext(Integer element) {
      signals.add(element);
    }

    @Override
    public void onError(Throwable error) {
      signals.add(error);
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }

  private static AsyncStream<Integer> numbers(AtomicInteger produced) {
    return AsyncStream.generate(out -> {
      for (int i = 0; ; i++) {
        produced.incrementAndGet();
        out.accept(i);
      }
    });
  }

  @EachBackend
  void aPublisherIsConsumedAsAStream(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend);
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
      runtime.blockOn(() -> {
        TaskHandle<List<Integer>> consumer =
            Async.spawn(() -> Bridges.<Integer>stream(publisher).map(i -> i * 2).toList());
        AsyncIo.call(() -> {
          await().until(publisher::hasSubscribers);
          for (int i = 0; i < 100; i++) {
            publisher.submit(i);
          }
          publisher.close();
        });
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          expected.add(2 * i);
        }
        assertThat(consumer.await()).isEqualTo(expected);
      });
    }
  }

  @EachBackend
  void demandFollowsTheConsumer(Backend backend) {
    List<String> steps = new CopyOnWriteArrayList<>();
    Flow.Publisher<Integer> publisher =
        subscriber ->
            subscriber.onSubscribe(
                new Flow.Subscription() {
                  private int next;

                  @Override
                  public void request(long n) {
                    steps.add("request " + n);
                    subscriber.onNext(next++);
                  }

                  @Override
                  public void cancel() {
                    steps.add("cancel");
                  }
                });
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(
          () -> Bridges.<Integer>stream(publisher).take(2).forEach(i -> steps.add("consume " + i)));
    }
    assertThat(steps).containsExactly("request 1", "consume 0", "request 1", "consume 1", "cancel");
  }

  @EachBackend
  void anErrorOfThePublisherComesOutAsItIs(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend);
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
      runtime.blockOn(() -> {
        TaskHandle<?> consumer =
            Async.spawn(() ->
                assertThatThrownBy(() -> Bridges.<Integer>stream(publisher).toList())
                    .isInstanceOf(IOException.class)
                    .hasMessage("no disk"));
        AsyncIo.call(() -> await().until(publisher::hasSubscribers));
        publisher.closeExceptionally(new IOException("no disk"));
        consumer.await();
      });
    }
  }

  @EachBackend
  void aCancelledConsumerCancelsItsSubscription(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend);
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
      runtime.blockOn(() ->
          assertThatThrownBy(() ->
                  Async.timeout(millis(20), () -> Bridges.<Integer>stream(publisher).toList()))
              .isInstanceOf(AsyncException.Timeout.class));
      await().until(() -> !publisher.hasSubscribers());
    }
  }

  @EachBackend
  void aStreamIsPublishedAsFarAsIsRequested(Backend backend) throws Exception {
    AtomicInteger produced = new AtomicInteger();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      Recorder recorder = new Recorder();
      Bridges.publisher(runtime, numbers(produced)).subscribe(recorder);
      recorder.subscribed.await();
      recorder.subscription().request(2);
      await().until(() -> recorder.signals.size() == 2);
      runtime.blockOn(() -> Async.sleep(millis(5)));
      assertThat(recorder.signals).containsExactly(0, 1);
      // The third stands at its demand.
      assertThat(produced).hasValueLessThanOrEqualTo(3);
      recorder.subscription().request(1);
      await().until(() -> recorder.signals.size() == 3);
      recorder.subscription().cancel();
      await().until(() -> runtime.stats().live() == 0);
      assertThat(recorder.signals).containsExactly(0, 1, 2);
    }
  }

  @EachBackend
  void theEndAndTheErrorOfAStreamAreSignalled(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      Recorder whole = new Recorder();
      Bridges.publisher(runtime, AsyncStream.of(1, 2)).subscribe(whole);
      whole.subscription().request(Long.MAX_VALUE);
      await().until(() -> whole.signals.size() == 3);
      assertThat(whole.signals).containsExactly(1, 2, "complete");

      IllegalStateException error = new IllegalStateException("broke");
      Recorder broken = new Recorder();
      Bridges.publisher(
              runtime,
              AsyncStream.<Integer>generate(out -> {
                out.accept(1);
                throw error;
              }))
          .subscribe(broken);
      broken.subscription().request(10);
      await().until(() -> broken.signals.size() == 2);
      assertThat(broken.signals).containsExactly(1, error);
    }
  }

  @EachBackend
  void aRequestForNothingIsAnError(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      Recorder recorder = new Recorder();
      Bridges.publisher(runtime, numbers(new AtomicInteger())).subscribe(recorder);
      recorder.subscription().request(0);
      await().until(() -> recorder.signals.size() == 1);
      assertThat(recorder.signals.getFirst())
          .isInstanceOfSatisfying(
              IllegalArgumentException.class,
              e -> assertThat(e).hasMessageContaining("0 elements"));
    }
  }

  @EachBackend
  void closingTheRuntimeIsAnErrorForItsSubscribers(Backend backend) throws Exception {
    Recorder recorder = new Recorder();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      Bridges.publisher(
              runtime,
              AsyncStream.<Integer>generate(out -> {
                out.accept(1);
                Async.sleep(forever());
              }))
          .subscribe(recorder);
      recorder.subscription().request(5);
      await().until(() -> recorder.signals.size() == 1);
    }
    assertThat(recorder.signals.get(1)).isInstanceOf(CancellationError.class);
    Recorder late = new Recorder();
    AsyncRuntime closed = Runtimes.of(backend);
    closed.close();
    Bridges.publisher(closed, AsyncStream.of(1)).subscribe(late);
    assertThat(late.signals.getFirst()).isInstanceOf(AsyncException.Spawn.class);
  }

  @EachBackend
  void aSubscriberThatThrowsLosesItsSubscription(Backend backend) {
    List<Throwable> reported = new CopyOnWriteArrayList<>();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .failureHandler((what, failure) -> reported.add(failure))
            .build()) {
      runtime.start();
      Recorder recorder =
          new Recorder() {
            @Override
            public void onNext(Integer element) {
              throw new IllegalStateException("cannot take " + element);
            }
          };
      Bridges.publisher(runtime, AsyncStream.of(1, 2)).subscribe(recorder);
      recorder.subscription().request(5);
      await().until(() -> runtime.stats().failed() == 1);
      assertThat(recorder.signals).isEmpty();
    }
    assertThat(reported).singleElement().satisfies(e -> assertThat(e).hasMessage("cannot take 1"));
  }
}

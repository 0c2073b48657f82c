package dev.weft.runtime.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.AsyncStream;
import dev.weft.runtime.Channel;
import dev.weft.runtime.TaskHandle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Tasks, streams and channels as publishers. */
class PublishersTest {
  private static final Duration LONG = Duration.ofHours(1);

  @OnEachBackend
  void lazyMonoRunsAnewForEachSubscription(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      AtomicInteger runs = new AtomicInteger();
      Mono<Integer> mono = ReactorBridges.lazyMono(runtime, runs::incrementAndGet);
      assertThat(runs).hasValue(0);
      StepVerifier.create(mono).expectNext(1).verifyComplete();
      StepVerifier.create(mono).expectNext(2).verifyComplete();
    }
  }

  @OnEachBackend
  void eagerMonoRunsOnceAndWithoutASubscriber(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      AtomicInteger runs = new AtomicInteger();
      Mono<Integer> mono = ReactorBridges.eagerMono(runtime, runs::incrementAndGet);
      await().until(() -> runs.get() == 1);
      StepVerifier.create(mono).expectNext(1).verifyComplete();
      StepVerifier.create(mono).expectNext(1).verifyComplete();
    }
  }

  @OnEachBackend
  void aBodyThatReturnsNullCompletesWithoutAValue(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      StepVerifier.create(ReactorBridges.lazyMono(runtime, () -> Async.yieldNow()))
          .verifyComplete();
    }
  }

  @OnEachBackend
  void aFailureIsSignalledAsItWasThrown(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      IOException failure = new IOException("no disk");
      Mono<String> mono =
          ReactorBridges.lazyMono(
              runtime,
              () -> {
                throw failure;
              });
      StepVerifier.create(mono).verifyErrorSatisfies(e -> assertThat(e).isSameAs(failure));
    }
  }

  @OnEachBackend
  void aValueIsKeptUntilItIsRequested(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      StepVerifier.create(ReactorBridges.lazyMono(runtime, () -> 7), 0)
          .expectSubscription()
          .expectNoEvent(Duration.ofMillis(30))
          .thenRequest(1)
          .expectNext(7)
          .verifyComplete();
    }
  }

  @OnEachBackend
  void theSignalComesWhenTheChildrenHaveEnded(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      AtomicBoolean ended = new AtomicBoolean();
      Mono<Boolean> mono =
          ReactorBridges.lazyMono(
              runtime,
              () -> {
                Async.spawn(() -> {
                  Async.sleep(Duration.ofMillis(20));
                  ended.set(true);
                });
                return true;
              });
      StepVerifier.create(mono.map(_ -> ended.get())).expectNext(true).verifyComplete();
    }
  }

  @OnEachBackend
  void cancellingTheSubscriptionAbortsTheTask(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      CountDownLatch started = new CountDownLatch(1);
      AtomicBoolean cleanedUp = new AtomicBoolean();
      Disposable subscription =
          ReactorBridges.lazyMono(
                  runtime,
                  () -> {
                    try {
                      started.countDown();
                      Async.sleep(LONG);
                    } finally {
                      cleanedUp.set(true);
                    }
                  })
              .subscribe();
      awaitUninterruptibly(started);
      subscription.dispose();
      await().untilTrue(cleanedUp);
      await().until(() -> runtime.stats().live() == 0);
    }
  }

  @OnEachBackend
  void theLastSubscriberOfAnEagerMonoAbortsTheTask(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      TaskHandle<@Nullable Void> task = runtime.spawn(() -> Async.sleep(LONG));
      Mono<Void> mono = ReactorBridges.eagerMono(task);
      Disposable one = mono.subscribe();
      Disposable two = mono.subscribe();
      one.dispose();
      assertThat(task.cancelRequests()).isZero();
      two.dispose();
      await().until(task::isFinished);
    }
  }

  @OnEachBackend
  void aTaskThatSomebodyElseCancelsIsAnError(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      TaskHandle<String> task =
          runtime.spawn(() -> {
            Async.sleep(LONG);
            return "";
          });
      StepVerifier.create(ReactorBridges.eagerMono(task))
          .then(() -> task.abort("enough"))
          .verifyErrorSatisfies(e ->
              assertThat(e)
                  .isInstanceOf(CancellationException.class)
                  .hasMessage("the task was cancelled: enough"));
    }
  }

  @OnEachBackend
  void aClosedRuntimeIsAnError(Backend backend) {
    AsyncRuntime runtime = Runtimes.started(backend);
    runtime.close();
    StepVerifier.create(ReactorBridges.lazyMono(runtime, () -> 1))
        .verifyErrorMessage("task 'mono' was not started: the runtime is closed");
    StepVerifier.create(ReactorBridges.lazyFlux(runtime, AsyncStream.of(1)))
        .verifyErrorMessage("task 'flux' was not started: the runtime is closed");
  }

  @OnEachBackend
  void structuredHoldsTheTimeoutBackUntilTheTaskHasCleanedUp(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      List<String> log = new CopyOnWriteArrayList<>();
      Sinks.Empty<Void> started = Sinks.empty();
      Mono<String> slow =
          ReactorBridges.lazyMono(
              runtime,
              () -> {
                try {
                  started.tryEmitEmpty();
                  Async.sleep(LONG);
                  return "slept";
                } finally {
                  Async.sleep(Duration.ofMillis(50));
                  log.add("cleaned up");
                }
              });
      StepVerifier.create(
              ReactorBridges.structured(slow.timeout(started.asMono()))
                  .doOnError(_ -> log.add("error")))
          .verifyError(TimeoutException.class);
      assertThat(log).containsExactly("cleaned up", "error");
    }
  }

  @OnEachBackend
  void structuredHoldsTheEndOfATakeBackToo(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      AtomicBoolean cleanedUp = new AtomicBoolean();
      AsyncStream<Integer> endless =
          AsyncStream.generate(out -> {
            try {
              for (int i = 0; ; i++) {
                out.accept(i);
              }
            } finally {
              Async.sleep(Duration.ofMillis(30));
              cleanedUp.set(true);
            }
          });
      Flux<Integer> three =
          ReactorBridges.structured(ReactorBridges.lazyFlux(runtime, endless).take(3));
      StepVerifier.create(three.then(Mono.fromCallable(cleanedUp::get)))
          .expectNext(true)
          .verifyComplete();
    }
  }

  @OnEachBackend
  void aStreamIsAtMostOneElementAheadOfTheDemand(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      AtomicInteger made = new AtomicInteger();
      AsyncStream<Integer> numbers =
          AsyncStream.generate(out -> {
            while (true) {
              out.accept(made.incrementAndGet());
            }
          });
      StepVerifier.create(ReactorBridges.lazyFlux(runtime, numbers), 0)
          .thenRequest(2)
          .expectNext(1, 2)
          .then(() -> await().during(Duration.ofMillis(30)).until(() -> made.get() <= 3))
          .thenRequest(1)
          .expectNext(3)
          .thenCancel()
          .verify();
    }
  }

  @OnEachBackend
  void anErrorComesAfterTheElementsBeforeIt(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      AsyncStream<Integer> two =
          AsyncStream.generate(out -> {
            out.accept(1);
            out.accept(2);
            throw new IllegalStateException("third");
          });
      StepVerifier.create(ReactorBridges.lazyFlux(runtime, two))
          .expectNext(1, 2)
          .verifyErrorMessage("third");
    }
  }

  @OnEachBackend
  void completionNeedsNoDemand(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      StepVerifier.create(ReactorBridges.lazyFlux(runtime, AsyncStream.of(1, 2)), 2)
          .expectNext(1, 2)
          .verifyComplete();
      StepVerifier.create(ReactorBridges.lazyFlux(runtime, AsyncStream.of()), 0).verifyComplete();
    }
  }

  @OnEachBackend
  void operatorsBehindAFluxMaySuspend(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Flux<Integer> flux =
          ReactorBridges.lazyFlux(runtime, AsyncStream.of(1, 2, 3))
              .map(i -> {
                Async.sleep(Duration.ofMillis(1));
                return i * i;
              });
      StepVerifier.create(flux).expectNext(1, 4, 9).verifyComplete();
    }
  }

  @OnEachBackend
  void cancellingAFluxOfAChannelLosesNoElement(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Channel<Integer> channel = Channel.buffered(4);
      List.of(1, 2, 3).forEach(channel::trySend);
      Flux<Integer> flux = ReactorBridges.flux(runtime, channel);
      StepVerifier.create(flux, 1).expectNext(1).thenCancel().verify();
      await().until(() -> runtime.stats().live() == 0);
      channel.close();
      StepVerifier.create(flux).expectNext(2, 3).verifyComplete();
    }
  }

  @OnEachBackend
  void theErrorOfAClosedChannelIsSignalledAsItIs(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Channel<Integer> channel = Channel.buffered(4);
      channel.trySend(1);
      channel.close(new IOException("cut"));
      StepVerifier.create(ReactorBridges.flux(runtime, channel))
          .expectNext(1)
          .verifyErrorSatisfies(e -> assertThat(e).isInstanceOf(IOException.class));
    }
  }

  @OnEachBackend
  void whatASubscriberThrowsIsDroppedAndEndsTheTask(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      List<Throwable> dropped = new CopyOnWriteArrayList<>();
      List<String> signals = new ArrayList<>();
      Hooks.onErrorDropped(dropped::add);
      try {
        ReactorBridges.lazyFlux(runtime, AsyncStream.of(1, 2)).subscribe(new Refusing(signals));
        await().until(() -> dropped.size() == 1);
        assertThat(dropped.getFirst()).hasMessage("refused");
        assertThat(signals).containsExactly("1");
      } finally {
        Hooks.resetOnErrorDropped();
      }
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    await().until(() -> latch.getCount() == 0);
  }

  /** A subscriber that breaks the rules by throwing. */
  private record Refusing(List<String> signals) implements CoreSubscriber<Integer> {
    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Integer element) {
      signals.add(element.toString());
      throw new IllegalStateException("refused");
    }

    @Override
    public void onError(Throwable error) {
      signals.add("error");
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }
}

package dev.weft.runtime.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.AsyncStream;
import dev.weft.runtime.TaskHandle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.TestPublisher;

/** Publishers in tasks. */
class AwaitTest {

  @OnEachBackend
  void aMonoIsAwaited(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      Mono<String> mono = Mono.just("done").delayElement(Duration.ofMillis(5));
      assertThat(runtime.<String>blockOn(() -> ReactorBridges.await(mono))).isEqualTo("done");
      runtime.blockOn(() -> {
        assertThat(ReactorBridges.awaitOptional(Mono.empty())).isEmpty();
        ReactorBridges.awaitCompletion(mono);
        ReactorBridges.awaitCompletion(Flux.range(0, 1000));
        assertThatThrownBy(() -> ReactorBridges.await(Mono.empty()))
            .isInstanceOf(NoSuchElementException.class)
            .hasMessageContaining("use awaitOptional");
      });
    }
  }

  @Test
  void aThreadThatIsNoTaskIsBlocked() {
    assertThat(ReactorBridges.await(Mono.just(1).delayElement(Duration.ofMillis(5)))).isEqualTo(1);
    assertThat(ReactorBridges.stream(Flux.range(0, 3)).toList()).containsExactly(0, 1, 2);
  }

  @OnEachBackend
  void theErrorOfAMonoShowsBothSides(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      runtime.blockOn(() ->
          assertThatThrownBy(() -> ReactorBridges.await(failing()))
              .isInstanceOf(AsyncException.Join.class)
              .hasRootCauseMessage("no disk")
              .satisfies(e -> {
                assertThat(e.getStackTrace())
                    .anyMatch(it -> it.getMethodName().contains("theErrorOfAMonoShowsBothSides"));
                assertThat(Objects.requireNonNull(e.getCause()).getStackTrace())
                    .anyMatch(it -> it.getMethodName().contains("failing"));
              }));
    }
  }

  private static Mono<String> failing() {
    return Mono.defer(() -> Mono.<String>error(new IOException("no disk")))
        .subscribeOn(Schedulers.parallel());
  }

  @OnEachBackend
  void cancellingTheTaskCancelsTheSubscriptionAndAwaitsTheCleanup(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      List<String> log = new CopyOnWriteArrayList<>();
      Sinks.Empty<Void> started = Sinks.empty();
      runtime.blockOn(() -> {
        TaskHandle<?> task =
            Async.spawn(() -> {
              try {
                ReactorBridges.await(
                    sleeper(runtime, started, log).doOnCancel(() -> log.add("cancel")));
              } finally {
                log.add("awaited");
              }
            });
        ReactorBridges.awaitCompletion(started.asMono());
        task.abort();
        assertThatThrownBy(task::await).isInstanceOf(AsyncException.Join.class);
      });
      assertThat(log).containsExactly("cancel", "cleaned up", "awaited");
    }
  }

  private static Mono<String> sleeper(
      AsyncRuntime runtime, Sinks.Empty<Void> started, List<String> log) {
    return ReactorBridges.lazyMono(
        runtime,
        () -> {
          try {
            started.tryEmitEmpty();
            Async.sleep(Duration.ofHours(1));
            return "slept";
          } finally {
            Async.sleep(Duration.ofMillis(20));
            log.add("cleaned up");
          }
        });
  }

  @OnEachBackend
  void aTimeoutAroundAwaitCancelsTheSubscription(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      AtomicBoolean cancelled = new AtomicBoolean();
      runtime.blockOn(() ->
          assertThatThrownBy(() ->
                  Async.timeout(
                      Duration.ofMillis(10),
                      () ->
                          ReactorBridges.await(Mono.never().doOnCancel(() -> cancelled.set(true)))))
              .isInstanceOf(AsyncException.Timeout.class));
      assertThat(cancelled).isTrue();
    }
  }

  @OnEachBackend
  void theLoserOfARaceHasCleanedUpWhenAwaitReturns(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      List<String> log = new CopyOnWriteArrayList<>();
      Sinks.Empty<Void> started = Sinks.empty();
      runtime.blockOn(() -> {
        String first =
            ReactorBridges.await(
                Mono.firstWithValue(
                    sleeper(runtime, started, log), started.asMono().thenReturn("quick")));
        log.add(first);
      });
      assertThat(log).containsExactly("cleaned up", "quick");
    }
  }

  @OnEachBackend
  void aSharedPublisherWithOtherSubscribersIsNotWaitedFor(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Flux<Long> shared =
          ReactorBridges.lazyFlux(runtime, AsyncStream.interval(Duration.ofMillis(2))).share();
      List<Long> others = new CopyOnWriteArrayList<>();
      runtime.blockOn(() -> {
        var firstSubscriber =
            Async.spawn(() -> ReactorBridges.stream(shared).take(2).forEach(others::add));
        var other = shared.subscribe(others::add);
        firstSubscriber.await();
        assertThat(others).isNotEmpty();
        other.dispose();
      });
      await().until(() -> runtime.stats().live() == 0);
    }
  }

  @OnEachBackend
  void demandFollowsTheConsumer(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      List<String> log = new ArrayList<>();
      runtime.blockOn(() ->
          ReactorBridges.stream(Flux.range(1, 3).doOnRequest(n -> log.add("request " + n)))
              .forEach(i -> {
                Async.yieldNow();
                log.add("consumed " + i);
              }));
      assertThat(log)
          .containsExactly(
              "request 1", "consumed 1", "request 1", "consumed 2", "request 1", "consumed 3");
    }
  }

  @OnEachBackend
  void prefetchIsAskedForInBatches(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      List<Long> requests = new ArrayList<>();
      runtime.blockOn(() ->
          ReactorBridges.stream(Flux.range(1, 21).doOnRequest(requests::add), 8)
              .forEach(_ -> Async.yieldNow()));
      assertThat(requests).containsExactly(8L, 6L, 6L, 6L);
      assertThatThrownBy(() -> ReactorBridges.stream(Flux.empty(), 0))
          .hasMessage("the prefetch is 0: it must be at least one");
    }
  }

  @OnEachBackend
  void anEarlyEndCancelsTheSubscription(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      AtomicBoolean cancelled = new AtomicBoolean();
      List<Integer> two =
          runtime.<List<Integer>>blockOn(() ->
              ReactorBridges.stream(Flux.range(0, 100).doOnCancel(() -> cancelled.set(true)), 4)
                  .take(2)
                  .toList());
      assertThat(two).containsExactly(0, 1);
      assertThat(cancelled).isTrue();
    }
  }

  @OnEachBackend
  void anErrorComesOutAfterTheElementsWithThePlaceOfConsumption(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      List<Integer> seen = new ArrayList<>();
      Flux<Integer> flux =
          Flux.range(1, 2)
              .concatWith(Flux.error(new IOException("third")))
              .publishOn(Schedulers.parallel());
      runtime.blockOn(() ->
          assertThatThrownBy(() -> ReactorBridges.stream(flux, 16).forEach(seen::add))
              .isInstanceOf(IOException.class)
              .satisfies(e ->
                  assertThat(e.getSuppressed()[0].getStackTrace())
                      .anyMatch(it -> it.getClassName().equals(AwaitTest.class.getName()))));
      assertThat(seen).containsExactly(1, 2);
    }
  }

  @Test
  void signalsAfterTheTerminalOneAreDropped() {
    List<Object> dropped = new ArrayList<>();
    Hooks.onNextDropped(dropped::add);
    Hooks.onErrorDropped(e -> dropped.add(e.getMessage()));
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      TestPublisher<String> publisher =
          TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
      TaskHandle<List<String>> task =
          runtime.<List<String>>spawn(() -> ReactorBridges.stream(publisher, 4).toList());
      await().until(publisher::wasSubscribed);
      publisher.next("one").complete().next("two").error(new IOException("late")).complete();
      assertThat(task.await()).containsExactly("one");
      assertThat(dropped).containsExactly("two", "late");
    } finally {
      Hooks.resetOnNextDropped();
      Hooks.resetOnErrorDropped();
    }
  }

  @Test
  void elementsThatWereNotAskedForAreAnError() {
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      TestPublisher<String> publisher =
          TestPublisher.createNoncompliant(TestPublisher.Violation.REQUEST_OVERFLOW);
      TaskHandle<?> task =
          runtime.spawn(() ->
              ReactorBridges.stream(publisher).forEach(_ -> Async.sleep(Duration.ofMillis(50))));
      await().until(publisher::wasSubscribed);
      publisher.next("one", "two", "three", "four");
      assertThatThrownBy(task::await)
          .hasRootCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("not asked for");
      assertThat(publisher.wasCancelled()).isTrue();
    }
  }
}

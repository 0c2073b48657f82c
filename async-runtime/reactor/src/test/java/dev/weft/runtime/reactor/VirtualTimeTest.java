package dev.weft.runtime.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.AsyncStream;
import dev.weft.runtime.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The runtime's clock and Reactor's virtual time as one. */
class VirtualTimeTest {

  private static <T> StepVerifier.FirstStep<T> verifier(
      AsyncRuntime runtime,
      VirtualClock clock,
      BiFunction<AsyncRuntime, VirtualClock, Publisher<T>> publisher) {
    return StepVerifier.withVirtualTime(
        () -> publisher.apply(runtime, clock), () -> VirtualTime.enable(clock), Long.MAX_VALUE);
  }

  @OnEachBackend
  void sleepsAndDelaysGoByOneTime(Backend backend) {
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).clock(clock).build()) {
      runtime.start();
      VirtualTimeTest.<Duration>verifier(
              runtime,
              clock,
              (r, c) ->
                  ReactorBridges.lazyMono(
                          r,
                          () -> {
                            Async.sleep(Duration.ofMinutes(30));
                            return c.now();
                          })
                      .delayElement(Duration.ofHours(1))
                      .flatMap(slept ->
                          ReactorBridges.<Duration>lazyMono(
                              r,
                              () -> {
                                Async.sleep(Duration.ofMinutes(5));
                                return slept.plus(c.now());
                              })))
          .expectSubscription()
          .expectNoEvent(Duration.ofMinutes(94))
          .thenAwait(Duration.ofMinutes(1))
          .expectNext(Duration.ofMinutes(30 + 95))
          .verifyComplete();
      assertThat(VirtualTimeScheduler.isFactoryEnabled()).isFalse();
    }
  }

  @OnEachBackend
  void timersOfBothGoOffInTheirCommonOrder(Backend backend) {
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).clock(clock).build()) {
      runtime.start();
      List<String> log = new CopyOnWriteArrayList<>();
      VirtualTimeTest.<String>verifier(
              runtime,
              clock,
              (r, _) ->
                  Flux.merge(
                          ReactorBridges.lazyFlux(
                                  r, AsyncStream.interval(Duration.ofSeconds(20)).take(3))
                              .map(i -> "task " + i),
                          Flux.interval(Duration.ofSeconds(15)).take(4).map(i -> "flux " + i))
                      .doOnNext(log::add))
          .thenAwait(Duration.ofHours(1))
          .expectNextCount(7)
          .verifyComplete();
      // At 60 s both are due.
      assertThat(log.subList(0, 5))
          .containsExactly("flux 0", "task 0", "flux 1", "task 1", "flux 2");
      assertThat(log.subList(5, 7)).containsExactlyInAnyOrder("flux 3", "task 2");
    }
  }

  @OnEachBackend
  void aTimeoutOfReactorCancelsATaskInVirtualTime(Backend backend) {
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).clock(clock).build()) {
      runtime.start();
      AtomicReference<@Nullable Duration> cancelled = new AtomicReference<>();
      VirtualTimeTest.<Void>verifier(
              runtime,
              clock,
              (r, c) ->
                  ReactorBridges.structured(
                      ReactorBridges.lazyMono(
                              r,
                              () -> {
                                try {
                                  Async.sleep(Duration.ofDays(1));
                                } finally {
                                  cancelled.set(c.now());
                                }
                              })
                          .timeout(Duration.ofHours(3))))
          .thenAwait(Duration.ofHours(4))
          .verifyError(TimeoutException.class);
      assertThat(cancelled.get()).isEqualTo(Duration.ofHours(3));
    }
  }

  @OnEachBackend
  void aTaskThatAwaitsADelayedMonoSeesItsTime(Backend backend) {
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).clock(clock).build()) {
      runtime.start();
      VirtualTimeTest.<Duration>verifier(
              runtime,
              clock,
              (r, c) -> {
                Mono<String> delayed = Mono.just("").delayElement(Duration.ofHours(7));
                return ReactorBridges.lazyMono(
                    r,
                    () -> {
                      ReactorBridges.await(delayed);
                      Async.sleep(Duration.ofHours(1));
                      return c.now();
                    });
              })
          .thenAwait(Duration.ofHours(8))
          .expectNext(Duration.ofHours(8))
          .verifyComplete();
    }
  }
}

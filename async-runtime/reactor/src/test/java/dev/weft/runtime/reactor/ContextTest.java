package dev.weft.runtime.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.AsyncStream;
import dev.weft.runtime.TaskHandle;
import dev.weft.runtime.TaskLocal;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** Context, task-locals and thread-locals. */
class ContextTest {
  private static final TaskLocal<String> REQUEST = TaskLocal.named("request");

  @BeforeEach
  void registerTheMdc() {
    ContextRegistry.getInstance()
        .registerThreadLocalAccessor(
            "mdc.user", () -> MDC.get("user"), it -> MDC.put("user", it), () -> MDC.remove("user"));
  }

  @AfterEach
  void removeTheMdc() {
    ContextRegistry.getInstance().removeThreadLocalAccessor("mdc.user");
    MDC.clear();
  }

  @OnEachBackend
  void aTaskSeesTheSubscribersContext(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Mono<String> mono =
          ReactorBridges.lazyMono(
              runtime,
              () -> {
                TaskHandle<String> child =
                    Async.spawn(() -> ReactorBridges.context().get("user") + " " + REQUEST.get());
                return child.await();
              });
      StepVerifier.create(mono.contextWrite(Context.of("user", "ada", REQUEST, "r-17")))
          .expectNext("ada r-17")
          .verifyComplete();
      assertThat(ReactorBridges.context().isEmpty()).isTrue();
    }
  }

  @OnEachBackend
  void aStreamSeesTheSubscribersContext(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Flux<String> flux =
          ReactorBridges.lazyFlux(runtime, AsyncStream.generate(out -> out.accept(REQUEST.get())));
      StepVerifier.create(flux.contextWrite(Context.of(REQUEST, "r-18")))
          .expectNext("r-18")
          .verifyComplete();
    }
  }

  @OnEachBackend
  void aPublisherSeesTheTaskLocalsOfItsSubscriber(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      Mono<String> mono = Mono.deferContextual(view -> Mono.just(view.get(REQUEST)));
      runtime.blockOn(() -> {
        REQUEST.set("r-19");
        assertThat(ReactorBridges.await(mono)).isEqualTo("r-19");
        assertThat(ReactorBridges.stream(mono.flux()).toList()).containsExactly("r-19");
      });
    }
  }

  @OnEachBackend
  void contextPassesThroughATaskToThePublishersItAwaits(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Mono<String> inner = Mono.deferContextual(view -> Mono.just(view.get("user") + "!"));
      Mono<String> outer =
          ReactorBridges.lazyMono(
              runtime, () -> Async.spawn(() -> ReactorBridges.await(inner)).await());
      StepVerifier.create(outer.contextWrite(Context.of("user", "ada")))
          .expectNext("ada!")
          .verifyComplete();
    }
  }

  @OnEachBackend
  void theMdcFollowsFromPublisherToTaskAndBack(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Mono<String> inner =
          Mono.deferContextual(view -> Mono.just(String.valueOf(view.<String>get("mdc.user"))));
      Mono<List<Optional<String>>> mono =
          ReactorBridges.lazyMono(
              runtime,
              () -> {
                Optional<String> here = Optional.ofNullable(MDC.get("user"));
                Async.yieldNow();
                Optional<String> carried =
                    Async.spawn(
                            ReactorBridges.withThreadLocals(
                                () -> Optional.ofNullable(MDC.get("user"))))
                        .await();
                Optional<String> bare =
                    Async.spawn(() -> Optional.ofNullable(MDC.get("user"))).await();
                return List.of(here, carried, bare, Optional.of(ReactorBridges.await(inner)));
              });
      MDC.put("user", "ada");
      StepVerifier.create(mono.contextCapture())
          .expectNext(
              List.of(Optional.of("ada"), Optional.of("ada"), Optional.empty(), Optional.of("ada")))
          .verifyComplete();
      MDC.remove("user");
      // Another task starts clean.
      StepVerifier.create(
              ReactorBridges.lazyMono(runtime, () -> Optional.ofNullable(MDC.get("user"))))
          .expectNext(Optional.empty())
          .verifyComplete();
    }
  }

  @Test
  void aTaskLocalIsCapturedAndRestoredUnderAKey() {
    ContextRegistry registry = new ContextRegistry();
    registry.registerThreadLocalAccessor(TaskLocalAccessor.of("request", REQUEST));
    ContextSnapshotFactory snapshots =
        ContextSnapshotFactory.builder().contextRegistry(registry).build();
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      runtime.blockOn(() -> {
        REQUEST.set("r-20");
        var snapshot = snapshots.captureAll();
        REQUEST.set("r-21");
        try (var _ = snapshot.setThreadLocals()) {
          assertThat(REQUEST.get()).isEqualTo("r-20");
        }
        assertThat(REQUEST.get()).isEqualTo("r-21");
      });
      try (var _ = snapshots.captureAll().setThreadLocals()) {
        assertThat(TaskLocalAccessor.of("request", REQUEST).getValue()).isNull();
      }
    }
  }
}

package dev.weft.runtime.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.TaskLocal;
import dev.weft.runtime.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.test.StepVerifier;

/** What Reactor expects of a scheduler, of one backed by a runtime. */
class SchedulerTest {

  @OnEachBackend
  void commandsOfAWorkerKeepTheirOrder(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Scheduler.Worker worker = ReactorBridges.scheduler(runtime).createWorker();
      List<Integer> order = new CopyOnWriteArrayList<>();
      AtomicInteger running = new AtomicInteger();
      for (int i = 0; i < 200; i++) {
        int number = i;
        worker.schedule(() -> {
          assertThat(running.incrementAndGet()).isEqualTo(1);
          Async.yieldNow();
          order.add(number);
          running.decrementAndGet();
        });
      }
      await().until(() -> order.size() == 200);
      assertThat(order).isSorted();
    }
  }

  @OnEachBackend
  void publishOnAndSubscribeOnWork(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Scheduler scheduler = ReactorBridges.scheduler(runtime);
      Flux<Integer> flux =
          Flux.range(0, 1_000)
              .subscribeOn(scheduler)
              .publishOn(scheduler, 16)
              .map(i -> {
                assertThat(Async.currentRuntime()).isSameAs(runtime);
                return i;
              });
      StepVerifier.create(flux.collectList())
          .expectNext(IntStream.range(0, 1_000).boxed().toList())
          .verifyComplete();
    }
  }

  @OnEachBackend
  void aDisposedCommandDoesNotRunOrIsAborted(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Scheduler scheduler = ReactorBridges.scheduler(runtime);
      CountDownLatch started = new CountDownLatch(1);
      AtomicBoolean ended = new AtomicBoolean();
      Disposable running =
          scheduler.schedule(() -> {
            try {
              started.countDown();
              Async.sleep(Duration.ofHours(1));
            } finally {
              ended.set(true);
            }
          });
      Disposable later = scheduler.schedule(() -> ended.set(false), 1, TimeUnit.HOURS);
      await().until(() -> started.getCount() == 0);
      assertThat(running.isDisposed()).isFalse();
      running.dispose();
      running.dispose();
      later.dispose();
      await().untilTrue(ended);
      assertThat(running.isDisposed()).isTrue();
      assertThat(later.isDisposed()).isTrue();
    }
  }

  @OnEachBackend
  void aCommandThatHasRunIsDisposed(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Disposable command = ReactorBridges.scheduler(runtime).schedule(() -> {});
      await().until(command::isDisposed);
    }
  }

  @OnEachBackend
  void aDisposedWorkerDisposesItsCommandsAndRefusesOthers(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Scheduler scheduler = ReactorBridges.scheduler(runtime);
      Scheduler.Worker worker = scheduler.createWorker();
      List<Disposable> commands = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        commands.add(worker.schedule(() -> Async.sleep(Duration.ofHours(1))));
      }
      commands.add(worker.schedule(() -> {}, 1, TimeUnit.HOURS));
      worker.dispose();
      worker.dispose();
      assertThat(worker.isDisposed()).isTrue();
      assertThat(commands).allMatch(Disposable::isDisposed);
      assertThatThrownBy(() -> worker.schedule(() -> {})).isSameAs(Exceptions.failWithRejected());
      await().until(() -> runtime.stats().live() == 0);
      scheduler.schedule(() -> {});
    }
  }

  @OnEachBackend
  void aDisposedSchedulerRefusesUntilItIsStartedAnew(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Scheduler scheduler = ReactorBridges.scheduler(runtime);
      Scheduler.Worker worker = scheduler.createWorker();
      scheduler.dispose();
      scheduler.dispose();
      assertThat(scheduler.isDisposed()).isTrue();
      assertThatThrownBy(() -> scheduler.schedule(() -> {}))
          .isSameAs(Exceptions.failWithRejected());
      assertThatThrownBy(() -> worker.schedule(() -> {}, 1, TimeUnit.SECONDS))
          .isInstanceOf(RejectedExecutionException.class);
      scheduler.init();
      assertThat(scheduler.isDisposed()).isFalse();
      AtomicBoolean ran = new AtomicBoolean();
      scheduler.schedule(() -> ran.set(true));
      await().untilTrue(ran);
    }
  }

  @OnEachBackend
  void aClosedRuntimeRefuses(Backend backend) {
    AsyncRuntime runtime = Runtimes.started(backend);
    Scheduler scheduler = ReactorBridges.scheduler(runtime);
    runtime.close();
    assertThatThrownBy(() -> scheduler.schedule(() -> {}))
        .isInstanceOf(RejectedExecutionException.class)
        .hasRootCauseMessage("task 'scheduled' was not started: the runtime is closed");
  }

  @OnEachBackend
  void disposeGracefullyWaitsForWhatRuns(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.started(backend)) {
      Scheduler scheduler = ReactorBridges.scheduler(runtime);
      CountDownLatch started = new CountDownLatch(1);
      AtomicBoolean ended = new AtomicBoolean();
      scheduler.schedule(() -> {
        started.countDown();
        Async.sleep(Duration.ofMillis(30));
        ended.set(true);
      });
      scheduler.schedulePeriodically(() -> {}, 1, 1, TimeUnit.HOURS);
      await().until(() -> started.getCount() == 0);
      Mono<Void> end = scheduler.disposeGracefully();
      StepVerifier.create(end).verifyComplete();
      assertThat(ended).isTrue();
      StepVerifier.create(end).verifyComplete();
      assertThatThrownBy(() -> scheduler.schedule(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
    }
  }

  @OnEachBackend
  void periodicCommandsKeepTheirRateInVirtualTime(Backend backend) {
    VirtualClock clock = VirtualClock.manual();
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).clock(clock).build()) {
      Scheduler scheduler = ReactorBridges.scheduler(runtime);
      List<Duration> times = new CopyOnWriteArrayList<>();
      Disposable periodic =
          scheduler
              .createWorker()
              .schedulePeriodically(
                  () -> {
                    times.add(clock.now());
                    Async.sleep(Duration.ofMillis(30));
                  },
                  50,
                  100,
                  TimeUnit.MILLISECONDS);
      clock.advanceBy(Duration.ofMillis(260));
      periodic.dispose();
      clock.advanceBy(Duration.ofSeconds(1));
      assertThat(times)
          .containsExactly(Duration.ofMillis(50), Duration.ofMillis(150), Duration.ofMillis(250));
      assertThat(periodic.isDisposed()).isTrue();
    }
  }

  @OnEachBackend
  void delaysOfOperatorsGoByTheRuntimesClock(Backend backend) {
    VirtualClock clock = VirtualClock.automatic();
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).clock(clock).build()) {
      Scheduler scheduler = ReactorBridges.scheduler(runtime);
      List<Long> ticks =
          runtime.<List<Long>>blockOn(() ->
              ReactorBridges.await(
                  Flux.interval(Duration.ofHours(1), scheduler).take(24).collectList()));
      assertThat(ticks).hasSize(24);
      assertThat(clock.now()).isEqualTo(Duration.ofDays(1));
    }
  }

  @OnEachBackend
  void whatACommandThrowsGoesToTheFailureHandlerAndTheNextOneRuns(Backend backend) {
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .failureHandler((_, failure) -> failures.add(failure))
            .build()) {
      runtime.start();
      Scheduler.Worker worker = ReactorBridges.scheduler(runtime).createWorker();
      AtomicBoolean ran = new AtomicBoolean();
      worker.schedule(() -> {
        throw new IllegalStateException("bad command");
      });
      worker.schedule(() -> ran.set(true));
      await().untilTrue(ran);
      await().until(() -> !failures.isEmpty());
      assertThat(failures.getFirst()).hasMessage("bad command");
    }
  }

  @Test
  void commandsSeeTheTaskLocalsOfWhoScheduledThem() {
    TaskLocal<String> name = TaskLocal.named("name");
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      Scheduler.Worker worker = ReactorBridges.scheduler(runtime).createWorker();
      List<Object> seen = new CopyOnWriteArrayList<>();
      runtime.blockOn(() -> {
        name.set("a");
        worker.schedule(() -> {
          seen.add(name.get());
          name.set("changed");
        });
      });
      worker.schedule(() -> seen.add(name.find()));
      await().until(() -> seen.size() == 2);
      assertThat(seen).containsExactly("a", java.util.Optional.empty());
    }
  }
}

package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.forever;
import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BridgesTest {

  @EachBackend
  void aStageIsAwaited(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      CompletableFuture<String> later = new CompletableFuture<>();
      runtime.blockOn(() -> {
        assertThat(Bridges.await(CompletableFuture.completedFuture("now"))).isEqualTo("now");
        TaskHandle<?> awaiting =
            Async.spawn(() -> {
              steps.add("awaits");
              steps.add(Bridges.await(later.thenApply(value -> value + "!")));
            });
        Async.sleep(millis(2));
        steps.add("goes on");
        Thread.ofPlatform().start(() -> later.complete("later"));
        awaiting.await();
      });
      steps.assertTaken("awaits", "goes on", "later!");
    }
  }

  @EachBackend
  void aFailedStageIsAJoinError(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        assertThatThrownBy(
                () -> Bridges.await(CompletableFuture.failedFuture(new IOException("no disk"))))
            .isInstanceOf(AsyncException.Join.class)
            .hasMessageContaining("no disk")
            .hasCauseInstanceOf(IOException.class);
        CompletableFuture<Integer> source = new CompletableFuture<>();
        CompletableFuture<Integer> dependent = source.thenApply(value -> 1 / value);
        source.complete(0);
        assertThatThrownBy(() -> Bridges.await(dependent))
            .hasCauseInstanceOf(ArithmeticException.class);
        CompletableFuture<Integer> cancelled = new CompletableFuture<>();
        cancelled.cancel(false);
        assertThatThrownBy(() -> Bridges.await(cancelled))
            .isInstanceOfSatisfying(
                AsyncException.Join.class, e -> assertThat(e.isCancelled()).isTrue());
      });
    }
  }

  @EachBackend
  void cancellingTheAwaiterCancelsTheStage(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      CompletableFuture<String> future = new CompletableFuture<>();
      CompletableFuture<String> kept = new CompletableFuture<>();
      runtime.blockOn(() -> {
        assertThatThrownBy(() -> Async.timeout(millis(5), () -> Bridges.await(future)))
            .isInstanceOf(AsyncException.Timeout.class);
        assertThatThrownBy(() -> Async.timeout(millis(5), () -> Bridges.await(kept.copy())))
            .isInstanceOf(AsyncException.Timeout.class);
      });
      assertThat(future).isCancelled();
      assertThat(kept).isNotDone();
    }
  }

  @EachBackend
  void anAwaiterThatWasCancelledBeforeCancelsTheStageToo(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      CompletableFuture<String> future = new CompletableFuture<>();
      runtime.blockOn(() -> {
        TaskHandle<?> task =
            Async.spawn(() -> {
              Async.currentTask().orElseThrow().abort();
              Bridges.await(future);
            });
        assertThatThrownBy(task::await).isInstanceOf(AsyncException.Join.class);
      });
      assertThat(future).isCancelled();
    }
  }

  @EachBackend
  void aCompleteStageLeavesNoWakeUpBehind(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        assertThat(Bridges.await(CompletableFuture.completedFuture(1))).isOne();
        long start = System.nanoTime();
        Async.sleep(millis(20));
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(millis(20).toNanos());
      });
    }
  }

  @Test
  void aPlainThreadMayAwaitAStage() {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    Thread.ofPlatform().start(() -> future.complete(7));
    assertThat(Bridges.await(future)).isEqualTo(7);
  }

  @EachBackend
  void aTaskIsAFuture(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      TaskHandle<Integer> task =
          runtime.spawn(() -> {
            Async.sleep(millis(2));
            return 20;
          });
      assertThat(Bridges.future(task).thenApply(value -> value + 1).get(10, TimeUnit.SECONDS))
          .isEqualTo(21);
      TaskHandle<Integer> failing =
          runtime.spawn(() -> {
            throw new IOException("no disk");
          });
      CompletableFuture<Integer> failed = Bridges.future(failing);
      assertThatThrownBy(() -> failed.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @EachBackend
  void cancellingTheFutureCancelsTheTaskAndTheOtherWayRound(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      CountDownLatch asleep = new CountDownLatch(1);
      TaskHandle<?> task =
          runtime.spawn(() -> {
            asleep.countDown();
            Async.sleep(forever());
          });
      asleep.await();
      CompletableFuture<?> future = Bridges.future(task);
      CompletableFuture<?> dependent = future.thenRun(() -> {});
      assertThat(future.cancel(true)).isTrue();
      assertThatThrownBy(task::await)
          .isInstanceOf(AsyncException.Join.class)
          .hasMessageContaining("its future was cancelled");
      assertThatThrownBy(dependent::join).isInstanceOf(CompletionException.class);

      TaskHandle<?> aborted = runtime.spawn(() -> Async.sleep(forever()));
      CompletableFuture<?> mirror = Bridges.future(aborted);
      mirror.thenRun(() -> {}).cancel(true);
      assertThat(aborted.isFinished()).isFalse();
      aborted.abort();
      await().untilAsserted(() -> assertThat(mirror).isCancelled());
    }
  }

  @EachBackend
  void commandsOfAnExecutorAreTasks(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      ExecutorService executor = Bridges.executor(runtime);
      List<Callable<String>> calls =
          List.of(
              () -> {
                Async.sleep(millis(3));
                return "slow";
              },
              () -> "quick",
              () -> Async.currentTask().isPresent() ? "in a task" : "not in a task");
      assertThat(executor.invokeAll(calls))
          .extracting(Future::get)
          .containsExactly("slow", "quick", "in a task");
      CompletableFuture<Integer> staged =
          CompletableFuture.supplyAsync(() -> 1, executor).thenApplyAsync(v -> v + 1, executor);
      assertThat(staged.get(10, TimeUnit.SECONDS)).isEqualTo(2);
      executor.close();
      assertThat(executor.isTerminated()).isTrue();
      assertThatThrownBy(() -> executor.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class)
          .hasMessageContaining("shut down");
    }
  }

  @EachBackend
  void shutdownNowCancelsWhatRuns(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      ExecutorService executor = Bridges.executor(runtime);
      CountDownLatch asleep = new CountDownLatch(1);
      AtomicReference<Throwable> end = new AtomicReference<>();
      executor.execute(() -> {
        asleep.countDown();
        try {
          Async.sleep(forever());
        } catch (CancellationError e) {
          end.set(e);
          throw e;
        }
      });
      asleep.await();
      assertThat(executor.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(executor.shutdownNow()).isEmpty();
      assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      assertThat(end.get()).isInstanceOf(CancellationError.class);
    }
  }

  @EachLoop
  void shutdownNowReturnsWhatHasNotStarted(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      ExecutorService executor = Bridges.executor(runtime);
      Steps steps = new Steps();
      Runnable command = () -> steps.add("ran");
      executor.execute(command);
      assertThat(executor.shutdownNow()).containsExactly(command);
      runtime.blockOn(() -> assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue());
      steps.assertTaken();
    }
  }

  @EachBackend
  void aFutureOfTheExecutorCancelsItsTask(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      ExecutorService executor = Bridges.executor(runtime);
      CountDownLatch asleep = new CountDownLatch(1);
      Future<?> future =
          executor.submit(() -> {
            asleep.countDown();
            Async.sleep(forever());
          });
      asleep.await();
      future.cancel(true);
      executor.shutdown();
      assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @EachBackend
  void aCommandThatFailsIsReported(Backend backend) throws Exception {
    List<String> reports = new CopyOnWriteArrayList<>();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .failureHandler((what, failure) -> reports.add(what + ": " + failure.getMessage()))
            .build()) {
      runtime.start();
      ExecutorService executor = Bridges.executor(runtime);
      executor.execute(() -> {
        throw new IllegalStateException("broke");
      });
      executor.shutdown();
      assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      await().until(() -> !reports.isEmpty());
      assertThat(reports).containsExactly("a command of an executor failed: broke");
    }
  }

  @EachBackend
  void aClosedRuntimeRefusesCommands(Backend backend) {
    AsyncRuntime runtime = Runtimes.of(backend);
    ExecutorService executor = Bridges.executor(runtime);
    runtime.close();
    assertThatThrownBy(() -> executor.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("the runtime is closed");
    executor.close();
  }
}

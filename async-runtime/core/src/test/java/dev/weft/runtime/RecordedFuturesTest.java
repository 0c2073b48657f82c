package dev.weft.runtime;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Futures, callbacks and waits on the event loop, line by line against what CPython's asyncio did;
 * the scenarios are those of {@code src/test/python/record_futures.py}.
 */
class RecordedFuturesTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final TaskLocal<String> USER = TaskLocal.named("user");

  private final Steps steps = new Steps();

  private void check(Backend backend, String scenario, AsyncAction<?> body) {
    Steps.run(backend, body);
    assertRecorded(scenario);
  }

  private void assertRecorded(String scenario) {
    assertThat(steps.lines())
        .containsExactlyElementsOf(RecordedOrderTest.recorded("futures-3.12.txt", scenario));
  }

  private void log(String line) {
    steps.add(line);
  }

  private TaskHandle<?> tick(int turns) {
    return Async.spawn(() -> {
      for (int i = 0; i < turns; i++) {
        log("turn " + i);
        Async.yieldNow();
      }
    });
  }

  private TaskHandle<?> awaiting(String name, AsyncFuture<String> future) {
    return Async.spawn(() -> {
      log(name + " waits");
      try {
        log(name + " got " + future.awaitOrAbort());
      } catch (CancellationError e) {
        log(name + " saw the cancellation");
      } catch (AsyncException.Join e) {
        log(
            e.isCancelled()
                ? name + " saw the cancellation"
                : name + " saw " + requireNonNull(e.getCause()).getMessage());
      }
    });
  }

  private static AsyncFuture<String> future() {
    return AsyncFuture.create("f");
  }

  private static void soon(Runnable callback) {
    Async.currentRuntime().callSoon(callback);
  }

  private static String capital(boolean value) {
    return value ? "True" : "False";
  }

  private static boolean isCancelled(TaskHandle<?> handle) {
    return handle.outcome().orElse(null) instanceof Outcome.Cancelled;
  }

  @EachLoop
  void anAwaiterTakesATurnOnceTheFutureIsSet(Backend backend) {
    check(
        backend,
        "an_awaiter_takes_a_turn_once_the_future_is_set",
        () -> {
          AsyncFuture<String> future = future();
          TaskHandle<?> awaiter = awaiting("a", future);
          TaskHandle<?> t = tick(4);
          Async.yieldNow();
          log("main sets");
          future.complete("value");
          log("main goes on");
          awaiter.awaitOrAbort();
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void callbacksRunInOrderThroughTheQueue(Backend backend) {
    check(
        backend,
        "callbacks_run_in_order_through_the_queue",
        () -> {
          AsyncFuture<String> future = future();
          for (String name : List.of("first", "second", "third")) {
            future.onDone(done -> log(name + " " + done.await()));
          }
          soon(() -> log("soon before"));
          future.complete("value");
          soon(() -> log("soon after"));
          log("main goes on");
          Async.yieldNow();
          future.onDone(done -> log("late"));
          log("main has added another");
          Async.yieldNow();
        });
  }

  @EachLoop
  void aSecondSetIsRefused(Backend backend) {
    check(
        backend,
        "a_second_set_is_refused",
        () -> {
          AsyncFuture<String> future = future();
          future.complete("one");
          if (!future.complete("two")) {
            log("refused");
          }
          if (!future.completeExceptionally(new IOException("no"))) {
            log("refused");
          }
          log("cancel " + capital(future.abort()));
          log(future.awaitOrAbort());
        });
  }

  @EachLoop
  void severalAwaitersResumeInTheirOrder(Backend backend) {
    check(
        backend,
        "several_awaiters_resume_in_their_order",
        () -> {
          AsyncFuture<String> future = future();
          List<TaskHandle<?>> awaiters = new ArrayList<>();
          for (String name : List.of("a", "b", "c")) {
            awaiters.add(awaiting(name, future));
          }
          Async.yieldNow();
          future.completeExceptionally(new IOException("broken"));
          awaiters.forEach(TaskHandle::awaitOrAbort);
        });
  }

  @EachLoop
  void aFutureThatIsSetDoesNotSuspendItsAwaiter(Backend backend) {
    check(
        backend,
        "a_future_that_is_set_does_not_suspend_its_awaiter",
        () -> {
          AsyncFuture<String> future = future();
          future.complete("value");
          TaskHandle<?> t = tick(2);
          log(future.awaitOrAbort());
          log("main goes on");
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void aCancelledFutureIsSeenByItsAwaiter(Backend backend) {
    check(
        backend,
        "a_cancelled_future_is_seen_by_its_awaiter",
        () -> {
          AsyncFuture<String> future = future();
          TaskHandle<?> awaiter = awaiting("a", future);
          Async.yieldNow();
          log("cancel " + capital(future.abort()));
          log("again " + capital(future.abort()));
          awaiter.awaitOrAbort();
        });
  }

  @EachLoop
  void aCancelledAwaiterCancelsItsFuture(Backend backend) {
    check(
        backend,
        "a_cancelled_awaiter_cancels_its_future",
        () -> {
          AsyncFuture<String> future = future();
          TaskHandle<?> awaiter = awaiting("a", future);
          TaskHandle<?> t = tick(3);
          Async.yieldNow();
          awaiter.abort();
          log("future cancelled " + capital(isCancelled(future)));
          awaiter.awaitOrAbort();
          t.awaitOrAbort();
        });
  }

  private void show(String name) {
    log(name + " sees " + USER.get());
    USER.set(name);
  }

  @EachLoop
  void aCallbackSeesACopyOfItsMakersContext(Backend backend) {
    check(
        backend,
        "a_callback_sees_a_copy_of_its_makers_context",
        () -> {
          AsyncRuntime runtime = Async.currentRuntime();
          USER.set("ann");
          runtime.callSoon(() -> show("soon"));
          runtime.callLater(Duration.ofMillis(1), () -> show("later"));
          AsyncFuture<String> future = future();
          future.onDone(done -> show("done"));
          USER.set("bob");
          runtime.callSoon(() -> show("second"));
          future.complete("value");
          Async.sleep(Duration.ofMillis(10));
          log("main sees " + USER.get());
        });
  }

  @EachLoop
  void aFailingCallbackGoesToTheHandlerAndTheOthersRun(Backend backend) {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .failureHandler((what, failure) -> log("handler got " + failure.getMessage()))
            .build()) {
      runtime.blockOn(() -> {
        soon(() -> log("before"));
        soon(() -> {
          throw new IllegalStateException("broken");
        });
        soon(() -> log("after"));
        Async.yieldNow();
        log("main goes on");
      });
    }
    assertRecorded("a_failing_callback_goes_to_the_handler_and_the_others_run");
  }

  private TaskHandle<String> value(String text, int turns) {
    return Async.spawn(() -> {
      for (int i = 0; i < turns; i++) {
        Async.yieldNow();
      }
      log(text + " ends");
      return text;
    });
  }

  @EachLoop
  void gatherTakesOneTaskTwice(Backend backend) {
    check(
        backend,
        "gather_takes_one_task_twice",
        () -> {
          TaskHandle<String> a = value("a", 2);
          TaskHandle<String> b = value("b", 1);
          log("['" + String.join("', '", Async.gather(List.of(a, b, a))) + "']");
        });
  }

  @EachLoop
  void gatherMixesFuturesAndTasks(Backend backend) {
    check(
        backend,
        "gather_mixes_futures_and_tasks",
        () -> {
          AsyncFuture<String> future = future();
          TaskHandle<String> task =
              Async.spawn(() -> {
                Async.yieldNow();
                return "task";
              });
          TaskHandle<?> t = tick(5);
          Async.currentRuntime().callLater(Duration.ZERO, () -> future.complete("future"));
          List<TaskHandle<String>> both = List.of(future, task);
          log("['" + String.join("', '", Async.gather(both)) + "']");
          t.awaitOrAbort();
        });
  }

  private static TaskHandle<@Nullable Void> sleeping(Duration duration) {
    return Async.spawn(() -> Async.sleep(duration));
  }

  @EachLoop
  void waitReturnsWhatIsDoneWhenTheTimeIsUp(Backend backend) {
    check(
        backend,
        "wait_returns_what_is_done_when_the_time_is_up",
        () -> {
          Duration limit = Duration.ofMillis(50);
          TaskHandle<@Nullable Void> quick = sleeping(Duration.ofMillis(10));
          TaskHandle<@Nullable Void> slow = sleeping(HOUR);
          logSizes(Async.waitUntil(Until.ALL_COMPLETED, List.of(quick, slow), limit), "");
          log("slow cancelled " + capital(isCancelled(slow)));
          slow.abort();
          var waited = Async.waitUntil(Until.ALL_COMPLETED, List.of(slow), limit);
          logSizes(waited, " cancelled " + capital(isCancelled(slow)));
        });
  }

  private void logSizes(Waited<?> waited, String more) {
    log("done " + waited.done().size() + " pending " + waited.pending().size() + more);
  }

  private static TaskHandle<String> after(String text, Duration duration) {
    return Async.spawn(() -> {
      Async.sleep(duration);
      return text;
    });
  }

  @EachLoop
  void asCompletedStopsWhenTheTimeIsUp(Backend backend) {
    check(
        backend,
        "as_completed_stops_when_the_time_is_up",
        () -> {
          List<TaskHandle<String>> tasks =
              List.of(
                  after("c", HOUR),
                  after("b", Duration.ofMillis(20)),
                  after("a", Duration.ofMillis(10)));
          try {
            Async.timeout(
                Duration.ofMillis(60),
                () -> {
                  for (TaskHandle<String> next : Async.asCompleted(tasks)) {
                    log(next.awaitOrAbort());
                  }
                });
          } catch (AsyncException.Timeout e) {
            log("timed out");
          }
          log("c done " + capital(tasks.getFirst().isFinished()));
          tasks.getFirst().abort();
        });
  }

  @EachLoop
  void waitForAShieldedTaskLeavesItRunning(Backend backend) {
    check(
        backend,
        "wait_for_a_shielded_task_leaves_it_running",
        () -> {
          TaskHandle<String> task =
              Async.spawn(() -> {
                try {
                  Async.sleep(Duration.ofMillis(30));
                  log("inner ends");
                  return "late";
                } catch (CancellationError e) {
                  log("inner cancelled");
                  throw e;
                }
              });
          try {
            Async.timeout(Duration.ofMillis(10), () -> task.await());
          } catch (AsyncException.Timeout e) {
            log("timed out");
          }
          log(task.awaitOrAbort());
        });
  }

  @EachLoop
  void whatIsLeftAtTheEndIsCancelled(Backend backend) {
    check(
        backend,
        "what_is_left_at_the_end_is_cancelled",
        () -> {
          Async.currentRuntime()
              .spawn(() -> {
                try {
                  Async.sleep(HOUR);
                } catch (CancellationError e) {
                  log("a cancelled");
                  throw e;
                } finally {
                  Async.yieldNow();
                  log("a cleaned up");
                }
              });
          Async.yieldNow();
          log("main ends");
        });
  }

  @EachBackend
  void aFutureIsCompletedByAnotherThread(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncFuture<String> future = AsyncFuture.create("answer");
          Thread.ofPlatform().start(() -> future.complete("from outside"));
          assertThat(future.await()).isEqualTo("from outside");
        });
  }

  @EachBackend
  void aFutureTakesPartInASelect(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncFuture<String> future = AsyncFuture.create("answer");
          Async.currentRuntime().callSoon(() -> future.complete("value"));
          assertThat(
                  Select.<String>create()
                      .onDone(future, TaskHandle::await)
                      .onTimeout(HOUR, () -> "late")
                      .await())
              .isEqualTo("value");
        });
  }

  @EachBackend
  void onlyOneOfManyThreadsCompletesAFuture(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncFuture<Integer> future = AsyncFuture.create("one");
          List<TaskHandle<Boolean>> setters = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            int value = i;
            setters.add(Async.spawnBlocking(() -> future.complete(value)));
          }
          int winner = Async.gather(setters).indexOf(true);
          assertThat(future.await()).isEqualTo(winner);
          assertThat(setters.stream().filter(TaskHandle::await)).hasSize(1);
        });
  }

  @EachBackend
  void theErrorOfAFailedFutureNamesIt(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncFuture<String> future = AsyncFuture.create("answer");
          future.completeExceptionally(new UncheckedIOException(new IOException("no line")));
          try {
            future.await();
          } catch (AsyncException.Join e) {
            assertThat(e).hasMessageStartingWith("future 'answer' failed: ");
            assertThat(e.task()).isEqualTo("answer");
            log("failed");
          }
          steps.assertTaken("failed");
        });
  }
}

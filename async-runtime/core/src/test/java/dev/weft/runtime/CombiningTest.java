package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.forever;
import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class CombiningTest {

  private static TaskHandle<String> after(long millis, String value) {
    return Async.spawn(
        value,
        () -> {
          Async.sleep(millis(millis));
          return value;
        });
  }

  private static TaskHandle<String> failingAfter(long millis, String message) {
    return Async.spawn(
        message,
        () -> {
          Async.sleep(millis(millis));
          throw new IOException(message);
        });
  }

  @EachBackend
  void gatherKeepsTheOrderOfItsArguments(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<String> slow = after(20, "slow");
        assertThat(Async.gather(List.of(slow, after(1, "fast"), slow)))
            .containsExactly("slow", "fast", "slow");
        assertThat(Async.gather(List.<TaskHandle<String>>of())).isEmpty();
      });
    }
  }

  @EachBackend
  void gatherTakesTasksOfDifferentTypes(Backend backend) {
    Steps.run(
        backend,
        () -> {
          TaskHandle<String> text = Async.spawn(() -> "a");
          TaskHandle<Integer> number = Async.spawn(() -> 1);
          List<TaskHandle<?>> both = List.of(text, number);
          assertThat(Async.<Object>gather(both)).containsExactly("a", 1);
          assertThat(Async.<Object>gatherOutcomes(both))
              .containsExactly(new Outcome.Success<>("a"), new Outcome.Success<>(1));
        });
  }

  @EachBackend
  void aFailureInGatherLeavesTheOthersRunning(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<String> slow = after(30, "slow");
        assertThatThrownBy(() -> Async.gather(List.of(slow, failingAfter(1, "broken"))))
            .isInstanceOf(AsyncException.Join.class)
            .hasMessageContaining("broken");
        assertThat(slow.await()).isEqualTo("slow");
      });
    }
  }

  @EachBackend
  void gatherOutcomesTellsHowEachEnded(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<String> cancelled = after(100_000, "never");
        cancelled.abort("no");
        List<Outcome<String>> outcomes =
            Async.gatherOutcomes(List.of(after(5, "a"), failingAfter(1, "b"), cancelled));
        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Success<>("a"));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Failure.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Cancelled.class);
      });
    }
  }

  @EachBackend
  void cancellingGatherCancelsItsTasks(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<String> one = after(100_000, "one");
        TaskHandle<String> two = after(100_000, "two");
        TaskHandle<List<String>> gathering = Async.spawn(() -> Async.gather(List.of(one, two)));
        Async.sleep(millis(5));
        gathering.abort("stop");
        assertThatThrownBy(gathering::await).hasMessageContaining("was cancelled: stop");
        Async.waitUntil(Until.ALL_COMPLETED, List.of(one, two));
        assertThat(one.outcome()).get().isInstanceOf(Outcome.Cancelled.class);
        assertThat(two.outcome()).get().isInstanceOf(Outcome.Cancelled.class);
      });
    }
  }

  @EachBackend
  void waitUntilHasThreeModesAndALimit(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<String> fast = after(1, "fast");
        TaskHandle<String> slow = after(100_000, "slow");
        Waited<String> first = Async.waitUntil(Until.FIRST_COMPLETED, List.of(slow, fast));
        assertThat(first.done()).containsExactly(fast);
        assertThat(first.pending()).containsExactly(slow);

        TaskHandle<String> bad = failingAfter(5, "bad");
        assertThat(Async.waitUntil(Until.FIRST_EXCEPTION, List.of(slow, bad)).done())
            .containsExactly(bad);
        assertThat(Async.waitUntil(Until.ALL_COMPLETED, List.of(slow, fast), millis(5)).pending())
            .containsExactly(slow);
        slow.abort();
        assertThat(Async.waitUntil(Until.ALL_COMPLETED, List.of(slow, fast)).pending()).isEmpty();
        assertThatThrownBy(() -> Async.waitUntil(Until.ALL_COMPLETED, List.of()))
            .isInstanceOf(IllegalArgumentException.class);
      });
    }
  }

  @EachBackend
  void asCompletedComesInTheOrderOfTheEnds(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      List<String> order = new ArrayList<>();
      runtime.blockOn(() -> {
        for (TaskHandle<String> task :
            Async.asCompleted(List.of(after(60, "c"), after(1, "a"), after(30, "b")))) {
          order.add(task.await());
        }
      });
      assertThat(order).containsExactly("a", "b", "c");
    }
  }

  @EachBackend
  void theFirstToReturnWinsTheRaceAndTheOthersAreCancelled(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      String winner =
          runtime.blockOn(() ->
              Async.race(
                  List.<AsyncCall<String, Exception>>of(
                      () -> {
                        throw new IOException("out at once");
                      },
                      () -> {
                        try {
                          Async.sleep(forever());
                        } finally {
                          steps.add("loser cleaned up");
                        }
                        return "loser";
                      },
                      () -> {
                        Async.sleep(millis(5));
                        return "winner";
                      })));
      assertThat(winner).isEqualTo("winner");
      steps.assertTaken("loser cleaned up");
    }
  }

  @EachBackend
  void aRaceThatNobodyWinsThrowsTheFirstFailure(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() ->
          assertThatThrownBy(() ->
                  Async.race(
                      List.<AsyncCall<String, Exception>>of(
                          () -> {
                            Async.sleep(millis(10));
                            throw new IOException("second");
                          },
                          () -> {
                            throw new IOException("first");
                          })))
              .isInstanceOf(AsyncException.Join.class)
              .hasMessageContaining("first")
              .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1)));
    }
  }

  @EachBackend
  void awaitOrAbortPassesTheCancellationOn(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      runtime.blockOn(() -> {
        TaskHandle<?> inner =
            Async.spawn(() -> {
              try {
                Async.sleep(forever());
              } finally {
                Async.sleep(millis(5));
                steps.add("inner cleaned up");
              }
            });
        TaskHandle<?> outer =
            Async.spawn(() -> {
              try {
                inner.awaitOrAbort();
              } catch (CancellationError e) {
                steps.add("outer cancelled: " + e.reason());
                throw e;
              }
            });
        Async.sleep(millis(5));
        outer.abort("why");
        assertThatThrownBy(outer::await).isInstanceOf(AsyncException.Join.class);
      });
      steps.assertTaken("inner cleaned up", "outer cancelled: why");
    }
  }

  @EachBackend
  void aTimeoutAroundAwaitOrAbortReturnsALateValue(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Channel<String> started = Channel.buffered(1);
        TaskHandle<String> stubborn =
            Async.spawn(() -> {
              try {
                started.send("started");
                Async.sleep(forever());
              } catch (CancellationError e) {
                return "late";
              }
              return "never";
            });
        assertThat(started.receive()).isEqualTo("started");
        assertThat(Async.<String, RuntimeException>timeout(millis(5), stubborn::awaitOrAbort))
            .isEqualTo("late");
        assertThat(Async.currentTask().orElseThrow().cancelRequests()).isZero();
      });
    }
  }

  @EachBackend
  void aShieldedBodyIsNotReachedByTheCancellation(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      runtime.blockOn(() -> {
        TaskHandle<?> task =
            Async.spawn(() -> {
              Async.shield(() -> {
                Async.sleep(millis(20));
                steps.add("shielded work done");
              });
              steps.add("after the shield");
              Async.sleep(forever());
            });
        Async.sleep(millis(5));
        task.abort("x");
        assertThatThrownBy(task::await).hasMessageContaining("cancelled: x");
      });
      steps.assertTaken("shielded work done", "after the shield");
    }
  }

  @EachBackend
  void aDeadlineCanBeSetAnew(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        String value =
            Async.timeout(
                millis(5),
                deadline -> {
                  deadline.reschedule(Duration.ofMinutes(1));
                  Async.sleep(millis(20));
                  assertThat(deadline.isExpired()).isFalse();
                  return "in time";
                });
        assertThat(value).isEqualTo("in time");
        assertThatThrownBy(() ->
                Async.timeout(
                    forever(),
                    deadline -> {
                      deadline.reschedule(Duration.ZERO);
                      Async.sleep(forever());
                      return 1;
                    }))
            .isInstanceOf(AsyncException.Timeout.class);
      });
    }
  }

  @EachBackend
  void aTokenCancelsEveryBodyUnderIt(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      runtime.blockOn(() -> {
        CancellationToken token = CancellationToken.create();
        TaskHandle<?> task =
            Async.spawn(() -> {
              try {
                token.run(() -> Async.sleep(forever()));
              } catch (CancellationError e) {
                steps.add("cancelled: " + e.reason());
              }
              Async.sleep(millis(1));
              steps.add("requests: " + Async.currentTask().orElseThrow().cancelRequests());
            });
        Async.sleep(millis(5));
        token.cancel("shutdown");
        task.await();
        assertThatThrownBy(() -> token.run(() -> steps.add("not run")))
            .isInstanceOf(CancellationError.class)
            .hasMessage("shutdown");
      });
      steps.assertTaken("cancelled: shutdown", "requests: 0");
    }
  }

  private static final TaskLocal<String> USER = TaskLocal.named("user");

  @EachBackend
  void aSpawnedTaskCopiesTheLocalsAndACallSharesThem(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      runtime.blockOn(() -> {
        assertThat(USER.find()).isEmpty();
        USER.set("ada");
        TaskHandle<?> child =
            Async.spawn(() -> {
              steps.add("child sees " + USER.get());
              USER.set("bob");
              steps.add("child set " + USER.get());
            });
        USER.set("cyd");
        child.await();
        rename();
        steps.add("parent has " + USER.get());
        USER.where("eve", () -> steps.add("inside " + USER.get()));
        steps.add("outside " + USER.get());
        USER.clear();
        assertThatThrownBy(USER::get)
            .isInstanceOf(AsyncException.Runtime.class)
            .hasMessageContaining("'user'");
      });
      steps.assertTaken(
          "child sees ada", "child set bob", "parent has dan", "inside eve", "outside dan");
    }
  }

  private static void rename() {
    assertThat(USER.get()).isEqualTo("cyd");
    USER.set("dan");
  }
}

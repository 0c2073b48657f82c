package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tasks on the event loop, line by line against what CPython's asyncio did; the scenarios are those
 * of {@code src/test/python/record_tasks.py}. There, {@code await task} is {@link
 * TaskHandle#awaitOrAbort}, and {@code shield} is a plain {@link TaskHandle#await}.
 */
class RecordedTasksTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Steps steps = new Steps();

  private void check(Backend backend, String scenario, AsyncAction<?> body) {
    Steps.run(backend, body);
    assertThat(steps.lines())
        .containsExactlyElementsOf(RecordedOrderTest.recorded("tasks-3.12.txt", scenario));
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

  private TaskHandle<String> work(String name, int turns) {
    return Async.spawn(() -> doWork(name, turns, null));
  }

  private TaskHandle<String> failing(String name, int turns, String message) {
    return Async.spawn(() -> doWork(name, turns, message));
  }

  private String doWork(String name, int turns, @Nullable String failure) throws IOException {
    log(name + " starts");
    try {
      for (int i = 0; i < turns; i++) {
        Async.yieldNow();
      }
      if (failure != null) {
        log(name + " fails");
        throw new IOException(failure);
      }
      log(name + " ends");
      return name;
    } catch (CancellationError e) {
      log(name + " cancelled");
      throw e;
    }
  }

  private static String python(List<String> values) {
    List<String> quoted = new ArrayList<>();
    values.forEach(value -> quoted.add("'" + value + "'"));
    return "[" + String.join(", ", quoted) + "]";
  }

  private static void waitFor(TaskHandle<?> task) {
    Async.waitUntil(Until.ALL_COMPLETED, List.of(task));
  }

  private static boolean isCancelled(TaskHandle<?> task) {
    return task.outcome().orElseThrow() instanceof Outcome.Cancelled;
  }

  private static String capital(boolean value) {
    return value ? "True" : "False";
  }

  private static int requests() {
    return Async.currentTask().orElseThrow().cancelRequests();
  }

  private static String causeOf(AsyncException e) {
    return String.valueOf(e.getCause() == null ? null : e.getCause().getMessage());
  }

  @EachLoop
  void tasksAndCallbacksStartInOrder(Backend backend) {
    check(
        backend,
        "tasks_and_callbacks_start_in_order",
        () -> {
          AsyncRuntime loop = Async.currentRuntime();
          loop.callSoon(() -> log("callback 1"));
          TaskHandle<?> one = work("a", 1);
          loop.callSoon(() -> log("callback 2"));
          TaskHandle<?> two = work("b", 0);
          log("main goes on");
          Async.yieldNow();
          log("main after a turn");
          one.awaitOrAbort();
          two.awaitOrAbort();
        });
  }

  @EachLoop
  void awaitingATaskTakesATurn(Backend backend) {
    check(
        backend,
        "awaiting_a_task_takes_a_turn",
        () -> {
          TaskHandle<?> t = tick(5);
          log(work("a", 0).awaitOrAbort());
          log(work("b", 1).awaitOrAbort());
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void aPlainCallDoesNotYield(Backend backend) {
    check(
        backend,
        "a_plain_call_does_not_yield",
        () -> {
          TaskHandle<?> t = tick(2);
          log(doWork("a", 0, null));
          log("main");
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void cancellationLandsAtTheNextSuspension(Backend backend) {
    check(
        backend,
        "cancellation_lands_at_the_next_suspension",
        () -> {
          TaskHandle<?> t = tick(4);
          TaskHandle<String> task =
              Async.spawn(() -> {
                TaskHandle<?> me = Async.currentTask().orElseThrow();
                me.abort("self");
                log("still running");
                try {
                  Async.yieldNow();
                  log("not here");
                } catch (CancellationError e) {
                  log("landed " + e.reason());
                }
                Async.yieldNow();
                log("went on with " + me.cancelRequests() + " request");
                return "value";
              });
          log(task.awaitOrAbort());
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void cancellingAWaitingTaskTakesATurn(Backend backend) {
    check(
        backend,
        "cancelling_a_waiting_task_takes_a_turn",
        () -> {
          TaskHandle<?> task = work("a", 100);
          Async.yieldNow();
          Async.yieldNow();
          TaskHandle<?> t = tick(4);
          task.abort("one");
          task.abort("two");
          log("requests " + task.cancelRequests());
          try {
            task.awaitOrAbort();
          } catch (AsyncException.Join e) {
            log("main saw it");
          }
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void aTaskCancelledBeforeItStartsNeverRuns(Backend backend) {
    check(
        backend,
        "a_task_cancelled_before_it_starts_never_runs",
        () -> {
          TaskHandle<?> t = tick(3);
          TaskHandle<?> task = work("a", 1);
          task.abort();
          waitFor(task);
          log("cancelled " + capital(isCancelled(task)));
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void cancellingTheAwaiterCancelsTheAwaited(Backend backend) {
    check(
        backend,
        "cancelling_the_awaiter_cancels_the_awaited",
        () -> {
          TaskHandle<?> inner = work("inner", 100);
          TaskHandle<?> task =
              Async.spawn(() -> {
                try {
                  inner.awaitOrAbort();
                } catch (CancellationError e) {
                  log("outer cancelled " + e.reason());
                  throw e;
                }
              });
          Async.yieldNow();
          Async.yieldNow();
          TaskHandle<?> t = tick(5);
          task.abort("why");
          waitFor(task);
          log("inner cancelled " + capital(isCancelled(inner)));
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void gatherTakesTwoTurnsAfterTheLast(Backend backend) {
    check(
        backend,
        "gather_takes_two_turns_after_the_last",
        () -> {
          TaskHandle<?> t = tick(7);
          TaskHandle<String> a = work("a", 0);
          TaskHandle<String> b = work("b", 1);
          log(python(Async.gather(List.of(a, b, a))));
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void gatherOfTheDoneAndOfNothingDoesNotWait(Backend backend) {
    check(
        backend,
        "gather_of_the_done_and_of_nothing_does_not_wait",
        () -> {
          TaskHandle<String> done = work("a", 0);
          done.awaitOrAbort();
          TaskHandle<?> t = tick(2);
          log(python(Async.gather(List.of(done))));
          log(python(Async.gather(List.<TaskHandle<String>>of())));
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void aFailureInGatherLeavesTheOthersRunning(Backend backend) {
    check(
        backend,
        "a_failure_in_gather_leaves_the_others_running",
        () -> {
          TaskHandle<?> t = tick(8);
          TaskHandle<String> slow = work("slow", 5);
          try {
            Async.gather(List.of(slow, failing("bad", 1, "broken")));
          } catch (AsyncException.Join e) {
            log("main saw " + causeOf(e));
          }
          log(slow.awaitOrAbort());
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void gatherWithExceptionsWaitsForAll(Backend backend) {
    check(
        backend,
        "gather_with_exceptions_waits_for_all",
        () -> {
          TaskHandle<?> t = tick(6);
          List<Outcome<String>> results =
              Async.gatherOutcomes(List.of(failing("bad", 0, "broken"), work("good", 2)));
          assertThat(results.get(0)).isInstanceOf(Outcome.Failure.class);
          log("OSError " + ((Outcome.Success<String>) results.get(1)).value());
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void cancellingGatherCancelsItsTasks(Backend backend) {
    check(
        backend,
        "cancelling_gather_cancels_its_tasks",
        () -> {
          List<TaskHandle<String>> tasks = List.of(work("a", 100), work("b", 100));
          TaskHandle<?> task =
              Async.spawn(() -> {
                try {
                  Async.gather(tasks);
                } catch (CancellationError e) {
                  log("gathering cancelled");
                  throw e;
                }
              });
          Async.yieldNow();
          Async.yieldNow();
          TaskHandle<?> t = tick(6);
          task.abort("stop");
          waitFor(task);
          log("main goes on");
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void waitHasThreeModes(Backend backend) {
    check(
        backend,
        "wait_has_three_modes",
        () -> {
          for (Until mode : Until.values()) {
            TaskHandle<?> t = tick(9);
            List<TaskHandle<String>> tasks =
                List.of(work("a", 1), failing("b", 3, "broken"), work("c", 5));
            Waited<String> waited = Async.waitUntil(mode, tasks);
            log("done " + waited.done().size() + " pending " + waited.pending().size());
            Async.waitUntil(Until.ALL_COMPLETED, tasks);
            t.awaitOrAbort();
          }
        });
  }

  @EachLoop
  void asCompletedComesInTheOrderOfTheEnds(Backend backend) {
    check(
        backend,
        "as_completed_comes_in_the_order_of_the_ends",
        () -> {
          TaskHandle<?> t = tick(8);
          for (TaskHandle<String> next :
              Async.asCompleted(List.of(work("slow", 4), work("fast", 1)))) {
            log("main got " + next.awaitOrAbort());
          }
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void callbacksAndAwaitersRunInTheOrderOfRegistration(Backend backend) {
    check(
        backend,
        "callbacks_and_awaiters_run_in_the_order_of_registration",
        () -> {
          TaskHandle<String> task = work("a", 1);
          task.onDone(done -> log("callback 1"));
          TaskHandle<?> one =
              Async.spawn(() -> {
                task.awaitOrAbort();
                log("awaiter 1");
              });
          Async.yieldNow();
          task.onDone(done -> log("callback 2"));
          one.awaitOrAbort();
          task.onDone(done -> log("callback 3"));
          log("main");
          Async.yieldNow();
          Async.yieldNow();
        });
  }

  @EachLoop
  void aGroupCancelsSiblingsAndItsBody(Backend backend) {
    check(
        backend,
        "a_group_cancels_siblings_and_its_body",
        () -> {
          TaskHandle<?> t = tick(12);
          try {
            Async.group(group -> {
              group.spawn(() -> doWork("long", 100, null));
              group.spawn(() -> doWork("bad", 1, "broken"));
              try {
                Async.sleep(HOUR);
              } catch (CancellationError e) {
                log("body cancelled");
                throw e;
              }
            });
          } catch (AsyncException.Join e) {
            log("failures " + (1 + e.getSuppressed().length) + ": " + causeOf(e));
          }
          log("requests " + requests());
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void aGroupGroupsSeveralFailures(Backend backend) {
    check(
        backend,
        "a_group_groups_several_failures",
        () -> {
          TaskHandle<?> t = tick(9);
          try {
            Async.group(group -> {
              group.spawn(() -> doWork("bad1", 1, "one"));
              group.spawn(() -> doWork("bad2", 1, "two"));
              group.spawn(() -> doWork("good", 0, null));
            });
          } catch (AsyncException.Join e) {
            List<String> all = new ArrayList<>(List.of(causeOf(e)));
            for (Throwable other : e.getSuppressed()) {
              all.add(causeOf((AsyncException) other));
            }
            log("failures " + all.size() + ": " + python(all));
          }
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void aCancelledOwnerCancelsItsGroup(Backend backend) {
    check(
        backend,
        "a_cancelled_owner_cancels_its_group",
        () -> {
          TaskHandle<?> task =
              Async.spawn(() -> {
                try {
                  Async.group(group -> {
                    group.spawn(() -> doWork("a", 100, null));
                    group.spawn(() -> doWork("b", 100, null));
                  });
                } catch (CancellationError e) {
                  log("owner cancelled");
                  throw e;
                }
              });
          Async.yieldNow();
          Async.yieldNow();
          TaskHandle<?> t = tick(8);
          task.abort();
          waitFor(task);
          log("cancelled " + capital(isCancelled(task)));
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void anExpiredTimeoutTakesBackItsRequest(Backend backend) {
    check(
        backend,
        "an_expired_timeout_takes_back_its_request",
        () -> {
          try {
            Async.timeout(
                Duration.ZERO,
                () -> {
                  log("inside");
                  try {
                    Async.sleep(HOUR);
                  } catch (CancellationError e) {
                    log("cancelled with " + requests() + " request");
                    throw e;
                  }
                });
          } catch (AsyncException.Timeout e) {
            log("timed out with " + requests() + " requests");
          }
          Async.yieldNow();
          log("goes on");
        });
  }

  @EachLoop
  void nestedTimeoutsExpireTogether(Backend backend) {
    check(
        backend,
        "nested_timeouts_expire_together",
        () -> {
          try {
            Async.timeout(
                Duration.ZERO,
                () -> {
                  try {
                    Async.timeout(Duration.ZERO, () -> Async.sleep(HOUR));
                  } catch (AsyncException.Timeout e) {
                    log("inner timed out with " + requests());
                    Async.sleep(HOUR);
                  }
                });
          } catch (AsyncException.Timeout e) {
            log("outer timed out with " + requests());
          }
        });
  }

  @EachLoop
  void aRescheduledTimeoutGoesByTheNewLimit(Backend backend) {
    check(
        backend,
        "a_rescheduled_timeout_goes_by_the_new_limit",
        () -> {
          Async.timeout(
              Duration.ofMillis(1),
              deadline -> {
                deadline.reschedule(HOUR);
                Async.sleep(Duration.ofMillis(10));
                log("not expired");
                return 1;
              });
          try {
            Async.timeout(
                HOUR,
                deadline -> {
                  deadline.reschedule(Duration.ZERO);
                  Async.sleep(HOUR);
                  return 1;
                });
          } catch (AsyncException.Timeout e) {
            log("expired with " + requests());
          }
        });
  }

  @EachLoop
  void waitForAwaitsTheCleanupOfWhatItCancels(Backend backend) {
    check(
        backend,
        "wait_for_awaits_the_cleanup_of_what_it_cancels",
        () -> {
          TaskHandle<?> task =
              Async.spawn(() -> {
                try {
                  Async.sleep(HOUR);
                } finally {
                  log("child cleans up");
                  Async.yieldNow();
                  Async.yieldNow();
                  log("child is clean");
                }
              });
          Async.yieldNow();
          TaskHandle<?> t = tick(8);
          // With no time left, wait_for cancels and waits; it does not set a timer.
          task.abort();
          waitFor(task);
          log("main timed out");
          t.awaitOrAbort();
        });
  }

  @EachLoop
  void waitForReturnsALateValue(Backend backend) {
    check(
        backend,
        "wait_for_returns_a_late_value",
        () -> {
          TaskHandle<String> task =
              Async.spawn(() -> {
                try {
                  Async.sleep(HOUR);
                } catch (CancellationError e) {
                  log("child refuses");
                }
                return "late";
              });
          Async.yieldNow();
          log(Async.<String, RuntimeException>timeout(Duration.ofMillis(1), task::awaitOrAbort));
          log("requests " + requests());
        });
  }

  @EachLoop
  void shieldLetsTheInnerTaskGoOn(Backend backend) {
    check(
        backend,
        "shield_lets_the_inner_task_go_on",
        () -> {
          TaskHandle<String> inner = work("inner", 4);
          TaskHandle<?> task =
              Async.spawn(() -> {
                try {
                  inner.await();
                } catch (CancellationError e) {
                  log("outer cancelled");
                  throw e;
                }
              });
          Async.yieldNow();
          Async.yieldNow();
          task.abort();
          waitFor(task);
          log("main goes on");
          log(inner.awaitOrAbort());
        });
  }

  private static final TaskLocal<String> USER = TaskLocal.named("user");

  @EachLoop
  void aTaskCopiesTheContextAndACallSharesIt(Backend backend) {
    check(
        backend,
        "a_task_copies_the_context_and_a_call_shares_it",
        () -> {
          USER.set("ada");
          TaskHandle<?> task =
              Async.spawn(() -> {
                log("child sees " + USER.get());
                USER.set("bob");
              });
          USER.set("cyd");
          task.awaitOrAbort();
          log("after the task " + USER.get());
          rename();
          log("after the call " + USER.get());
        });
  }

  private static void rename() {
    USER.set("dan");
  }

  @EachLoop
  void anErrorInCleanupReplacesTheCancellation(Backend backend) {
    check(
        backend,
        "an_error_in_cleanup_replaces_the_cancellation",
        () -> {
          TaskHandle<?> task =
              Async.spawn(() -> {
                try {
                  Async.sleep(HOUR);
                } finally {
                  breakCleanup();
                }
              });
          Async.yieldNow();
          task.abort();
          try {
            task.awaitOrAbort();
          } catch (AsyncException.Join e) {
            log(causeOf(e) + ", cancelled " + capital(e.isCancelled()));
          }
        });
  }

  private static void breakCleanup() throws IOException {
    throw new IOException("cleanup broke");
  }
}

package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The primitives on the event loop, line by line against what CPython's asyncio did; the scenarios
 * are those of {@code src/test/python/record_primitives.py}.
 */
class RecordedOrderTest {
  private final Steps steps = new Steps();

  /** Runs a scenario and compares its log with the recorded one. */
  private void check(
      AsyncRuntime.Backend backend, String file, String scenario, AsyncAction<?> body) {
    Steps.run(backend, body);
    assertThat(steps.lines()).containsExactlyElementsOf(recorded(file, scenario));
  }

  private void check(AsyncRuntime.Backend backend, String scenario, AsyncAction<?> body) {
    check(backend, "primitives-3.12.txt", scenario, body);
  }

  static List<String> recorded(String file, String scenario) {
    try (InputStream in =
        Objects.requireNonNull(RecordedOrderTest.class.getResourceAsStream(file), file)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .dropWhile(line -> !line.equals("== " + scenario))
              .skip(1)
              .takeWhile(line -> !line.startsWith("== "))
              .toList();
      assertThat(lines).as(scenario + " in " + file).isNotEmpty();
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // No reason to depend on the annotations here.
  private void log(String line, Object... values) {
    steps.add(line.formatted(values));
  }

  private static List<TaskHandle<?>> spawnEach(
      String names, Function<String, AsyncAction<?>> body) {
    List<TaskHandle<?>> tasks = new ArrayList<>();
    names.chars().forEach(n -> tasks.add(Async.spawn(body.apply(Character.toString(n)))));
    return tasks;
  }

  private static void hops(int times) {
    for (int i = 0; i < times; i++) {
      Async.yieldNow();
    }
  }

  private void locker(String name, Runnable acquire, Runnable release, int hops) {
    log("%s asks", name);
    try {
      acquire.run();
    } catch (CancellationError e) {
      log("%s cancelled", name);
      throw e;
    }
    log("%s has it", name);
    hops(hops);
    log("%s releases", name);
    release.run();
  }

  private void locker(String name, AsyncLock lock) {
    locker(name, lock::acquire, lock::release, 1);
  }

  private void locker(String name, AsyncSemaphore semaphore, int hops) {
    locker(name, semaphore::acquire, semaphore::release, hops);
  }

  @EachLoop
  void lockServesInOrder(AsyncRuntime.Backend backend) {
    check(
        backend,
        "lock_serves_in_order",
        () -> {
          AsyncLock lock = AsyncLock.create();
          Steps.settle(spawnEach("abc", n -> () -> locker(n, lock)));
        });
  }

  @EachLoop
  void lockSkipsCancelledWaiter(AsyncRuntime.Backend backend) {
    check(
        backend,
        "lock_skips_a_cancelled_waiter",
        () -> {
          AsyncLock lock = AsyncLock.create();
          lock.acquire();
          List<TaskHandle<?>> tasks = spawnEach("abc", n -> () -> locker(n, lock));
          Async.yieldNow();
          tasks.get(0).abort();
          lock.release();
          log("locked %s", lock.isLocked());
          tasks.add(Async.spawn(() -> locker("late", lock)));
          Steps.settle(tasks);
        });
  }

  @EachLoop
  void lateAcquirerQueuesBehindPromisedOne(AsyncRuntime.Backend backend) {
    check(
        backend,
        "lock_late_acquirer_queues_behind_the_promised_one",
        () -> {
          AsyncLock lock = AsyncLock.create();
          lock.acquire();
          TaskHandle<?> first = Async.spawn(() -> locker("first", lock));
          Async.yieldNow();
          lock.release();
          log("locked %s", lock.isLocked());
          assertThatExceptionOfType(AsyncException.Runtime.class)
              .isThrownBy(lock::release)
              .withMessageContaining("free");
          log("second release refused");
          locker("late", lock);
          Steps.settle(first);
        });
  }

  @EachLoop
  void promisedLockIsPassedOnByCancelledWaiter(AsyncRuntime.Backend backend) {
    check(
        backend,
        "lock_promised_one_is_cancelled",
        () -> {
          AsyncLock lock = AsyncLock.create();
          lock.acquire();
          List<TaskHandle<?>> tasks = spawnEach("ab", n -> () -> locker(n, lock));
          Async.yieldNow();
          lock.release();
          tasks.get(0).abort();
          Steps.settle(tasks);
          log("locked %s", lock.isLocked());
        });
  }

  @EachLoop
  void semaphoreCaps(AsyncRuntime.Backend backend) {
    check(
        backend,
        "semaphore_caps",
        () -> {
          AsyncSemaphore semaphore = AsyncSemaphore.of(2);
          Steps.settle(spawnEach("abcde", n -> () -> locker(n, semaphore, 2)));
        });
  }

  @EachLoop
  void semaphoreOverRelease(AsyncRuntime.Backend backend) {
    check(
        backend,
        "semaphore_over_release",
        () -> {
          AsyncSemaphore semaphore = AsyncSemaphore.of(1);
          semaphore.release();
          semaphore.acquire();
          semaphore.acquire();
          log("locked %s", semaphore.isLocked());
          assertThatThrownBy(AsyncSemaphore.bounded(1)::release)
              .isInstanceOf(AsyncException.Runtime.class)
              .hasMessageContaining("all 1 permits");
          log("bounded refused");
        });
  }

  @EachLoop
  void promisedPermitIsPassedOnByCancelledWaiter(AsyncRuntime.Backend backend) {
    check(
        backend,
        "semaphore_promised_one_is_cancelled",
        () -> {
          AsyncSemaphore semaphore = AsyncSemaphore.of(0);
          List<TaskHandle<?>> tasks = spawnEach("abc", n -> () -> locker(n, semaphore, 1));
          Async.yieldNow();
          semaphore.release();
          semaphore.release();
          tasks.get(0).abort();
          log("locked %s", semaphore.isLocked());
          Steps.settle(tasks);
          log("locked %s", semaphore.isLocked());
        });
  }

  @EachLoop
  void lateAcquirerWaitsWhilePermitsArePromised(AsyncRuntime.Backend backend) {
    check(
        backend,
        "semaphore_late_acquirer_waits_while_permits_are_promised",
        () -> {
          AsyncSemaphore semaphore = AsyncSemaphore.of(0);
          TaskHandle<?> first = Async.spawn(() -> locker("first", semaphore, 1));
          Async.yieldNow();
          semaphore.release();
          semaphore.release();
          log("locked %s", semaphore.isLocked());
          locker("late", semaphore, 1);
          Steps.settle(first);
        });
  }

  private void conditionWaiter(String name, AsyncCondition condition) {
    condition.withLock(() -> {
      log("%s waits", name);
      try {
        condition.await();
      } catch (CancellationError e) {
        log("%s cancelled, locked %s", name, condition.lock().isLocked());
        throw e;
      }
      log("%s goes on", name);
      Async.yieldNow();
    });
    log("%s out", name);
  }

  @EachLoop
  void conditionNotifiesN(AsyncRuntime.Backend backend) {
    check(
        backend,
        "condition_notifies_n",
        () -> {
          AsyncCondition condition = AsyncCondition.create();
          List<TaskHandle<?>> tasks = spawnEach("abcd", n -> () -> conditionWaiter(n, condition));
          Async.yieldNow();
          condition.withLock(() -> {
            condition.signal(2);
            log("notified 2");
          });
          hops(8);
          condition.withLock(() -> {
            condition.signalAll();
            log("notified all");
          });
          Steps.settle(tasks);
        });
  }

  @EachLoop
  void conditionReacquiresBeforeCancellationLeaves(AsyncRuntime.Backend backend) {
    check(
        backend,
        "condition_reacquires_before_a_cancellation_leaves",
        () -> {
          AsyncCondition condition = AsyncCondition.create();
          TaskHandle<?> task = Async.spawn(() -> conditionWaiter("a", condition));
          Async.yieldNow();
          condition.lock().acquire();
          task.abort();
          hops(3);
          log("ended %s", task.isFinished());
          condition.lock().release();
          Steps.settle(task);
          log("locked %s", condition.lock().isLocked());
        });
  }

  @EachLoop
  void conditionNeedsItsLock(AsyncRuntime.Backend backend) {
    check(
        backend,
        "condition_needs_its_lock",
        () -> {
          AsyncCondition condition = AsyncCondition.create();
          assertThatThrownBy(condition::await).isInstanceOf(AsyncException.Runtime.class);
          log("wait refused");
          assertThatThrownBy(condition::signal).isInstanceOf(AsyncException.Runtime.class);
          log("notify refused");
        });
  }

  private void eventWaiter(String name, AsyncEvent event) {
    event.await();
    log("%s goes on, set %s", name, event.isSet());
  }

  @EachLoop
  void eventSetThenClearWakesAll(AsyncRuntime.Backend backend) {
    check(
        backend,
        "event_set_then_clear_wakes_all",
        () -> {
          AsyncEvent event = AsyncEvent.create();
          List<TaskHandle<?>> tasks = spawnEach("abc", n -> () -> eventWaiter(n, event));
          Async.yieldNow();
          event.set();
          event.clear();
          TaskHandle<?> late = Async.spawn(() -> eventWaiter("late", event));
          Steps.settle(tasks);
          log("late ended %s", late.isFinished());
          event.set();
          late.await();
        });
  }

  private void party(String name, AsyncBarrier barrier) {
    try {
      log("%s passes as %d", name, barrier.await());
    } catch (AsyncBarrier.BrokenException e) {
      log("%s broken", name);
    } catch (CancellationError e) {
      log("%s cancelled", name);
      throw e;
    }
  }

  @EachLoop
  void barrierIsReused(AsyncRuntime.Backend backend) {
    check(
        backend,
        "barrier_is_reused",
        () -> {
          AsyncBarrier barrier = AsyncBarrier.of(2);
          Steps.settle(spawnEach("abcdef", n -> () -> party(n, barrier)));
          log("waiting %d", barrier.waiting());
        });
  }

  @EachLoop
  void barrierAbortAndReset(AsyncRuntime.Backend backend) {
    check(
        backend,
        "barrier_abort_and_reset",
        () -> {
          AsyncBarrier barrier = AsyncBarrier.of(3);
          List<TaskHandle<?>> first = spawnEach("ab", n -> () -> party(n, barrier));
          Async.yieldNow();
          log("waiting %d", barrier.waiting());
          barrier.abort();
          log("broken %s", barrier.isBroken());
          Steps.settle(first);
          party("c", barrier);
          barrier.reset();
          log("broken %s", barrier.isBroken());
          List<TaskHandle<?>> second = spawnEach("de", n -> () -> party(n, barrier));
          Async.yieldNow();
          barrier.reset();
          Steps.settle(second);
          Steps.settle(spawnEach("fgh", n -> () -> party(n, barrier)));
        });
  }

  @EachLoop
  void cancelledPartyLeavesTheRound(AsyncRuntime.Backend backend) {
    check(
        backend,
        "barrier_party_is_cancelled",
        () -> {
          AsyncBarrier barrier = AsyncBarrier.of(2);
          TaskHandle<?> first = Async.spawn(() -> party("a", barrier));
          Async.yieldNow();
          first.abort();
          Steps.settle(first);
          log("waiting %d", barrier.waiting());
          Steps.settle(spawnEach("bc", n -> () -> party(n, barrier)));
        });
  }

  private void putAll(String name, AsyncQueue<String> queue, int count) {
    for (int i = 0; i < count; i++) {
      queue.put(name + i);
      log("put %s%d, size %d", name, i, queue.size());
    }
  }

  private void getAll(String name, AsyncQueue<String> queue, int count) {
    for (int i = 0; i < count; i++) {
      String item;
      try {
        item = queue.get();
      } catch (CancellationError e) {
        log("%s cancelled", name);
        throw e;
      }
      log("%s got %s, size %d", name, item, queue.size());
    }
  }

  @EachLoop
  void queueOfOneHandsOver(AsyncRuntime.Backend backend) {
    check(
        backend,
        "queue_of_one_hands_over",
        () -> {
          AsyncQueue<String> queue = AsyncQueue.fifo(1);
          Steps.settle(
              Async.spawn(() -> putAll("p", queue, 4)), Async.spawn(() -> getAll("g", queue, 4)));
        });
  }

  @EachLoop
  void queueOfOneWithSeveralOnEachSide(AsyncRuntime.Backend backend) {
    check(
        backend,
        "queue_of_one_with_several_on_each_side",
        () -> {
          AsyncQueue<String> queue = AsyncQueue.fifo(1);
          List<TaskHandle<?>> tasks = spawnEach("pqr", n -> () -> putAll(n, queue, 3));
          tasks.addAll(spawnEach("ghi", n -> () -> getAll(n, queue, 3)));
          Steps.settle(tasks);
        });
  }

  @EachLoop
  void lateGetterTakesWhatAnotherWasWokenFor(AsyncRuntime.Backend backend) {
    check(
        backend,
        "queue_late_getter_takes_what_another_was_woken_for",
        () -> {
          AsyncQueue<String> queue = AsyncQueue.fifo();
          List<TaskHandle<?>> tasks = spawnEach("ab", n -> () -> getAll(n, queue, 1));
          Async.yieldNow();
          queue.putNow("x");
          getAll("late", queue, 1);
          Async.yieldNow();
          queue.putNow("y");
          queue.putNow("z");
          Steps.settle(tasks);
        });
  }

  @EachLoop
  void wokenGetterThatIsCancelledWakesTheNext(AsyncRuntime.Backend backend) {
    check(
        backend,
        "queue_woken_getter_is_cancelled",
        () -> {
          AsyncQueue<String> queue = AsyncQueue.fifo();
          List<TaskHandle<?>> tasks = spawnEach("ab", n -> () -> getAll(n, queue, 1));
          Async.yieldNow();
          queue.putNow("x");
          tasks.get(0).abort();
          Steps.settle(tasks);
        });
  }

  @EachLoop
  void queueJoinAndTaskDone(AsyncRuntime.Backend backend) {
    check(
        backend,
        "queue_join_and_task_done",
        () -> {
          AsyncQueue<Integer> queue = AsyncQueue.fifo();
          for (int i = 0; i < 4; i++) {
            queue.putNow(i);
          }
          List<TaskHandle<?>> workers =
              spawnEach(
                  "ab",
                  n ->
                      () -> {
                        for (; ; ) {
                          int item = queue.get();
                          Async.yieldNow();
                          log("done %d", item);
                          queue.taskDone();
                        }
                      });
          queue.join();
          log("joined");
          assertThatThrownBy(queue::taskDone).isInstanceOf(AsyncException.Runtime.class);
          log("task_done refused");
          workers.forEach(TaskHandle::abort);
          Steps.settle(workers);
        });
  }

  @EachLoop
  void queueOrders(AsyncRuntime.Backend backend) {
    check(
        backend,
        "queue_orders",
        () -> {
          AsyncQueue<Integer> lifo = AsyncQueue.lifo(0);
          Stream.of(0, 1, 2, 3).forEach(lifo::putNow);
          log("%d %d %d %d", lifo.getNow(), lifo.getNow(), lifo.getNow(), lifo.getNow());
          AsyncQueue<String> heap =
              AsyncQueue.priority(0, Comparator.comparingInt(s -> s.charAt(0)));
          int[] priorities = {3, 1, 2, 1, 3, 1, 2, 2, 1, 3, 1};
          for (int i = 0; i < priorities.length; i++) {
            heap.putNow("%d%c".formatted(priorities[i], 'a' + i));
          }
          List<String> names = new ArrayList<>();
          for (int i = 0; i < 6; i++) {
            names.add(heap.getNow());
          }
          heap.putNow("2z");
          while (!heap.isEmpty()) {
            names.add(heap.getNow());
          }
          log(String.join(" ", names));
        });
  }

  private void shutdownGetter(String name, AsyncQueue<?> queue) {
    try {
      log("%s got %s", name, queue.get());
    } catch (AsyncQueue.ShutDownException e) {
      log("%s shut down", name);
    }
  }

  private void shutdownPutter(String name, AsyncQueue<String> queue) {
    try {
      queue.put(name);
      log("%s put", name);
    } catch (AsyncQueue.ShutDownException e) {
      log("%s shut down", name);
    }
  }

  @EachLoop
  void queueShutdownDrains(AsyncRuntime.Backend backend) {
    check(
        backend,
        "shutdown-3.13.txt",
        "queue_shutdown_drains",
        () -> {
          AsyncQueue<String> queue = AsyncQueue.fifo(1);
          queue.putNow("x");
          List<TaskHandle<?>> putters = spawnEach("ab", n -> () -> shutdownPutter(n, queue));
          Async.yieldNow();
          queue.shutdown();
          Steps.settle(putters);
          shutdownGetter("c", queue);
          shutdownGetter("d", queue);
          shutdownPutter("e", queue);
        });
  }

  @EachLoop
  void queueShutdownWakesGetters(AsyncRuntime.Backend backend) {
    check(
        backend,
        "shutdown-3.13.txt",
        "queue_shutdown_wakes_getters",
        () -> {
          AsyncQueue<String> queue = AsyncQueue.fifo();
          List<TaskHandle<?>> getters = spawnEach("ab", n -> () -> shutdownGetter(n, queue));
          Async.yieldNow();
          queue.shutdown();
          Steps.settle(getters);
        });
  }

  @EachLoop
  void queueShutdownImmediately(AsyncRuntime.Backend backend) {
    check(
        backend,
        "shutdown-3.13.txt",
        "queue_shutdown_immediately",
        () -> {
          AsyncQueue<Integer> queue = AsyncQueue.fifo();
          Stream.of(0, 1, 2).forEach(queue::putNow);
          TaskHandle<?> joiner =
              Async.spawn(() -> {
                queue.join();
                log("joined");
              });
          Async.yieldNow();
          queue.shutdown(true);
          log("size %d", queue.size());
          shutdownGetter("a", queue);
          joiner.await();
          assertThatThrownBy(queue::taskDone).isInstanceOf(AsyncException.Runtime.class);
          log("task_done refused");
        });
  }
}

package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the primitives promise on every backend, and to plain threads. */
class PrimitivesTest {
  private final Steps steps = new Steps();

  @EachBackend
  void lockIsGivenInTheOrderOfAsking(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          FairLock lock = new FairLock();
          lock.acquire();
          List<TaskHandle<?>> tasks = new ArrayList<>();
          for (int i = 1; i <= 5; i++) {
            int number = i;
            tasks.add(Async.spawn(() -> lock.withLock(() -> steps.step(number))));
            Steps.until(() -> lock.waiting() == number);
          }
          lock.release();
          Steps.settle(tasks);
          steps.finish(5);
          assertThat(lock.isLocked()).isFalse();
        });
  }

  @EachBackend
  void cancelledWaiterIsSkipped(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          FairLock lock = new FairLock();
          lock.acquire();
          TaskHandle<?> first = Async.spawn(lock::acquire);
          Steps.until(() -> lock.waiting() == 1);
          TaskHandle<?> second = Async.spawn(() -> lock.withLock(() -> steps.step(1)));
          Steps.until(() -> lock.waiting() == 2);
          first.abort("not needed");
          Steps.settle(first);
          assertThat(first.outcome()).get().isInstanceOf(Outcome.Cancelled.class);
          assertThat(lock.waiting()).isEqualTo(1);
          lock.release();
          second.await();
          steps.finish(1);
        });
  }

  @EachBackend
  void lockExcludesUnderRandomCancellation(AsyncRuntime.Backend backend) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Steps.run(
        backend,
        () -> {
          AsyncLock lock = AsyncLock.create();
          AsyncSemaphore semaphore = AsyncSemaphore.bounded(2);
          AtomicInteger inLock = new AtomicInteger();
          AtomicInteger inSemaphore = new AtomicInteger();
          List<TaskHandle<?>> tasks = new ArrayList<>();
          for (int i = 0; i < 300; i++) {
            tasks.add(
                Async.spawn(() -> {
                  for (int round = 0; round < 5; round++) {
                    semaphore.withPermit(() -> {
                      assertThat(inSemaphore.incrementAndGet()).isLessThanOrEqualTo(2);
                      try {
                        lock.withLock(() -> {
                          assertThat(inLock.incrementAndGet()).isEqualTo(1);
                          try {
                            Async.yieldNow();
                          } finally {
                            inLock.decrementAndGet();
                          }
                        });
                      } finally {
                        inSemaphore.decrementAndGet();
                      }
                    });
                  }
                }));
          }
          for (int i = 0; i < 150; i++) {
            tasks.get(random.nextInt(tasks.size())).abort();
            if (random.nextBoolean()) {
              Async.yieldNow();
            }
          }
          Steps.settle(tasks);
          assertThat(lock.tryAcquire()).as("lock is free, seed %d", seed).isTrue();
          assertThat(semaphore.available()).as("permits, seed %d", seed).isEqualTo(2);
          assertThat(semaphore.isLocked()).isFalse();
        });
  }

  @EachBackend
  void cancelledWaitersLeaveNothingBehind(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          FairLock lock = new FairLock();
          FairSemaphore semaphore = new FairSemaphore(0, 1);
          StickyEvent event = new StickyEvent();
          WorkQueue<String> queue = new WorkQueue<>(0, QueueOrder.fifo());
          lock.acquire();
          List<TaskHandle<?>> tasks = new ArrayList<>();
          for (int i = 0; i < 2_000; i++) {
            tasks.add(Async.spawn(lock::acquire));
            tasks.add(Async.spawn(semaphore::acquire));
            tasks.add(Async.spawn(event::await));
            tasks.add(Async.spawn(() -> queue.get()));
          }
          Steps.until(() ->
              lock.waiting() == 2_000
                  && semaphore.waiting() == 2_000
                  && event.waiting() == 2_000
                  && queue.waitingGetters() == 2_000);
          tasks.forEach(TaskHandle::abort);
          Steps.settle(tasks);
          assertThat(
                  lock.waiting() + semaphore.waiting() + event.waiting() + queue.waitingGetters())
              .isZero();
        });
  }

  @EachBackend
  void bodyReleasesHoweverItEnds(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncLock lock = AsyncLock.create();
          AsyncSemaphore semaphore = AsyncSemaphore.bounded(1);
          assertThatThrownBy(() ->
                  lock.withLock(() -> {
                    throw new IllegalArgumentException("mine");
                  }))
              .hasMessage("mine");
          assertThat(lock.isLocked()).isFalse();
          assertThat(lock.<Integer, RuntimeException>withLock(() -> 5)).isEqualTo(5);
          assertThatThrownBy(() ->
                  semaphore.withPermit(() -> {
                    throw new IllegalArgumentException("mine");
                  }))
              .hasMessage("mine");
          assertThat(semaphore.<Integer, RuntimeException>withPermit(() -> 6)).isEqualTo(6);
        });
  }

  @EachBackend
  void signalOfCancelledWaiterIsPassedOn(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncCondition condition = AsyncCondition.create();
          LockCondition inner = (LockCondition) condition;
          TaskHandle<?> first = Async.spawn(() -> condition.withLock(condition::await));
          Steps.until(() -> inner.waiting() == 1);
          TaskHandle<?> second = Async.spawn(() -> condition.withLock(condition::await));
          Steps.until(() -> inner.waiting() == 2);
          condition.withLock(() -> {
            condition.signal();
            first.abort();
          });
          Steps.settle(first, second);
          assertThat(inner.waiting()).isZero();
          assertThat(condition.lock().isLocked()).isFalse();
        });
  }

  @EachBackend
  void conditionHandsNumbersFromProducersToConsumers(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncCondition condition = AsyncCondition.create();
          List<Integer> box = new ArrayList<>();
          AtomicInteger sum = new AtomicInteger();
          List<TaskHandle<?>> tasks = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            tasks.add(
                Async.spawn(() ->
                    condition.withLock(() -> {
                      condition.awaitUntil(() -> !box.isEmpty());
                      sum.addAndGet(box.removeFirst());
                    })));
          }
          for (int i = 1; i <= 100; i++) {
            int number = i;
            tasks.add(
                Async.spawn(() ->
                    condition.withLock(() -> {
                      box.add(number);
                      condition.signal();
                    })));
          }
          Steps.settle(tasks);
          assertThat(sum.get()).isEqualTo(5050);
        });
  }

  @EachBackend
  void eventIsSticky(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncEvent event = AsyncEvent.create();
          TaskHandle<?> waiter =
              Async.spawn(() -> {
                event.await();
                steps.step(2);
              });
          steps.step(1);
          event.set();
          waiter.await();
          event.await();
          event.clear();
          assertThat(event.isSet()).isFalse();
          assertThatThrownBy(() -> Async.timeout(Duration.ofMillis(5), event::await))
              .isInstanceOf(AsyncException.Timeout.class);
          steps.finish(2);
        });
  }

  @EachBackend
  void barrierGivesEachPartyItsNumber(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncBarrier barrier = AsyncBarrier.of(4);
          AtomicInteger sum = new AtomicInteger();
          List<TaskHandle<?>> tasks = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            tasks.add(
                Async.spawn(() -> {
                  for (int round = 0; round < 50; round++) {
                    sum.addAndGet(barrier.await());
                  }
                }));
          }
          Steps.settle(tasks);
          assertThat(sum.get()).isEqualTo(50 * (1 + 2 + 3));
          assertThat(barrier.waiting()).isZero();
        });
  }

  @EachBackend
  void abortedBarrierFailsUntilReset(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncBarrier barrier = AsyncBarrier.of(2);
          TaskHandle<Integer> waiting = Async.spawn(() -> barrier.await());
          Steps.until(() -> barrier.waiting() == 1);
          barrier.abort();
          assertThatThrownBy(waiting::await)
              .hasCauseInstanceOf(AsyncBarrier.BrokenException.class)
              .hasMessageContaining("barrier of 2 parties");
          assertThatExceptionOfType(AsyncBarrier.BrokenException.class).isThrownBy(barrier::await);
          barrier.reset();
          TaskHandle<Integer> first = Async.spawn(() -> barrier.await());
          TaskHandle<Integer> second = Async.spawn(() -> barrier.await());
          assertThat(first.await() + second.await()).isEqualTo(1);
        });
  }

  @EachBackend
  void queueKeepsEveryElementUnderRandomCancellation(AsyncRuntime.Backend backend) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Steps.run(
        backend,
        () -> {
          AsyncQueue<Integer> queue = AsyncQueue.fifo(3);
          AtomicInteger put = new AtomicInteger();
          AtomicInteger got = new AtomicInteger();
          List<TaskHandle<?>> putters = new ArrayList<>();
          List<TaskHandle<?>> getters = new ArrayList<>();
          for (int i = 0; i < 40; i++) {
            putters.add(
                Async.spawn(() -> {
                  for (int n = 0; n < 20; n++) {
                    queue.put(n);
                    put.incrementAndGet();
                    Async.yieldNow();
                  }
                }));
            getters.add(
                Async.spawn(() -> {
                  for (; ; ) {
                    queue.get();
                    got.incrementAndGet();
                    queue.taskDone();
                  }
                }));
          }
          for (int i = 0; i < 30; i++) {
            putters.get(random.nextInt(putters.size())).abort();
            getters.get(1 + random.nextInt(getters.size() - 1)).abort();
            Async.yieldNow();
          }
          Steps.settle(putters);
          queue.join();
          getters.forEach(TaskHandle::abort);
          Steps.settle(getters);
          assertThat(got.get()).as("elements got, seed %d", seed).isEqualTo(put.get());
        });
  }

  @EachBackend
  void queueTakesNullWhereItsTypeSaysSo(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncQueue<@Nullable String> queue = AsyncQueue.fifo(2);
          queue.put(null);
          queue.put("x");
          assertThat(queue.isFull()).isTrue();
          assertThatThrownBy(() -> queue.putNow("y"))
              .isInstanceOf(AsyncQueue.FullException.class)
              .hasMessageContaining("holds 2 elements");
          assertThat(queue.get()).isNull();
          assertThat(queue.get()).isEqualTo("x");
          assertThatThrownBy(queue::getNow).isInstanceOf(AsyncQueue.EmptyException.class);
        });
  }

  @EachBackend
  void ringGrowsInOrder(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncQueue<Integer> queue = AsyncQueue.fifo();
          int next = 0;
          for (int i = 0; i < 100; i++) {
            queue.putNow(i);
            if (i % 3 == 0) {
              assertThat(queue.getNow()).isEqualTo(next++);
            }
          }
          while (!queue.isEmpty()) {
            assertThat(queue.getNow()).isEqualTo(next++);
          }
          assertThat(next).isEqualTo(100);
        });
  }

  @EachBackend
  void plainThreadsAndTasksShareOneLock(AsyncRuntime.Backend backend) throws InterruptedException {
    AsyncLock lock = AsyncLock.create();
    int[] counter = {0};
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int n = 0; n < 500; n++) {
                  lock.withLock(() -> {
                    counter[0]++;
                  });
                }
              }));
    }
    Steps.run(
        backend,
        () -> {
          List<TaskHandle<?>> tasks = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            tasks.add(
                Async.spawn(() -> {
                  for (int n = 0; n < 500; n++) {
                    lock.withLock(() -> {
                      counter[0]++;
                    });
                  }
                }));
          }
          Steps.settle(tasks);
        });
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(counter[0]).isEqualTo(3_000);
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  @Timeout(60)
  void interruptedThreadHasTheLockAgainAndItsFlag() throws InterruptedException {
    LockCondition condition = new LockCondition(AsyncLock.create());
    AtomicReference<String> seen = new AtomicReference<>("");
    Thread thread =
        Thread.ofPlatform()
            .start(() ->
                condition.withLock(() -> {
                  try {
                    condition.await();
                  } catch (CancellationError e) {
                    seen.set(
                        "locked %s, interrupted %s"
                            .formatted(
                                condition.lock().isLocked(),
                                Thread.currentThread().isInterrupted()));
                  }
                }));
    Awaitility.await().until(() -> condition.waiting() == 1);
    condition.lock().acquire();
    thread.interrupt();
    Awaitility.await().until(() -> ((FairLock) condition.lock()).waiting() == 1);
    condition.lock().release();
    thread.join();
    assertThat(seen.get()).isEqualTo("locked true, interrupted true");
    assertThat(condition.lock().isLocked()).isFalse();
  }
}

package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * All primitives at once, with cancellations, in orders that a seed shuffles. A failure names its
 * seed; {@link #explore} with it alone runs the same order again.
 */
class PrimitivesExplorationTest {

  @EachLoop
  void primitivesHoldInShuffledOrders(Backend backend) {
    for (long seed = 0; seed < 150; seed++) {
      explore(backend, seed);
    }
  }

  @Test
  @Tag("slow")
  @Timeout(600)
  void primitivesHoldInTenThousandShuffledOrders() {
    for (long seed = 0; seed < 10_000; seed++) {
      explore(seed % 2 == 0 ? Backend.EVENT_LOOP_MOUNTED : Backend.EVENT_LOOP_BATON, seed);
    }
  }

  private static void explore(Backend backend, long seed) {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .clock(VirtualClock.automatic())
            .shuffle(seed)
            .build()) {
      runtime.blockOn(() -> new Run(seed).everything());
    } catch (Throwable e) {
      throw new AssertionError("seed " + seed + " on " + backend + ": " + e, e);
    }
  }

  /** One run; only one task runs at a time, so plain fields do. */
  private static final class Run {
    private final Random random;
    private final AsyncLock lock = AsyncLock.create();
    private final AsyncSemaphore semaphore = AsyncSemaphore.bounded(2);
    private final AsyncCondition condition = AsyncCondition.create();
    private final AsyncBarrier barrier = AsyncBarrier.of(3);
    private final AsyncQueue<Integer> queue = AsyncQueue.fifo(2);
    private final Channel<Integer> channel = Channel.rendezvous();
    private final Channel<Integer> other = Channel.buffered(1);
    private final List<TaskHandle<?>> tasks = new ArrayList<>();
    private int inLock;
    private int inSemaphore;
    private int tokens;
    private int made;
    private int consumed;
    private int put;
    private int got;
    private int sent;
    private int received;

    Run(long seed) {
      random = new Random(seed);
    }

    void everything() {
      for (int i = 0; i < 4; i++) {
        tasks.add(Async.spawn(() -> excluded()));
        tasks.add(Async.spawn(() -> bounded()));
        tasks.add(Async.spawn(() -> consume()));
        tasks.add(Async.spawn(() -> putSome()));
        tasks.add(Async.spawn(() -> getSome()));
        tasks.add(Async.spawn(() -> selectSome()));
        tasks.add(Async.spawn(() -> meet()));
      }
      for (int i = 0; i < 12; i++) {
        if (random.nextInt(3) == 0) {
          condition.withLock(() -> {
            tokens++;
            made++;
            condition.signal();
          });
        }
        if (random.nextInt(3) == 0) {
          tasks.get(random.nextInt(tasks.size())).abort("unlucky");
        }
        if (random.nextBoolean()) {
          Async.yieldNow();
        } else {
          Async.sleep(millis(1));
        }
      }
      for (TaskHandle<?> task : tasks) {
        task.abort("the end");
      }
      Steps.settle(tasks);
      other.tryReceive().ifPresent(element -> received++);
      assertThat(lock.isLocked()).as("lock").isFalse();
      assertThat(semaphore.available()).as("permits").isEqualTo(2);
      assertThat(semaphore.isLocked()).as("semaphore").isFalse();
      assertThat(condition.lock().isLocked()).as("condition").isFalse();
      assertThat(((LockCondition) condition).waiting()).as("waiting").isZero();
      assertThat(barrier.waiting()).as("barrier").isZero();
      assertThat(queue.size() + got).as("queue").isEqualTo(put);
      assertThat(received).as("channels").isEqualTo(sent);
      assertThat(tokens + consumed).as("tokens").isEqualTo(made);
      for (int round = 0; round < 3; round++) {
        tasks.clear();
        for (int i = 0; i < 3; i++) {
          tasks.add(Async.spawn(() -> barrier.await()));
        }
        Steps.settle(tasks);
      }
    }

    private void excluded() {
      for (int i = 0; i < 3; i++) {
        lock.withLock(() -> {
          assertThat(++inLock).as("in the lock").isEqualTo(1);
          try {
            Async.yieldNow();
          } finally {
            inLock--;
          }
        });
      }
    }

    private void bounded() {
      for (int i = 0; i < 3; i++) {
        semaphore.withPermit(() -> {
          assertThat(++inSemaphore).as("with a permit").isLessThanOrEqualTo(2);
          try {
            Async.sleep(millis(1));
          } finally {
            inSemaphore--;
          }
        });
      }
    }

    private void consume() {
      condition.withLock(() -> {
        condition.awaitUntil(() -> tokens > 0);
        tokens--;
        consumed++;
      });
    }

    private void putSome() {
      for (int i = 0; i < 4; i++) {
        queue.put(i);
        put++;
      }
    }

    private void getSome() {
      for (int i = 0; i < 4; i++) {
        queue.get();
        got++;
      }
    }

    private void selectSome() {
      for (int i = 0; i < 4; i++) {
        int element = i;
        Select.<Boolean>create()
            .onSend(channel, element, () -> ++sent > 0)
            .onReceive(other, e -> ++received > 0)
            .onReceive(channel, e -> ++received > 0)
            .onSend(other, element, () -> ++sent > 0)
            .onTimeout(millis(2), () -> false)
            .await();
      }
    }

    private void meet() {
      barrier.await();
    }
  }
}

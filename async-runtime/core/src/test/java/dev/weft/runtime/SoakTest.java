package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random spawns, cancellations, timeouts, groups and channels for a long time, after which no task
 * is left and memory is where it was. Run by {@code mvn verify -Psoak}, for ten minutes in all
 * unless {@code -Dweft.soak} gives another duration, such as {@code PT1H}.
 */
@Tag("endurance")
class SoakTest {
  private static final Duration LENGTH = Duration.parse(System.getProperty("weft.soak", "PT10M"));
  private static final int BACKENDS = 3;
  private static final int TASKS_PER_ROUND = 200;

  /** Memory that may come and go with the state of the JVM itself. */
  private static final long SLACK = 16 << 20;

  private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP_MOUNTED", "EVENT_LOOP_BATON"})
  void nothingLeaksAndMemoryStaysFlat(Backend backend) {
    long start = System.nanoTime();
    long length = LENGTH.toNanos() / BACKENDS;
    long seed = start;
    long settled = 0;
    int threads = 0;
    long rounds = 0;
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(backend)
            .failureHandler(
                (what, failure) -> unexpected.add(new IllegalStateException(what, failure)))
            .build()) {
      while (System.nanoTime() - start < length) {
        long roundsSeed = seed + rounds++;
        runtime.blockOn(() -> round(new SplittableRandom(roundsSeed)));
        assertThat(unexpected).as("round with seed %d on %s", roundsSeed, backend).isEmpty();
        if (settled == 0 && System.nanoTime() - start > length / 5) {
          settled = usedMemory();
          threads = Thread.activeCount();
        }
      }
      await().untilAsserted(() -> assertThat(runtime.stats().live()).isZero());
      assertThat(runtime.dump().tasks()).isEmpty();
      assertThat(usedMemory()).as("memory after %d rounds", rounds).isLessThan(settled + SLACK);
      assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 4);
      assertThat(runtime.stats().spawned()).isGreaterThan(rounds * TASKS_PER_ROUND);
    }
  }

  private static long usedMemory() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime jvm = Runtime.getRuntime();
    return jvm.totalMemory() - jvm.freeMemory();
  }

  private void round(SplittableRandom random) {
    Channel<Integer> channel = Channel.buffered(random.nextInt(4));
    AtomicLong sent = new AtomicLong();
    AtomicLong received = new AtomicLong();
    AsyncLock lock = AsyncLock.create();
    AtomicInteger holders = new AtomicInteger();
    List<TaskHandle<?>> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS_PER_ROUND; i++) {
      SplittableRandom own = random.split();
      tasks.add(
          Async.spawn(() -> {
            switch (own.nextInt(8)) {
              case 0 -> Async.sleep(micros(own, 3000));
              case 1 -> timeouts(own, 3);
              case 2 -> group(own);
              case 3 -> {
                int value = own.nextInt(1000);
                channel.send(value);
                sent.addAndGet(value);
              }
              case 4 -> received.addAndGet(channel.receive());
              case 5 -> {
                lock.acquire();
                try {
                  assertThat(holders.incrementAndGet()).isOne();
                  Async.sleep(micros(own, 50));
                } finally {
                  holders.decrementAndGet();
                  lock.release();
                }
              }
              case 6 -> Async.spawnBlocking(() -> own.nextInt()).await();
              default -> stubborn(own);
            }
          }));
    }
    for (int i = 0; i < TASKS_PER_ROUND / 4; i++) {
      tasks.get(random.nextInt(tasks.size())).abort(i);
      if (random.nextInt(4) == 0) {
        Async.sleep(micros(random, 200));
      }
    }
    // What is stuck for want of a partner.
    Async.sleep(micros(random, 5000));
    channel.close();
    for (Optional<Integer> rest = channel.receiveOrClosed();
        rest.isPresent();
        rest = channel.receiveOrClosed()) {
      received.addAndGet(rest.get());
    }
    for (TaskHandle<?> task : tasks) {
      check(task);
    }
    assertThat(received).hasValue(sent.get());
    assertThat(holders).hasValue(0);
    assertThat(lock.isLocked()).isFalse();
  }

  private void check(TaskHandle<?> task) {
    try {
      task.await();
    } catch (AsyncException.Join e) {
      if (!e.isCancelled() && !(e.getCause() instanceof ChannelClosedException)) {
        unexpected.add(e);
      }
    } catch (AsyncException.Panic e) {
      unexpected.add(e);
    }
  }

  /** Timeouts within timeouts, any of which may come first. */
  private static void timeouts(SplittableRandom random, int depth) {
    try {
      Async.timeout(
          micros(random, 2000),
          () -> {
            if (depth > 0) {
              timeouts(random, depth - 1);
            }
            Async.sleep(micros(random, 1000));
          });
    } catch (AsyncException.Timeout e) {
      assertThat(e.duration()).isLessThanOrEqualTo(Duration.ofMillis(2));
    }
  }

  /** A group of which one member may fail, and that then ends the others. */
  private static void group(SplittableRandom random) {
    boolean fails = random.nextBoolean();
    int members = 1 + random.nextInt(5);
    try {
      Async.group(group -> {
        for (int i = 0; i < members; i++) {
          SplittableRandom own = random.split();
          boolean failing = fails && i == 0;
          group.spawn(() -> {
            Async.sleep(micros(own, 1000));
            if (failing) {
              throw new IllegalStateException("expected");
            }
          });
        }
      });
      assertThat(fails).isFalse();
    } catch (AsyncException.Join e) {
      assertThat(e).hasRootCauseMessage("expected");
    }
  }

  /** Cleans up slowly, and may swallow one cancellation. */
  private static void stubborn(SplittableRandom random) {
    try {
      Async.sleep(micros(random, 3000));
    } catch (CancellationError e) {
      if (random.nextBoolean()) {
        throw e;
      }
    } finally {
      Async.yieldNow();
    }
  }

  private static Duration micros(SplittableRandom random, int most) {
    return Duration.ofNanos(1000L * random.nextInt(most + 1));
  }
}

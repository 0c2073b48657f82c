package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.forever;
import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Streams and their operators, on every backend. */
class StreamTest {
  private final Steps steps = new Steps();

  private AsyncStream<Integer> numbers() {
    return AsyncStream.generate(out -> {
      steps.add("begin");
      try {
        for (int i = 0; ; i++) {
          out.accept(i);
        }
      } finally {
        steps.add("finally");
      }
    });
  }

  @EachBackend
  void nothingRunsBeforeItIsConsumedAndEachTimeAnew(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncStream<Integer> even = numbers().filter(i -> i % 2 == 0).map(i -> i * 10).take(3);
          steps.assertTaken();
          assertThat(even.toList()).containsExactly(0, 20, 40);
          steps.assertTaken("begin", "finally");
          assertThat(even.toList()).containsExactly(0, 20, 40);
          steps.assertTaken("begin", "finally", "begin", "finally");
        });
  }

  @Test
  void plainThreadConsumes() {
    assertThat(numbers().take(2).toList()).containsExactly(0, 1);
    assertThat(numbers().first()).contains(0);
    assertThat(AsyncStream.of("a").first()).contains("a");
    assertThat(AsyncStream.<String>of().first()).isEmpty();
    assertThat(AsyncStream.of(1, 2, 3).reduce(10, Integer::sum)).isEqualTo(16);
    assertThat(AsyncStream.of(1, 2, 3).scan(0, Integer::sum).toList()).containsExactly(1, 3, 6);
    assertThat(AsyncStream.of(1, 2, 3).skip(1).concat(AsyncStream.of(9)).toList())
        .containsExactly(2, 3, 9);
    assertThat(AsyncStream.of(1, 2, 3).flatMap(i -> AsyncStream.of(i, -i)).count()).isEqualTo(6);
    assertThat(AsyncStream.of(1, 2, 3).takeWhile(i -> i < 3).toList()).containsExactly(1, 2);
    assertThat(AsyncStream.of(1, null, 3).toList()).containsExactly(1, null, 3);
    assertThat(AsyncStream.of(1, 2).<String>through(s -> s.toList().toString()))
        .isEqualTo("[1, 2]");
  }

  @Test
  void windows() {
    AsyncStream<Integer> five = AsyncStream.of(1, 2, 3, 4, 5);
    assertThat(five.window(2).toList()).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    assertThat(five.window(3, 2).toList())
        .containsExactly(List.of(1, 2, 3), List.of(3, 4, 5), List.of(5));
    assertThat(five.window(1, 3).toList()).containsExactly(List.of(1), List.of(4));
    assertThatThrownBy(() -> five.window(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @EachBackend
  void elementIsConsumedBeforeTheNextIsProduced(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncStream.<Integer>generate(
                  out -> {
                    steps.add("make 1");
                    out.accept(1);
                    steps.add("make 2");
                    out.accept(2);
                  })
              .onEach(i -> steps.add("pass " + i))
              .forEach(i -> {
                Async.sleep(millis(1));
                steps.add("use " + i);
              });
          steps.assertTaken("make 1", "pass 1", "use 1", "make 2", "pass 2", "use 2");
        });
  }

  @EachBackend
  void errorsOfEachPartComeOutAsTheyAre(Backend backend) {
    Steps.run(
        backend,
        () -> {
          assertThatThrownBy(() -> numbers().map(i -> 1 / (2 - i)).toList())
              .isInstanceOf(ArithmeticException.class);
          assertThatThrownBy(() -> numbers().forEach(i -> failAt(i, 3))).hasMessage("at 3");
          assertThatThrownBy(() -> numbers().onEach(i -> failAt(i, 3)).buffer(2).toList())
              .hasMessage("at 3");
          assertThatThrownBy(() -> numbers().buffer(2).forEach(i -> failAt(i, 3)))
              .hasMessage("at 3");
          assertThatThrownBy(
                  () -> AsyncStream.merge(sleeping(), numbers().onEach(i -> failAt(i, 3))).toList())
              .hasMessage("at 3");
          assertThatThrownBy(() -> numbers().mapConcurrent(3, i -> failAt(i, 3)).toList())
              .hasMessage("at 3");
          assertThat(count("begin")).isEqualTo(count("finally")).isEqualTo(7);
        });
  }

  private long count(String step) {
    return steps.lines().stream().filter(step::equals).count();
  }

  private static int failAt(int element, int bad) {
    if (element == bad) {
      throw new IllegalStateException("at " + element);
    }
    return element;
  }

  private AsyncStream<Integer> sleeping() {
    return AsyncStream.generate(out -> {
      steps.add("begin");
      try {
        Async.sleep(forever());
      } finally {
        Async.yieldNow();
        steps.add("finally");
      }
    });
  }

  @EachBackend
  void errorIsResumedUnlessItIsTheConsumers(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncStream<Integer> resumed =
              numbers().onEach(i -> failAt(i, 2)).onErrorResume(e -> AsyncStream.of(-1));
          assertThat(resumed.toList()).containsExactly(0, 1, -1);
          assertThatThrownBy(() -> resumed.forEach(i -> failAt(i, 1))).hasMessage("at 1");
        });
  }

  @EachBackend
  void mergeShowsAllAndClosesItsSourcesEarly(Backend backend) {
    Steps.run(
        backend,
        () -> {
          assertThat(AsyncStream.merge(AsyncStream.of(1, 2, 3), AsyncStream.of(4, 5)).toList())
              .containsExactlyInAnyOrder(1, 2, 3, 4, 5)
              .containsSubsequence(1, 2, 3)
              .containsSubsequence(4, 5);
          assertThat(AsyncStream.<Integer>merge(sleeping(), numbers(), sleeping()).take(5).toList())
              .containsExactly(0, 1, 2, 3, 4);
          assertThat(count("begin")).isEqualTo(count("finally"));
          assertThat(AsyncStream.<Integer>merge().toList()).isEmpty();
        });
  }

  @EachBackend
  void cancelledConsumerClosesTheSourcesAndAwaitsThem(Backend backend) {
    Steps.run(
        backend,
        () -> {
          for (AsyncStream<Integer> stream :
              List.of(
                  sleeping(),
                  AsyncStream.merge(sleeping(), sleeping()),
                  sleeping().buffer(1),
                  sleeping().mapConcurrent(2, i -> i))) {
            AtomicInteger ended = new AtomicInteger();
            long before = count("begin");
            TaskHandle<?> task =
                Async.spawn(() -> {
                  try {
                    stream.forEach(i -> steps.add("never"));
                  } finally {
                    ended.set((int) count("finally"));
                  }
                });
            Steps.until(() -> count("begin") > before);
            Async.sleep(millis(1));
            task.abort();
            Steps.settle(task);
            assertThat(task.outcome()).get().isInstanceOf(Outcome.Cancelled.class);
            assertThat(ended.get()).isEqualTo((int) count("begin"));
          }
        });
  }

  @EachBackend
  void liveMergedIteratorIsClosedWithItsSourcesWhenTheRuntimeCloses(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncGenerator<Integer, ?> pulled =
              AsyncStream.<Integer>merge(sleeping(), numbers(), sleeping()).iterator();
          assertThat(pulled.next()).isZero();
          Steps.until(() -> count("begin") == 3);
        });
    assertThat(count("finally")).isEqualTo(3);
  }

  @EachBackend
  void errorOfOneMergedSourceStandsAlone(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncStream<Integer> failing =
              AsyncStream.generate(out -> {
                Async.sleep(millis(1));
                failAt(1, 1);
              });
          assertThatThrownBy(() ->
                  AsyncStream.merge(numbers(), failing, sleeping())
                      .forEach(i -> Async.sleep(millis(1))))
              .hasMessage("at 1")
              .hasNoSuppressedExceptions();
        });
  }

  @EachBackend
  void bufferLetsTheProducerRunAhead(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AtomicInteger produced = new AtomicInteger();
          AsyncStream<Integer> counted = numbers().onEach(i -> produced.set(i + 1));
          try (AsyncGenerator<Integer, ?> ahead = counted.buffer(3).iterator()) {
            assertThat(ahead.next()).isZero();
            // One more than the buffer stands in the producer's hands.
            Steps.until(() -> produced.get() >= 5);
            Async.sleep(millis(2));
            assertThat(produced.get()).isEqualTo(5);
          }
          assertThat(counted.buffer(0).take(3).toList()).containsExactly(0, 1, 2);
          assertThat(count("begin")).isEqualTo(count("finally"));
        });
  }

  @EachBackend
  void zipPairsAndClosesBoth(Backend backend) {
    Steps.run(
        backend,
        () -> {
          assertThat(AsyncStream.zip(numbers(), AsyncStream.of("a", "b"), (i, s) -> s + i).toList())
              .containsExactly("a0", "b1");
          assertThat(AsyncStream.zip(AsyncStream.of("a", "b"), numbers(), (s, i) -> s + i).toList())
              .containsExactly("a0", "b1");
          assertThat(count("begin")).isEqualTo(count("finally")).isEqualTo(2);
        });
  }

  @EachBackend
  void mapConcurrentKeepsOrderAndItsBound(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AtomicInteger running = new AtomicInteger();
          AtomicInteger most = new AtomicInteger();
          List<Integer> results =
              numbers()
                  .take(40)
                  .mapConcurrent(
                      4,
                      i -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        Async.sleep(millis((40 - i) % 4));
                        running.decrementAndGet();
                        return i * i;
                      })
                  .toList();
          List<Integer> expected = new ArrayList<>();
          for (int i = 0; i < 40; i++) {
            expected.add(i * i);
          }
          assertThat(results).isEqualTo(expected);
          assertThat(most.get()).isBetween(2, 4);
        });
  }

  @EachBackend
  void iteratorPullsAndClosesEarly(Backend backend) {
    Steps.run(
        backend,
        () -> {
          try (AsyncGenerator<Integer, @Nullable Void> pulled =
              numbers().map(i -> i + 1).iterator()) {
            assertThat(pulled.next()).isEqualTo(1);
            assertThat(pulled.next()).isEqualTo(2);
            steps.assertTaken("begin");
          }
          steps.assertTaken("begin", "finally");
        });
  }

  @EachBackend
  void receiverIsAStream(Backend backend) {
    Steps.run(
        backend,
        () -> {
          Channel<Integer> channel = Channel.buffered(1);
          TaskHandle<?> sender =
              Async.spawn(() -> {
                for (int i = 0; i < 5; i++) {
                  channel.send(i);
                }
                channel.close(new IllegalStateException("torn"));
              });
          List<Integer> seen = new ArrayList<>();
          assertThatThrownBy(() -> AsyncStream.from(channel).forEach(seen::add))
              .isInstanceOf(ChannelClosedException.class)
              .hasRootCauseMessage("torn");
          assertThat(seen).containsExactly(0, 1, 2, 3, 4);
          sender.await();
        });
  }

  @EachBackend
  void intervalTicks(Backend backend) {
    Steps.run(
        backend,
        () ->
            assertThat(AsyncStream.interval(millis(1)).take(3).toList())
                .containsExactly(0L, 1L, 2L));
  }

  @EachBackend
  void elementsOfOtherTasksAreRefused(Backend backend) {
    Steps.run(
        backend,
        () ->
            assertThatThrownBy(() ->
                    AsyncStream.<Integer>generate(out -> Async.spawn(() -> out.accept(1)).await())
                        .toList())
                .hasRootCauseInstanceOf(AsyncException.Runtime.class)
                .hasMessageContaining("outside the body"));
  }
}

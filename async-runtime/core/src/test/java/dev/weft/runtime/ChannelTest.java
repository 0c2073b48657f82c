package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ChannelTest {

  @EachBackend
  void elementsComeOutInOrderAtEveryCapacity(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      for (int capacity : new int[] {0, 1, 2, 100}) {
        List<Integer> received = new ArrayList<>();
        runtime.blockOn(() -> {
          Channel<Integer> channel = Channel.buffered(capacity);
          Async.spawn(() -> {
            for (int i = 0; i < 50; i++) {
              channel.send(i);
            }
            channel.close();
          });
          for (Optional<Integer> next = channel.receiveOrClosed();
              next.isPresent();
              next = channel.receiveOrClosed()) {
            received.add(next.get());
          }
        });
        assertThat(received).hasSize(50).isSorted();
      }
    }
  }

  @EachBackend
  void aFullChannelHoldsTheSender(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Channel<Integer> channel = Channel.buffered(3);
        AtomicInteger sent = new AtomicInteger();
        TaskHandle<?> sender =
            Async.spawn(() -> {
              for (int i = 0; i < 10; i++) {
                channel.send(i);
                sent.incrementAndGet();
              }
            });
        Async.sleep(millis(10));
        assertThat(sent).hasValue(3);
        assertThat(channel.trySend(99)).isFalse();
        assertThat(channel.receive()).isZero();
        sender.abort();
      });
    }
  }

  @EachBackend
  void aCancelledSendHasNotSentAndACancelledReceiveHasNotTaken(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Channel<String> channel = Channel.buffered(0);
        assertThatThrownBy(() -> Async.timeout(millis(2), () -> channel.send("lost")))
            .isInstanceOf(AsyncException.Timeout.class);
        assertThatThrownBy(() -> Async.timeout(millis(2), channel::receive))
            .isInstanceOf(AsyncException.Timeout.class);
        Async.spawn(() -> channel.send("kept"));
        assertThat(channel.receive()).isEqualTo("kept");
        assertThat(channel.tryReceive()).isEmpty();
      });
    }
  }

  @EachBackend
  void nothingIsLostOrDoubledUnderCancellation(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      AtomicLong sent = new AtomicLong();
      AtomicLong received = new AtomicLong();
      runtime.blockOn(() -> {
        Channel<Integer> channel = Channel.buffered(1);
        List<TaskHandle<?>> senders = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
          int value = i;
          senders.add(
              Async.spawn(() -> {
                channel.send(value);
                sent.addAndGet(value);
              }));
        }
        TaskHandle<?> receiver =
            Async.spawn(() -> {
              for (Optional<Integer> next = channel.receiveOrClosed();
                  next.isPresent();
                  next = channel.receiveOrClosed()) {
                received.addAndGet(next.get());
              }
            });
        for (int i = 0; i < 2000; i += 3) {
          senders.get(i).abort();
          if (i % 100 == 0) {
            Async.yieldNow();
          }
        }
        for (TaskHandle<?> sender : senders) {
          try {
            sender.await();
          } catch (AsyncException.Join e) {
            assertThat(e.isCancelled()).isTrue();
          }
        }
        channel.close();
        receiver.await();
      });
      assertThat(received.get()).isEqualTo(sent.get()).isPositive();
    }
  }

  @EachBackend
  void closeLetsReceiversDrainAndFailsSenders(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Channel<Integer> channel = Channel.buffered(1);
        channel.send(1);
        TaskHandle<?> waiting = Async.spawn(() -> channel.send(2));
        Async.sleep(millis(2));
        channel.close();
        assertThatThrownBy(waiting::await).hasCauseInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> channel.send(3)).isInstanceOf(ChannelClosedException.class);
        assertThat(channel.receive()).isOne();
        assertThat(channel.receiveOrClosed()).isEmpty();
        assertThatThrownBy(channel::receive).isInstanceOf(ChannelClosedException.class);
      });
    }
  }

  @EachBackend
  void anErrorReachesTheReceiverAfterTheElements(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Channel<Integer> channel = Channel.buffered(5);
        channel.send(1);
        channel.close(new IOException("source broke"));
        channel.close();
        assertThat(channel.receiveOrClosed()).contains(1);
        assertThatThrownBy(channel::receiveOrClosed)
            .isInstanceOf(ChannelClosedException.class)
            .hasMessageContaining("source broke")
            .hasCauseInstanceOf(IOException.class);
      });
    }
  }

  @EachBackend
  void cancelDropsWhatIsThereAndWakesEverybody(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Channel<Integer> channel = Channel.buffered(1);
        channel.send(1);
        TaskHandle<?> sender = Async.spawn(() -> channel.send(2));
        Async.sleep(millis(2));
        channel.cancel();
        assertThatThrownBy(sender::await).hasCauseInstanceOf(ChannelClosedException.class);
        assertThat(channel.size()).isZero();
        assertThat(channel.receiveOrClosed()).isEmpty();
      });
    }
  }

  @EachBackend
  void aChannelCrossesRuntimesAndPlainThreads(Backend backend) throws Exception {
    Channel<Integer> requests = Channel.buffered(1);
    Channel<Integer> answers = Channel.buffered(0);
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.start();
      TaskHandle<?> server =
          runtime.spawn(() -> {
            for (Optional<Integer> next = requests.receiveOrClosed();
                next.isPresent();
                next = requests.receiveOrClosed()) {
              answers.send(next.get() * 2);
            }
          });
      for (int i = 0; i < 100; i++) {
        requests.send(i);
        assertThat(answers.receive()).isEqualTo(2 * i);
      }
      requests.close();
      server.await();
    }
  }

  @Test
  void aPlainThreadThatWaitsCanBeInterrupted() {
    Channel<Integer> channel = Channel.buffered(0);
    Thread.currentThread().interrupt();
    assertThatThrownBy(channel::receive)
        .isInstanceOf(CancellationError.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aNegativeCapacityIsRefused() {
    assertThatThrownBy(() -> Channel.buffered(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @EachBackend
  void aRendezvousSendWaitsForItsReceive(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Channel<String> channel = Channel.buffered(0);
        TaskHandle<?> sender = Async.spawn(() -> channel.send("x"));
        Async.sleep(millis(5));
        assertThat(sender.isFinished()).isFalse();
        assertThat(channel.receive()).isEqualTo("x");
        sender.await();
        assertThatThrownBy(() -> Async.timeout(millis(1), () -> channel.send("y")))
            .isInstanceOf(AsyncException.Timeout.class);
      });
    }
  }
}

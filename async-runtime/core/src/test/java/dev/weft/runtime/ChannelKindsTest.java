package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Channels of all kinds, on every backend. */
class ChannelKindsTest {
  private final Steps steps = new Steps();

  @EachBackend
  void rendezvousHoldsNothing(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          BufferedChannel<Integer> channel =
              (BufferedChannel<Integer>) Channel.<Integer>rendezvous();
          assertThat(channel.trySend(1)).isFalse();
          TaskHandle<?> sender =
              Async.spawn(() -> {
                steps.step(1);
                channel.send(2);
                steps.step(3);
              });
          Steps.until(() -> channel.waitingSenders() == 1);
          assertThat(channel.size()).isZero();
          steps.step(2);
          assertThat(channel.receive()).isEqualTo(2);
          sender.await();
          steps.finish(3);
        });
  }

  @EachBackend
  void sendersAreServedInOrderAndTheCancelledIsSkipped(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          BufferedChannel<Integer> channel = new BufferedChannel<>(1, false);
          channel.send(0);
          List<TaskHandle<?>> senders = new ArrayList<>();
          for (int i = 1; i <= 4; i++) {
            int number = i;
            senders.add(Async.spawn(() -> channel.send(number)));
            Steps.until(() -> channel.waitingSenders() == number);
          }
          senders.get(1).abort();
          Steps.settle(senders.get(1));
          channelContains(channel, 0, 1, 3, 4);
          Steps.settle(senders);
        });
  }

  private static void channelContains(Receiver<Integer> channel, Integer... elements) {
    for (Integer element : elements) {
      assertThat(channel.receive()).isEqualTo(element);
    }
  }

  @EachBackend
  void unboundedNeverMakesTheSenderWait(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          Channel<Integer> channel = Channel.unbounded();
          IntStream.range(0, 10_000).forEach(channel::send);
          assertThat(channel.size()).isEqualTo(10_000);
          channel.close();
          for (int i = 0; i < 10_000; i++) {
            assertThat(channel.receive()).isEqualTo(i);
          }
          assertThat(channel.receiveOrClosed()).isEmpty();
        });
  }

  @EachBackend
  void oneshotCarriesOneElementToOneReceiver(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          BufferedChannel<String> channel = (BufferedChannel<String>) Channel.<String>oneshot();
          AtomicInteger got = new AtomicInteger();
          AtomicInteger closed = new AtomicInteger();
          List<TaskHandle<?>> receivers = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            receivers.add(
                Async.spawn(() -> {
                  if (channel.receiveOrClosed().isPresent()) {
                    got.incrementAndGet();
                  } else {
                    closed.incrementAndGet();
                  }
                }));
          }
          Steps.until(() -> channel.waitingReceivers() == 3);
          channel.send("x");
          assertThatExceptionOfType(ChannelClosedException.class)
              .isThrownBy(() -> channel.send("y"));
          Steps.settle(receivers);
          assertThat(got.get()).isEqualTo(1);
          assertThat(closed.get()).isEqualTo(2);
        });
  }

  @EachBackend
  void closeRefusesWaitingSendersAndLetsReceiversDrain(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          BufferedChannel<Integer> channel = new BufferedChannel<>(1, false);
          channel.send(1);
          TaskHandle<?> sender = Async.spawn(() -> channel.send(2));
          Steps.until(() -> channel.waitingSenders() == 1);
          channel.close(new IllegalStateException("out of paper"));
          assertThatThrownBy(sender::await).hasCauseInstanceOf(ChannelClosedException.class);
          assertThat(channel.receive()).isEqualTo(1);
          assertThatThrownBy(channel::receive)
              .isInstanceOf(ChannelClosedException.class)
              .hasMessageContaining("out of paper")
              .hasCauseInstanceOf(IllegalStateException.class);
          assertThatThrownBy(channel::receiveOrClosed).isInstanceOf(ChannelClosedException.class);
        });
  }

  @EachBackend
  void everyElementArrivesOnceUnderRandomCancellation(AsyncRuntime.Backend backend) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Steps.run(
        backend,
        () -> {
          for (int capacity : new int[] {0, 1, 3}) {
            Channel<Integer> channel = Channel.buffered(capacity);
            AtomicInteger next = new AtomicInteger();
            ConcurrentSkipListSet<Integer> sent = new ConcurrentSkipListSet<>();
            ConcurrentSkipListSet<Integer> received = new ConcurrentSkipListSet<>();
            AtomicInteger receives = new AtomicInteger();
            List<TaskHandle<?>> senders = new ArrayList<>();
            List<TaskHandle<?>> receivers = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
              senders.add(
                  Async.spawn(() -> {
                    for (int n = 0; n < 30; n++) {
                      int element = next.incrementAndGet();
                      channel.send(element);
                      sent.add(element);
                    }
                  }));
              receivers.add(
                  Async.spawn(() -> {
                    for (; ; ) {
                      received.add(channel.receive());
                      receives.incrementAndGet();
                    }
                  }));
            }
            for (int i = 0; i < 20; i++) {
              senders.get(random.nextInt(30)).abort();
              receivers.get(1 + random.nextInt(29)).abort();
              Async.yieldNow();
            }
            Steps.settle(senders);
            Steps.until(() -> receives.get() >= sent.size() && channel.size() == 0);
            channel.close();
            for (TaskHandle<?> receiver : receivers) {
              assertThatThrownBy(receiver::await).isInstanceOf(AsyncException.Join.class);
            }
            assertThat(received).as("capacity %d, seed %d", capacity, seed).isEqualTo(sent);
            assertThat(receives.get()).isEqualTo(sent.size());
          }
        });
  }

  @EachBackend
  void broadcastShowsEachElementToEachSubscriber(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          Broadcast<Integer> broadcast = Broadcast.buffered(2);
          broadcast.send(0);
          List<TaskHandle<List<Integer>>> subscribers = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            Receiver<Integer> receiver = broadcast.subscribe();
            subscribers.add(
                Async.spawn(() -> {
                  List<Integer> got = new ArrayList<>();
                  for (var next = receiver.receiveOrClosed();
                      next.isPresent();
                      next = receiver.receiveOrClosed()) {
                    got.add(next.get());
                  }
                  return got;
                }));
          }
          for (int i = 1; i <= 50; i++) {
            broadcast.send(i);
          }
          broadcast.close();
          for (TaskHandle<List<Integer>> subscriber : subscribers) {
            assertThat(subscriber.await()).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
          }
        });
  }

  @EachBackend
  void slowestSubscriberHoldsBackTheSender(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          FanOut<Integer> broadcast = new FanOut<>(2);
          Receiver<Integer> slow = broadcast.subscribe();
          Receiver<Integer> fast = broadcast.subscribe();
          broadcast.send(1);
          broadcast.send(2);
          channelContains(fast, 1, 2);
          assertThat(broadcast.trySend(3)).isFalse();
          TaskHandle<?> cancelled = Async.spawn(() -> broadcast.send(99));
          Steps.until(() -> broadcast.waitingSenders() == 1);
          TaskHandle<?> sender = Async.spawn(() -> broadcast.send(3));
          Steps.until(() -> broadcast.waitingSenders() == 2);
          cancelled.abort();
          Steps.settle(cancelled);
          assertThat(fast.tryReceive()).isEmpty();
          assertThat(slow.receive()).isEqualTo(1);
          sender.await();
          assertThat(fast.receive()).isEqualTo(3);
          TaskHandle<?> last = Async.spawn(() -> broadcast.send(4));
          Steps.until(() -> broadcast.waitingSenders() == 1);
          slow.cancel();
          last.await();
          assertThat(fast.receive()).isEqualTo(4);
          assertThat(broadcast.subscribers()).isEqualTo(1);
          assertThatExceptionOfType(ChannelClosedException.class).isThrownBy(slow::receive);
          broadcast.close(new IllegalStateException("over"));
          assertThatThrownBy(fast::receive).hasRootCauseMessage("over");
          assertThatThrownBy(() -> broadcast.send(5)).isInstanceOf(ChannelClosedException.class);
        });
  }

  @EachBackend
  void watchGivesTheLatest(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          Watch<Integer> watch = Watch.of(1);
          Receiver<Integer> receiver = watch.subscribe();
          assertThat(receiver.receive()).isEqualTo(1);
          assertThat(receiver.tryReceive()).isEmpty();
          watch.set(2);
          assertThat(watch.update(n -> n + 1)).isEqualTo(3);
          assertThat(receiver.receive()).isEqualTo(3);
          TaskHandle<Integer> waiting = Async.spawn(() -> receiver.receive());
          Async.yieldNow();
          watch.set(4);
          assertThat(waiting.await()).isEqualTo(4);
          watch.set(5);
          watch.close();
          assertThat(receiver.receiveOrClosed()).contains(5);
          assertThat(receiver.receiveOrClosed()).isEmpty();
          assertThat(watch.get()).isEqualTo(5);
          assertThatThrownBy(() -> watch.set(6)).isInstanceOf(ChannelClosedException.class);
          assertThat(watch.subscribe().receiveOrClosed()).contains(5);
        });
  }
}

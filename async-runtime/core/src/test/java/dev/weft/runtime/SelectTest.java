package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Select over receive, send, timer and task handle. */
class SelectTest {

  @EachBackend
  void firstReadyClauseInOrderHappens(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          Channel<String> one = Channel.buffered(1);
          Channel<String> two = Channel.buffered(1);
          one.send("a");
          two.send("b");
          Select<String> select =
              Select.<String>create()
                  .onReceive(two, s -> "two " + s)
                  .onReceive(one, s -> "one " + s);
          assertThat(select.await()).isEqualTo("two b");
          assertThat(select.await()).isEqualTo("one a");
          assertThat(one.size() + two.size()).isZero();
          assertThat(select.orElse(() -> "none").await()).isEqualTo("none");
        });
  }

  @EachBackend
  void waitsForWhateverComesFirst(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          BufferedChannel<String> in = new BufferedChannel<>(0, false);
          BufferedChannel<String> out = new BufferedChannel<>(0, false);
          TaskHandle<String> selecting =
              Async.spawn(() ->
                  Select.<String>create()
                      .onReceive(in, s -> "received " + s)
                      .onSend(out, "mine", () -> "sent")
                      .onTimeout(Duration.ofSeconds(30), () -> "late")
                      .await());
          Steps.until(() -> in.waitingReceivers() == 1 && out.waitingSenders() == 1);
          assertThat(out.receive()).isEqualTo("mine");
          assertThat(selecting.await()).isEqualTo("sent");
          assertThat(in.waitingReceivers()).isZero();
          assertThat(in.trySend("x")).as("nobody receives any more").isFalse();
        });
  }

  @EachBackend
  void timerAndTaskEndAreClauses(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          Channel<String> never = Channel.rendezvous();
          assertThat(
                  Select.<String>create()
                      .onReceive(never, s -> s)
                      .onTimeout(Duration.ofMillis(5), () -> "timeout")
                      .await())
              .isEqualTo("timeout");
          AsyncEvent go = AsyncEvent.create();
          TaskHandle<Integer> task =
              Async.spawn(() -> {
                go.await();
                return 7;
              });
          TaskHandle<Integer> selecting =
              Async.spawn(() ->
                  Select.<Integer>create()
                      .onReceive(never, String::length)
                      .onDone(task, TaskHandle::await)
                      .await());
          Async.yieldNow();
          go.set();
          assertThat(selecting.await()).isEqualTo(7);
          assertThat(Select.<Integer>create().onDone(task, TaskHandle::await).await()).isEqualTo(7);
          assertThat(Select.<Integer>create().onTimeout(Duration.ZERO, () -> 0).await()).isZero();
        });
  }

  @EachBackend
  void closedChannelIsReady(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          BufferedChannel<String> channel = new BufferedChannel<>(0, false);
          TaskHandle<String> waiting =
              Async.spawn(() ->
                  Select.<String>create()
                      .onReceiveOrClosed(channel, o -> o.orElse("closed"))
                      .await());
          Steps.until(() -> channel.waitingReceivers() == 1);
          TaskHandle<String> sending =
              Async.spawn(() ->
                  Select.<String>create()
                      .onReceive(Channel.<String>rendezvous(), s -> s)
                      .onTimeout(Duration.ofSeconds(30), () -> "late")
                      .await());
          channel.close();
          assertThat(waiting.await()).isEqualTo("closed");
          sending.abort();
          Steps.settle(sending);
          assertThatThrownBy(() -> Select.<String>create().onReceive(channel, s -> s).await())
              .isInstanceOf(ChannelClosedException.class);
          assertThatThrownBy(() -> Select.<String>create().onSend(channel, "x", () -> "").await())
              .isInstanceOf(ChannelClosedException.class);
          assertThatThrownBy(() -> Select.<String>create().await())
              .isInstanceOf(AsyncException.Runtime.class)
              .hasMessageContaining("without a clause");
        });
  }

  @EachBackend
  void cancelledSelectLeavesEveryLine(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          BufferedChannel<String> in = new BufferedChannel<>(0, false);
          BufferedChannel<String> out = new BufferedChannel<>(0, false);
          TaskHandle<?> selecting =
              Async.spawn(() -> {
                Select.<String>create().onReceive(in, s -> s).onSend(out, "x", () -> "").await();
              });
          Steps.until(() -> in.waitingReceivers() == 1 && out.waitingSenders() == 1);
          selecting.abort();
          Steps.settle(selecting);
          assertThat(in.waitingReceivers() + out.waitingSenders()).isZero();
          assertThat(out.tryReceive()).isEmpty();
        });
  }

  @EachBackend
  void fairSelectServesAllThatAreReady(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          Channel<Integer> one = Channel.unbounded();
          Channel<Integer> two = Channel.unbounded();
          for (int i = 0; i < 200; i++) {
            one.send(1);
            two.send(2);
          }
          Select<Integer> select =
              Select.<Integer>create().onReceive(one, i -> i).onReceive(two, i -> i).fairly();
          Set<Integer> got = new HashSet<>();
          for (int i = 0; i < 200; i++) {
            got.add(select.await());
          }
          assertThat(got).containsExactlyInAnyOrder(1, 2);
        });
  }

  @EachBackend
  void selectsMeetEachOtherAndLoseNothing(AsyncRuntime.Backend backend) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Steps.run(
        backend,
        () -> {
          List<Channel<Integer>> channels =
              List.of(Channel.rendezvous(), Channel.buffered(1), Channel.rendezvous());
          AtomicInteger next = new AtomicInteger();
          ConcurrentLinkedQueue<Integer> sent = new ConcurrentLinkedQueue<>();
          ConcurrentLinkedQueue<Integer> received = new ConcurrentLinkedQueue<>();
          List<TaskHandle<?>> tasks = new ArrayList<>();
          for (int i = 0; i < 12; i++) {
            int first = i % 3;
            // Each both sends and receives, over all channels, in another order.
            tasks.add(
                Async.spawn(() -> {
                  for (; ; ) {
                    int element = next.incrementAndGet();
                    Select.<Optional<Integer>>create()
                        .onSend(channels.get(first), element, () -> Optional.of(element))
                        .onReceive(channels.get((first + 1) % 3), got -> note(received, got))
                        .onSend(channels.get((first + 2) % 3), element, () -> Optional.of(element))
                        .fairly()
                        .await()
                        .ifPresent(sent::add);
                  }
                }));
          }
          Steps.until(() -> received.size() > 2_000);
          for (int i = 0; i < 200; i++) {
            int victim = random.nextInt(12);
            if (tasks.stream().filter(t -> !t.isFinished()).count() > 4) {
              tasks.get(victim).abort();
            }
            Async.yieldNow();
          }
          tasks.forEach(TaskHandle::abort);
          Steps.settle(tasks);
          channels.forEach(channel -> channel.tryReceive().ifPresent(received::add));
          assertThat(received)
              .as("elements, seed %d", seed)
              .doesNotHaveDuplicates()
              .containsExactlyInAnyOrderElementsOf(sent);
        });
  }

  private static Optional<Integer> note(ConcurrentLinkedQueue<Integer> received, int element) {
    received.add(element);
    return Optional.empty();
  }

  @EachBackend
  void subscriptionsAreSelected(AsyncRuntime.Backend backend) {
    Steps.run(
        backend,
        () -> {
          Broadcast<String> broadcast = Broadcast.buffered(1);
          Watch<String> watch = Watch.of("first");
          Receiver<String> changes = watch.subscribe();
          Select<String> select =
              Select.<String>create()
                  .onReceive(broadcast.subscribe(), s -> "broadcast " + s)
                  .onReceive(changes, s -> "watch " + s);
          assertThat(select.await()).isEqualTo("watch first");
          TaskHandle<String> waiting = Async.spawn(() -> select.await());
          Async.yieldNow();
          broadcast.send("x");
          assertThat(waiting.await()).isEqualTo("broadcast x");
          TaskHandle<String> again = Async.spawn(() -> select.await());
          Async.yieldNow();
          watch.set("second");
          assertThat(again.await()).isEqualTo("watch second");
          assertThat(select.orElse(() -> "nothing").await()).isEqualTo("nothing");
        });
  }

  @Test
  @Timeout(60)
  void plainThreadSelects() {
    Channel<String> never = Channel.rendezvous();
    assertThat(
            Select.<String>create()
                .onReceive(never, s -> s)
                .onTimeout(Duration.ofMillis(5), () -> "timeout")
                .await())
        .isEqualTo("timeout");
    assertThat(never.trySend("x")).isFalse();
  }
}

package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** The order of asyncio, and nothing but the runtime's own suspension points switching tasks. */
class EventLoopTest {

  private static void holdFor(ReentrantLock lock, Duration time, CountDownLatch held) {
    lock.lock();
    try {
      held.countDown();
      LockSupport.parkNanos(time.toNanos());
    } finally {
      lock.unlock();
    }
  }

  @EachLoop
  void tasksStartInOrderAfterWhatIsReady(Backend backend) {
    Steps steps = new Steps();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        runtime.callSoon(() -> steps.add("callback 1"));
        Async.spawn(() -> steps.add("task 1"));
        runtime.callSoon(() -> steps.add("callback 2"));
        Async.spawn(() -> steps.add("task 2"));
        steps.add("main");
        Async.yieldNow();
        steps.add("main again");
      });
    }
    steps.assertTaken("main", "callback 1", "task 1", "callback 2", "task 2", "main again");
  }

  @EachLoop
  void yieldsInterleave(Backend backend) {
    Steps steps = new Steps();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        for (String name : new String[] {"a", "b"}) {
          Async.spawn(() -> {
            for (int i = 0; i < 3; i++) {
              steps.add(name + i);
              Async.yieldNow();
            }
          });
        }
      });
    }
    steps.assertTaken("a0", "b0", "a1", "b1", "a2", "b2");
  }

  @EachLoop
  void awaitingAFinishedTaskDoesNotYield(Backend backend) {
    Steps steps = new Steps();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<Integer> done = Async.spawn(() -> 1);
        done.await();
        Async.spawn(() -> steps.add("other"));
        done.await();
        steps.add("main");
      });
    }
    steps.assertTaken("main", "other");
  }

  @EachLoop
  void awaitersAndCallbacksOfATaskRunInTheOrderInWhichTheyCame(Backend backend) {
    Steps steps = new Steps();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<?> slow = Async.spawn(Async::yieldNow);
        for (int i = 1; i <= 2; i++) {
          String name = "awaiter " + i;
          Async.spawn(() -> {
            slow.await();
            steps.add(name);
          });
        }
        slow.onDone(task -> steps.add("callback"));
      });
    }
    steps.assertTaken("callback", "awaiter 1", "awaiter 2");
  }

  @EachLoop
  void equalDeadlinesKeepTheOrderOfInsertion(Backend backend) {
    Steps steps = new Steps();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        for (int i = 0; i < 5; i++) {
          String name = "timer " + i;
          runtime.callLater(Duration.ofSeconds(-i), () -> steps.add(name));
        }
        Async.sleep(millis(2));
      });
    }
    steps.assertTaken("timer 0", "timer 1", "timer 2", "timer 3", "timer 4");
  }

  @EachLoop
  void theBatchOfTheRootsEndIsRunToItsEnd(Backend backend) {
    Steps steps = new Steps();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        runtime.spawn(() -> {
          steps.add("one");
          Async.yieldNow();
          steps.add("two");
          Async.yieldNow();
          steps.add("three");
        });
        Async.yieldNow();
      });
      steps.add("after blockOn");
    }
    // Recorded from asyncio: the callback that stops the loop is itself one turn behind the end.
    steps.assertTaken("one", "two", "after blockOn");
  }

  @EachLoop
  void aBlockingCallOfTheJdkDoesNotLetAnotherTaskRun(Backend backend) throws Exception {
    Steps steps = new Steps();
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder = Thread.ofPlatform().start(() -> holdFor(lock, millis(30), held));
    held.await();
    try (AsyncRuntime runtime = Runtimes.of(backend);
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                try (Socket accepted = server.accept()) {
                  LockSupport.parkNanos(millis(30).toNanos());
                  accepted.getOutputStream().write(7);
                } catch (java.io.IOException e) {
                  steps.add("writer failed: " + e);
                }
              });
      runtime.blockOn(() -> {
        Async.spawn(() -> steps.add("other"));
        Thread.sleep(5);
        steps.add("slept");
        holdFor(lock, Duration.ZERO, new CountDownLatch(1));
        steps.add("locked");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
          steps.add("read " + socket.getInputStream().read());
        }
        Async.yieldNow();
        steps.add("end");
      });
      writer.join();
    }
    holder.join();
    steps.assertTaken("slept", "locked", "read 7", "other", "end");
  }

  @EachLoop
  void aContendedMonitorDoesNotLetAnotherTaskRun(Backend backend) throws Exception {
    Steps steps = new Steps();
    Object monitor = new Object();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        Thread.ofPlatform()
            .start(() -> {
              synchronized (monitor) {
                held.countDown();
                LockSupport.parkNanos(millis(30).toNanos());
              }
            });
    held.await();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Async.spawn(() -> steps.add("other"));
        synchronized (monitor) {
          steps.add("entered");
        }
      });
    }
    holder.join();
    steps.assertTaken("entered", "other");
  }

  @EachLoop
  void aForeignUnparkDoesNotWakeATask(Backend backend) {
    Steps steps = new Steps();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Thread[] thread = new Thread[1];
        Channel<String> go = Channel.buffered(0);
        TaskHandle<?> sleeper =
            Async.spawn(() -> {
              thread[0] = Thread.currentThread();
              go.receive();
              steps.add("received");
            });
        Async.yieldNow();
        for (int i = 0; i < 10; i++) {
          LockSupport.unpark(thread[0]);
          Async.sleep(millis(1));
        }
        steps.add("unparked");
        go.send("go");
        sleeper.await();
      });
    }
    steps.assertTaken("unparked", "received");
  }

  @EachLoop
  void aVirtualThreadStartedInATaskRunsOutsideTheLoop(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        CountDownLatch ran = new CountDownLatch(1);
        Thread inner =
            Thread.startVirtualThread(() -> {
              LockSupport.parkNanos(millis(1).toNanos());
              ran.countDown();
            });
        // The loop is blocked meanwhile: were the thread run by it, this would never end.
        ran.await();
        inner.join();
      });
    }
  }

  @EachLoop
  void anotherThreadsCallbackWakesAnIdleLoop(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Channel<String> channel = Channel.buffered(0);
      Thread outside = Thread.ofPlatform().start(() -> channel.send("hello"));
      assertThat(runtime.<String>blockOn(channel::receive)).isEqualTo("hello");
      outside.join();
    }
  }

  @EachLoop
  void aThousandDeepAwaitChainWorks(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      assertThat(runtime.<Integer>blockOn(() -> chain(1000))).isEqualTo(1000);
    }
  }

  private static int chain(int depth) {
    return depth == 0 ? 0 : 1 + Async.spawn(() -> chain(depth - 1)).await();
  }

  @EachLoop
  void aTaskMayNotAwaitItself(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      assertThatThrownBy(() -> runtime.blockOn(() -> Async.currentTask().orElseThrow().await()))
          .hasMessageContaining("awaits itself");
    }
  }

  @Test
  void theLoopMountsWhereItCanAndReportsTheWay() {
    try (AsyncRuntime runtime = AsyncRuntime.eventLoop()) {
      assertThat(runtime.backend()).isEqualTo(Backend.EVENT_LOOP_MOUNTED);
    }
  }
}

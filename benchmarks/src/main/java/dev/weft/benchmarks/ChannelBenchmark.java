package dev.weft.benchmarks;

import com.softwaremill.jox.ChannelClosed;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncQueue;
import dev.weft.runtime.Channel;
import dev.weft.runtime.Select;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Elements from task to task: through channels and a queue, one to one and many to many. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
public class ChannelBenchmark {
  private static final int OPERATIONS = 20_000;
  private static final int CAPACITY = 64;
  private static final int TASKS = 8;

  private static long throughOne(WeftState weft, Channel<Integer> channel) {
    return weft.runtime.<Long>blockOn(() -> {
      Async.spawn(() -> {
        for (int i = 0; i < OPERATIONS; i++) {
          channel.send(i);
        }
      });
      long sum = 0;
      for (int i = 0; i < OPERATIONS; i++) {
        sum += channel.receive();
      }
      return sum;
    });
  }

  private static long throughOne(com.softwaremill.jox.Channel<Integer> channel) {
    VirtualThreads.start(() -> {
      for (int i = 0; i < OPERATIONS; i++) {
        channel.send(i);
      }
    });
    long[] sum = new long[1];
    VirtualThreads.run(() -> {
      for (int i = 0; i < OPERATIONS; i++) {
        sum[0] += channel.receive();
      }
    });
    return sum[0];
  }

  private static long throughOne(BlockingQueue<Integer> queue) {
    VirtualThreads.start(() -> {
      for (int i = 0; i < OPERATIONS; i++) {
        queue.put(i);
      }
    });
    long[] sum = new long[1];
    VirtualThreads.run(() -> {
      for (int i = 0; i < OPERATIONS; i++) {
        sum[0] += queue.take();
      }
    });
    return sum[0];
  }

  /** A channel that holds nothing: each send waits for its receive. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long rendezvous(WeftState weft) {
    return throughOne(weft, Channel.rendezvous());
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long rendezvousKotlin(KotlinState kotlin) {
    return kotlin.peer.channel(OPERATIONS, 0);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long rendezvousJox() {
    return throughOne(com.softwaremill.jox.Channel.newRendezvousChannel());
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long rendezvousThreads() {
    return throughOne(new SynchronousQueue<>());
  }

  /** A channel that holds 64. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long buffered(WeftState weft) {
    return throughOne(weft, Channel.buffered(CAPACITY));
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long bufferedKotlin(KotlinState kotlin) {
    return kotlin.peer.channel(OPERATIONS, CAPACITY);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long bufferedJox() {
    return throughOne(com.softwaremill.jox.Channel.newBufferedChannel(CAPACITY));
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long bufferedThreads() {
    return throughOne(new ArrayBlockingQueue<>(CAPACITY));
  }

  /** Asyncio's queue of one, with a producer and a consumer. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long queue(WeftState weft) {
    return weft.runtime.<Long>blockOn(() -> {
      AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
      Async.spawn(() -> {
        for (int i = 0; i < OPERATIONS; i++) {
          queue.put(i);
        }
      });
      long sum = 0;
      for (int i = 0; i < OPERATIONS; i++) {
        sum += queue.get();
      }
      return sum;
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long queueThreads() {
    return throughOne(new ArrayBlockingQueue<>(1));
  }

  /** Eight senders and eight receivers at one channel that holds 64. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void manyToMany(WeftState weft) {
    Channel<Integer> channel = Channel.buffered(CAPACITY);
    weft.runtime.blockOn(() -> {
      Async.group(group -> {
        for (int i = 0; i < TASKS; i++) {
          group.spawn(() -> {
            while (channel.receiveOrClosed().isPresent()) {}
          });
        }
        Async.group(senders -> {
          for (int i = 0; i < TASKS; i++) {
            senders.spawn(() -> {
              for (int j = 0; j < OPERATIONS / TASKS; j++) {
                channel.send(j);
              }
            });
          }
        });
        channel.close();
      });
    });
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void manyToManyKotlin(KotlinState kotlin) {
    kotlin.peer.manyToMany(OPERATIONS, TASKS, CAPACITY);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void manyToManyJox() {
    var channel = com.softwaremill.jox.Channel.<Integer>newBufferedChannel(CAPACITY);
    Thread[] receivers = new Thread[TASKS];
    for (int i = 0; i < TASKS; i++) {
      receivers[i] =
          VirtualThreads.start(() -> {
            while (!(channel.receiveOrClosed() instanceof ChannelClosed)) {}
          });
    }
    VirtualThreads.runAll(
        TASKS,
        () -> {
          for (int j = 0; j < OPERATIONS / TASKS; j++) {
            channel.send(j);
          }
        });
    channel.done();
    for (Thread receiver : receivers) {
      VirtualThreads.join(receiver);
    }
  }

  /** The first of two channels that has an element, each with a sender. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long select(WeftState weft) {
    return weft.runtime.<Long>blockOn(() -> {
      Channel<Integer> one = Channel.buffered(16);
      Channel<Integer> two = Channel.buffered(16);
      Async.spawn(() -> sendHalf(one));
      Async.spawn(() -> sendHalf(two));
      Select<Integer> next =
          Select.<Integer>create().onReceive(one, value -> value).onReceive(two, value -> value);
      long sum = 0;
      for (int i = 0; i < OPERATIONS; i++) {
        sum += next.await();
      }
      return sum;
    });
  }

  private static void sendHalf(Channel<Integer> channel) {
    for (int i = 0; i < OPERATIONS / 2; i++) {
      channel.send(i);
    }
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long selectKotlin(KotlinState kotlin) {
    return kotlin.peer.selectOfTwo(OPERATIONS);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long selectJox() {
    var one = com.softwaremill.jox.Channel.<Integer>newBufferedChannel(16);
    var two = com.softwaremill.jox.Channel.<Integer>newBufferedChannel(16);
    VirtualThreads.start(() -> sendHalf(one));
    VirtualThreads.start(() -> sendHalf(two));
    long[] sum = new long[1];
    VirtualThreads.run(() -> {
      for (int i = 0; i < OPERATIONS; i++) {
        sum[0] += com.softwaremill.jox.Select.select(one.receiveClause(), two.receiveClause());
      }
    });
    return sum[0];
  }

  private static void sendHalf(com.softwaremill.jox.Channel<Integer> channel)
      throws InterruptedException {
    for (int i = 0; i < OPERATIONS / 2; i++) {
      channel.send(i);
    }
  }
}

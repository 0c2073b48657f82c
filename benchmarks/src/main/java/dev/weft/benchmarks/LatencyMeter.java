package dev.weft.benchmarks;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.Channel;
import dev.weft.runtime.TaskHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * How long a request waits for its answer, at a rate that does not depend on the answers.
 *
 * <p>A client thread sends requests at fixed times, whether or not those before were answered, and
 * each is measured from the time at which it was <em>due</em>. So a pause counts against all the
 * requests that should have been served during it, and not against one: there is no coordinated
 * omission.
 */
final class LatencyMeter {
  private static final long INTERVAL_NANOS = 100_000;
  private static final int WARM_UP = 10_000;

  private LatencyMeter() {}

  static List<Measurement> measure(int requests) throws Exception {
    List<Measurement> all = new ArrayList<>();
    for (Backend backend :
        List.of(Backend.VIRTUAL_THREADS, Backend.EVENT_LOOP_MOUNTED, Backend.EVENT_LOOP_BATON)) {
      all.addAll(measurements(Contenders.weft(backend.name()), weft(backend, requests)));
    }
    all.addAll(measurements(Contenders.THREADS, threads(requests)));
    return all;
  }

  private static List<Measurement> measurements(String contender, Histogram histogram) {
    List<Measurement> all = new ArrayList<>();
    for (double percentile : new double[] {50, 99, 99.9}) {
      double micros = histogram.getValueAtPercentile(percentile) / 1_000.0;
      all.add(
          new Measurement(
              "Latency",
              "p" + (percentile == 99.9 ? "99.9" : (int) percentile),
              contender,
              micros,
              0,
              "us",
              List.of(micros)));
    }
    return all;
  }

  /** A server task takes each request from a channel and has it answered by a task of its own. */
  private static Histogram weft(Backend backend, int requests) throws InterruptedException {
    Histogram histogram = new Histogram(60_000_000_000L, 3);
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      runtime.start();
      Channel<Long> inbox = Channel.buffered(1024);
      TaskHandle<?> server =
          runtime.spawn(() -> {
            int[] answered = new int[1];
            for (int i = 0; i < WARM_UP + requests; i++) {
              long due = inbox.receive();
              Async.spawn(
                      () -> {
                        long waited = System.nanoTime() - due;
                        if (++answered[0] > WARM_UP) {
                          histogram.recordValue(Math.max(0, waited));
                        }
                      })
                  .await();
            }
          });
      sendAtFixedTimes(WARM_UP + requests, inbox::send);
      server.await();
    }
    return histogram;
  }

  private static Histogram threads(int requests) throws InterruptedException {
    Histogram histogram = new Histogram(60_000_000_000L, 3);
    ArrayBlockingQueue<Long> inbox = new ArrayBlockingQueue<>(1024);
    Thread server =
        VirtualThreads.start(() -> {
          int[] answered = new int[1];
          for (int i = 0; i < WARM_UP + requests; i++) {
            long due = inbox.take();
            Thread.ofVirtual()
                .start(() -> {
                  long waited = System.nanoTime() - due;
                  if (++answered[0] > WARM_UP) {
                    histogram.recordValue(Math.max(0, waited));
                  }
                })
                .join();
          }
        });
    sendAtFixedTimes(WARM_UP + requests, inbox::put);
    server.join();
    return histogram;
  }

  /** Takes the time at which a request was due. */
  @FunctionalInterface
  private interface Sender {
    void send(long due) throws InterruptedException;
  }

  private static void sendAtFixedTimes(int requests, Sender sender) throws InterruptedException {
    long start = System.nanoTime() + INTERVAL_NANOS;
    for (int i = 0; i < requests; i++) {
      long due = start + i * INTERVAL_NANOS;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      sender.send(due);
    }
  }
}

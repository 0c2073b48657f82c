package dev.weft.benchmarks;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncEvent;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** How much memory a parked task holds: the heap in use with many of them, less that without. */
final class MemoryMeter {
  private static final int TASKS = 100_000;

  private MemoryMeter() {}

  static List<Measurement> measure() throws Exception {
    List<Measurement> all = new ArrayList<>();
    for (Backend backend :
        List.of(Backend.VIRTUAL_THREADS, Backend.EVENT_LOOP_MOUNTED, Backend.EVENT_LOOP_BATON)) {
      all.add(of(Contenders.weft(backend.name()), () -> parkWeft(backend)));
    }
    all.add(of(Contenders.kotlin("DEFAULT"), () -> parkKotlin()));
    all.add(of(Contenders.THREADS, MemoryMeter::parkThreads));
    return all;
  }

  /** Something that is parked until it is closed. */
  @FunctionalInterface
  private interface Parking {
    AutoCloseable park() throws Exception;
  }

  private static Measurement of(String contender, Parking parking) throws Exception {
    // The first round loads classes and fills caches.
    parking.park().close();
    long before = used();
    long with;
    AutoCloseable parked = parking.park();
    try {
      with = used();
    } finally {
      parked.close();
    }
    double bytes = (double) (with - before) / TASKS;
    return new Measurement("Memory", "parkedTask", contender, bytes, 0, "B/op", List.of(bytes));
  }

  @SuppressWarnings("PMD") // A collection is asked for on purpose.
  private static long used() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(100);
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }

  private static AutoCloseable parkWeft(Backend backend) throws InterruptedException {
    AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build();
    runtime.start();
    AsyncEvent gate = AsyncEvent.create();
    CountDownLatch parked = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      runtime.spawn(() -> {
        parked.countDown();
        gate.await();
      });
    }
    parked.await();
    runtime.blockOn(Async::yieldNow);
    return () -> {
      gate.set();
      runtime.close();
    };
  }

  private static AutoCloseable parkKotlin() {
    KotlinPeer peer = new KotlinPeer(false);
    AutoCloseable parked = peer.park(TASKS);
    return () -> {
      parked.close();
      peer.close();
    };
  }

  private static AutoCloseable parkThreads() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch parked = new CountDownLatch(TASKS);
    List<Thread> threads = new ArrayList<>(TASKS);
    for (int i = 0; i < TASKS; i++) {
      threads.add(
          VirtualThreads.start(() -> {
            parked.countDown();
            gate.await();
          }));
    }
    parked.await();
    return () -> {
      gate.countDown();
      threads.forEach(VirtualThreads::join);
    };
  }
}

package dev.weft.benchmarks;

import java.util.concurrent.CountDownLatch;

/** What the benchmarks do with plain virtual threads, the peer without a library. */
final class VirtualThreads {
  private VirtualThreads() {}

  /** What may be interrupted. */
  @FunctionalInterface
  interface Body {
    void run() throws InterruptedException;
  }

  /** Runs a body in a virtual thread, and waits for it. */
  static void run(Body body) {
    join(start(body));
  }

  static Thread start(Body body) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            body.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Runs a body in several virtual threads at once, and waits for them. */
  static void runAll(int threads, Body body) {
    CountDownLatch ended = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      start(() -> {
        body.run();
        ended.countDown();
      });
    }
    try {
      ended.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

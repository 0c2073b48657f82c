package dev.weft.runtime.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.AsyncStream;
import dev.weft.runtime.Channel;
import dev.weft.runtime.TaskHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/**
 * Subscribing, requesting and cancelling at the same time, in two threads, 10,000 times on each
 * backend. A seed that failed can be run again with {@code -Dweft.seed=}.
 */
class CancellationRaceTest {
  private static final int RACES = 10_000;

  @OnEachBackend
  void nothingIsLeakedOrSignalledTwice(Backend backend) throws Exception {
    Long only = Long.getLong("weft.seed");
    long first = only != null ? only : 0;
    long last = only != null ? only : RACES - 1;
    try (AsyncRuntime runtime =
            AsyncRuntime.builder()
                .backend(backend)
                .failureHandler((what, failure) -> fail(what, failure))
                .build();
        ExecutorService canceller = Executors.newSingleThreadExecutor()) {
      List<Resource> all = new ArrayList<>();
      runtime.start();
      for (long seed = first; seed <= last; seed++) {
        try {
          all.add(race(runtime, canceller, new Random(seed)));
        } catch (Throwable e) {
          throw new AssertionError("seed " + seed + " on " + backend, e);
        }
      }
      await().until(() -> runtime.stats().live() == 0);
      // Looked at now, as a task that was cancelled while it started may open and close late.
      assertThat(all).allMatch(it -> it.opened.get() == it.closed.get() && it.opened.get() <= 1);
    }
  }

  private static Resource race(AsyncRuntime runtime, ExecutorService canceller, Random random)
      throws Exception {
    Resource resource = new Resource();
    Watcher watcher = new Watcher();
    int spins = random.nextInt(200);
    int extraSpins = random.nextInt(200);
    Publisher<Integer> publisher = publisher(runtime, resource, random);
    Future<?> cancelled =
        canceller.submit(() -> {
          Subscription subscription = watcher.awaitSubscription();
          spin(spins);
          subscription.cancel();
          watcher.cancelReturned = true;
        });
    publisher.subscribe(watcher);
    Subscription subscription = watcher.awaitSubscription();
    for (int i = 0; i < 3; i++) {
      spin(extraSpins);
      subscription.request(1);
    }
    cancelled.get();
    resource.awaitClosed();
    watcher.check();
    return resource;
  }

  private static Publisher<Integer> publisher(
      AsyncRuntime runtime, Resource resource, Random random) {
    int steps = random.nextInt(4);
    return switch (random.nextInt(4)) {
      case 0 ->
          ReactorBridges.lazyMono(
              runtime,
              () -> {
                resource.use(steps);
                return 1;
              });
      case 1 -> {
        TaskHandle<Integer> task =
            runtime.spawn(() -> {
              resource.use(steps);
              return 1;
            });
        yield ReactorBridges.eagerMono(task);
      }
      case 2 ->
          ReactorBridges.lazyFlux(
              runtime,
              AsyncStream.generate(out -> {
                resource.open();
                try {
                  for (int i = 0; i < 5; i++) {
                    if (i < steps) {
                      Async.yieldNow();
                    }
                    out.accept(i);
                  }
                } finally {
                  resource.close();
                }
              }));
      default -> {
        Channel<Integer> channel = Channel.buffered(2);
        channel.trySend(1);
        channel.trySend(2);
        if (steps > 1) {
          channel.close();
        }
        yield Flux.using(
            () -> {
              resource.open();
              return resource;
            },
            _ -> ReactorBridges.flux(runtime, channel),
            Resource::close);
      }
    };
  }

  private static void spin(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }

  /** Counts how often it is opened and closed. */
  private static final class Resource {
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();

    void use(int steps) {
      open();
      try {
        for (int i = 0; i < steps; i++) {
          Async.yieldNow();
        }
      } finally {
        close();
      }
    }

    void open() {
      opened.incrementAndGet();
    }

    void close() {
      closed.incrementAndGet();
    }

    void awaitClosed() {
      long start = System.nanoTime();
      while (opened.get() > closed.get()) {
        assertThat(System.nanoTime() - start).as("time to close").isLessThan(10_000_000_000L);
        Thread.onSpinWait();
      }
    }
  }

  /** Notes signals that must not be. */
  private static final class Watcher implements CoreSubscriber<Integer> {
    private volatile @Nullable Subscription subscription;
    private final AtomicInteger inSignal = new AtomicInteger();
    private volatile @Nullable String wrong;
    private volatile boolean ended;
    private volatile int received;
    volatile boolean cancelReturned;

    @Override
    public void onSubscribe(Subscription given) {
      if (subscription != null) {
        wrong = "a second subscription";
      }
      subscription = given;
    }

    Subscription awaitSubscription() {
      for (; ; ) {
        Subscription known = subscription;
        if (known != null) {
          return known;
        }
        Thread.onSpinWait();
      }
    }

    private void signal(String what, Runnable note) {
      if (ended) {
        wrong = what + " after a terminal signal";
      }
      if (inSignal.getAndIncrement() != 0) {
        wrong = what + " during another signal";
      }
      note.run();
      inSignal.decrementAndGet();
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // Signals must not overlap, which is checked.
    public void onNext(Integer element) {
      signal("onNext", () -> received++);
      if (received > 3) {
        wrong = "more elements than were requested";
      }
    }

    @Override
    public void onError(Throwable error) {
      signal("onError " + error, () -> ended = true);
    }

    @Override
    public void onComplete() {
      signal("onComplete", () -> ended = true);
    }

    void check() {
      assertThat(wrong).isNull();
    }
  }
}

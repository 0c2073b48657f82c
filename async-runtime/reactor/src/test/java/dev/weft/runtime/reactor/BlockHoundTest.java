package dev.weft.runtime.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncEvent;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncGenerator;
import dev.weft.runtime.AsyncIo;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.Channel;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;

/** Blocking on the event loop is found; what the runtime itself parks is not. */
class BlockHoundTest {

  @BeforeAll
  static void install() {
    BlockHound.install();
  }

  /** Something of the JDK that blocks. */
  enum Blocker {
    SLEEP {
      @Override
      void block() throws Exception {
        Thread.sleep(1);
      }
    },
    FUTURE {
      @Override
      void block() throws Exception {
        new CompletableFuture<>().get(1, TimeUnit.SECONDS);
      }
    },
    LATCH {
      @Override
      void block() throws Exception {
        if (new CountDownLatch(1).await(1, TimeUnit.SECONDS)) {
          throw new IllegalStateException("nobody counts down");
        }
      }
    },
    FILE {
      @Override
      void block() throws Exception {
        Path file = Files.createTempFile("weft", ".txt");
        try (FileInputStream in = new FileInputStream(file.toFile())) {
          in.readAllBytes();
        } finally {
          Files.delete(file);
        }
      }
    },
    MONO {
      @Override
      void block() {
        Mono.never().block(Duration.ofSeconds(1));
      }
    };

    abstract void block() throws Exception;
  }

  private static List<Arguments> blockersOnLoops() {
    List<Arguments> all = new ArrayList<>();
    for (Blocker blocker : Blocker.values()) {
      all.add(Arguments.of(blocker, Backend.EVENT_LOOP_MOUNTED));
      all.add(Arguments.of(blocker, Backend.EVENT_LOOP_BATON));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("blockersOnLoops")
  void blockingInATaskOfAnEventLoopIsFound(Blocker blocker, Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      assertThatThrownBy(() -> runtime.blockOn(blocker::block))
          .isInstanceOf(AsyncException.Panic.class)
          .hasCauseInstanceOf(BlockingOperationError.class);
    }
  }

  @OnEachBackend
  void theRuntimesOwnWaitsAreNoFalseAlarm(Backend backend) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      int sum =
          runtime.<Integer>blockOn(() -> {
            Async.sleep(Duration.ofMillis(2));
            Async.yieldNow();
            Channel<Integer> channel = Channel.rendezvous();
            AsyncEvent event = AsyncEvent.create();
            var sender =
                Async.spawn(() -> {
                  channel.send(20);
                  event.set();
                });
            int received = channel.receive();
            event.await();
            sender.await();
            try (var numbers = AsyncGenerator.<Integer, @Nullable Void>of(out -> out.emit(1))) {
              numbers.next();
            }
            AsyncIo.call(() -> {
              Thread.sleep(1);
              return 0;
            });
            int blocking =
                Async.spawnBlocking(
                        () -> {
                          Thread.sleep(1);
                          return 2;
                        })
                    .await();
            return received
                + blocking
                + ReactorBridges.await(Mono.just(20).delayElement(Duration.ofMillis(2)));
          });
      assertThat(sum).isEqualTo(42);
    }
  }

  @Test
  void tasksOnVirtualThreadsMayBlock() {
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      runtime.blockOn(() -> {
        Thread.sleep(1);
      });
    }
  }
}

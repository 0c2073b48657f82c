package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.forever;
import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

class TaskGroupTest {

  @EachBackend
  void aGroupAwaitsItsTasksAndReturnsTheBodysValue(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      AtomicInteger ended = new AtomicInteger();
      String value =
          runtime.blockOn(() -> {
            String result =
                Async.group(group -> {
                  for (int i = 0; i < 5; i++) {
                    group.spawn(() -> {
                      Async.sleep(millis(1));
                      ended.incrementAndGet();
                    });
                  }
                  return "value";
                });
            assertThat(ended).hasValue(5);
            return result;
          });
      assertThat(value).isEqualTo("value");
    }
  }

  @EachBackend
  void aFailureCancelsSiblingsAndTheBody(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      runtime.blockOn(() -> {
        Throwable error =
            catchThrowable(() ->
                Async.group(group -> {
                  group.spawn(() -> {
                    try {
                      Async.sleep(forever());
                    } finally {
                      steps.add("sibling cancelled");
                    }
                  });
                  group.spawn(
                      "bad",
                      () -> {
                        Async.sleep(millis(5));
                        throw new IOException("x");
                      });
                  Async.sleep(forever());
                }));
        assertThat(error)
            .isInstanceOf(AsyncException.Join.class)
            .hasMessageContaining("'bad'")
            .hasCauseInstanceOf(IOException.class);
        assertThat(Async.currentTask().orElseThrow().cancelRequests()).isZero();
        Async.sleep(millis(1));
      });
      steps.assertTaken("sibling cancelled");
    }
  }

  @EachBackend
  void furtherFailuresAreSuppressedUnderTheFirst(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Throwable error =
            catchThrowable(() ->
                Async.group(group -> {
                  group.spawn(
                      "second",
                      () -> {
                        try {
                          Async.sleep(forever());
                        } finally {
                          throwing("second");
                        }
                      });
                  group.spawn(
                      "first",
                      () -> {
                        Async.sleep(millis(3));
                        throwing("first");
                      });
                }));
        assertThat(error).hasMessageContaining("'first'");
        assertThat(error.getSuppressed()).hasSize(1);
        assertThat(error.getSuppressed()[0]).hasMessageContaining("'second'");
      });
    }
  }

  private static void throwing(String what) throws IOException {
    throw new IOException(what);
  }

  @EachBackend
  void theBodysOwnFailureCancelsTheTasks(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      runtime.blockOn(() ->
          assertThatThrownBy(() ->
                  Async.group(group -> {
                    group.spawn(() -> {
                      try {
                        Async.sleep(forever());
                      } finally {
                        steps.add("cancelled");
                      }
                    });
                    Async.sleep(millis(3));
                    throwing("body");
                  }))
              .isInstanceOf(IOException.class)
              .hasMessage("body"));
      steps.assertTaken("cancelled");
    }
  }

  @EachBackend
  void aBodyThatFailsAfterAnAbortLeavesTheCleanupAlone(Backend backend) {
    Steps steps = new Steps();
    Steps.run(
        backend,
        () -> {
          AsyncEvent started = AsyncEvent.create();
          assertThatThrownBy(() ->
                  Async.group((TaskGroup group) -> {
                    group.spawn(() -> {
                      try {
                        started.set();
                        Async.sleep(Runtimes.forever());
                      } finally {
                        Async.sleep(Runtimes.millis(5));
                        steps.add("cleaned up");
                      }
                    });
                    started.await();
                    Async.yieldNow();
                    group.abort();
                    Async.yieldNow();
                    throw new IllegalStateException("broken");
                  }))
              .hasMessage("broken");
          steps.assertTaken("cleaned up");
        });
  }

  @EachBackend
  void aCancelledOwnerCancelsTheGroup(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      runtime.blockOn(() -> {
        TaskHandle<?> owner =
            Async.spawn(() -> {
              Async.group(group -> {
                group.spawn(() -> {
                  try {
                    Async.sleep(forever());
                  } finally {
                    steps.add("member cancelled");
                  }
                });
              });
            });
        Async.sleep(millis(5));
        owner.abort("outer");
        assertThatThrownBy(owner::await).hasMessageContaining("cancelled: outer");
      });
      steps.assertTaken("member cancelled");
    }
  }

  @EachBackend
  void anEndedGroupStartsNothing(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskGroup[] leaked = new TaskGroup[1];
        Async.group(group -> {
          leaked[0] = group;
        });
        assertThatThrownBy(() -> leaked[0].spawn(() -> {}))
            .isInstanceOf(AsyncException.Spawn.class);
      });
    }
  }

  @EachBackend
  void aHundredThousandTasksFitInAGroup(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      AtomicInteger ran = new AtomicInteger();
      runtime.blockOn(() -> {
        Async.group(group -> {
          for (int i = 0; i < 100_000; i++) {
            group.spawn(() -> {
              Async.yieldNow();
              ran.incrementAndGet();
            });
          }
        });
      });
      assertThat(ran).hasValue(100_000);
    }
  }
}

package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generators as they are in a JVM without the flag. */
@Timeout(30)
class ThreadCoroutineTest {
  private final Steps steps = new Steps();

  private static AsyncGenerator<Integer, @Nullable String> generator(
      AsyncGenerator.Body<Integer, @Nullable String> body) {
    return new StepGenerator<>(body, true, ThreadCoroutine::new);
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP_BATON"})
  void bodySuspendsIsSentToAndIsClosed(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncGenerator<Integer, @Nullable String> echo =
              generator(out -> {
                try {
                  for (int i = 0; ; i++) {
                    Async.yieldNow();
                    steps.add(String.valueOf(out.emit(i)));
                  }
                } finally {
                  Async.sleep(millis(1));
                  steps.add("cleaned");
                }
              });
          assertThat(echo.next()).isZero();
          assertThat(echo.send("a")).isEqualTo(1);
          assertThat(Async.spawn(() -> echo.send("b")).await()).isEqualTo(2);
          echo.close();
        });
    steps.assertTaken("a", "b", "cleaned");
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP_BATON"})
  void abortReachesTheBodyWhereItWaits(Backend backend) {
    Steps.run(
        backend,
        () -> {
          AsyncEvent never = AsyncEvent.create();
          TaskHandle<Integer> task =
              Async.spawn(() ->
                  generator(
                          out -> {
                            try {
                              never.await();
                            } finally {
                              steps.add("cleaned");
                            }
                          })
                      .next());
          Async.sleep(millis(5));
          task.abort();
          Steps.settle(List.of(task));
          assertThat(task.outcome()).get().isInstanceOf(Outcome.Cancelled.class);
        });
    steps.assertTaken("cleaned");
  }

  @Test
  void plainThreadIsInterruptedInTheBody() throws InterruptedException {
    StickyEvent never = new StickyEvent();
    AtomicReference<String> seen = new AtomicReference<>("");
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                generator(out -> never.await()).next();
              } catch (CancellationError e) {
                seen.set("cancelled, interrupted " + Thread.currentThread().isInterrupted());
              }
            });
    Awaitility.await().until(() -> never.waiting() == 1);
    thread.interrupt();
    thread.join();
    assertThat(seen.get()).isEqualTo("cancelled, interrupted true");
  }

  @Test
  void emitElsewhereIsRefused() {
    assertThatThrownBy(() -> generator(out -> generator(inner -> out.emit(1)).next()).next())
        .isInstanceOf(AsyncException.Runtime.class)
        .hasMessageContaining("outside the generator's body");
  }
}

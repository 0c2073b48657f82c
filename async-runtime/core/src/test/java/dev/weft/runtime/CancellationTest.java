package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.forever;
import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CancellationTest {

  @EachBackend
  void abortEndsALongSleeper(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<?> sleeper = Async.spawn("sleeper", () -> Async.sleep(forever()));
        Async.sleep(millis(2));
        assertThat(sleeper.isFinished()).isFalse();
        assertThat(sleeper.abort("enough")).isTrue();
        AsyncException.Join error = catchThrowableOfType(AsyncException.Join.class, sleeper::await);
        assertThat(error)
            .hasMessage("task 'sleeper' was cancelled: enough")
            .hasCauseInstanceOf(CancellationError.class);
        assertThat(error.isCancelled()).isTrue();
        assertThat(sleeper.outcome()).get().isInstanceOf(Outcome.Cancelled.class);
        assertThat(sleeper.abort()).isFalse();
      });
    }
  }

  @EachLoop
  void aTaskCancelledBeforeItStartsNeverRunsItsBody(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      AtomicBoolean ran = new AtomicBoolean();
      runtime.blockOn(() -> {
        TaskHandle<?> task = Async.spawn(() -> ran.set(true));
        task.abort();
        assertThatThrownBy(task::await).isInstanceOf(AsyncException.Join.class);
      });
      assertThat(ran).isFalse();
    }
  }

  @EachBackend
  void catchingExceptionsDoesNotSwallowACancellation(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      runtime.blockOn(() -> {
        TaskHandle<?> task =
            Async.spawn(() -> {
              try {
                Async.sleep(forever());
              } catch (Exception e) {
                steps.add("swallowed");
              } finally {
                steps.add("finally");
              }
            });
        Async.sleep(millis(2));
        task.abort();
      });
      steps.assertTaken("finally");
    }
  }

  @EachBackend
  void aSwallowedCancellationStaysVisible(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<String> task =
            Async.spawn(() -> {
              try {
                Async.sleep(forever());
              } catch (CancellationError e) {
                assertThat(e.reason()).isEqualTo(42);
              }
              Async.sleep(millis(1));
              return "refused";
            });
        Async.sleep(millis(2));
        task.abort(42);
        assertThat(task.await()).isEqualTo("refused");
        assertThat(task.cancelRequests()).isOne();
        assertThat(task.uncancel()).isZero();
        assertThat(task.uncancel()).isZero();
      });
    }
  }

  @EachBackend
  void cancellingTheAwaiterLeavesTheAwaitedAlone(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<String> awaited =
            Async.spawn(() -> {
              Async.sleep(millis(20));
              return "done";
            });
        TaskHandle<String> awaiter = Async.spawn(awaited::await);
        Async.sleep(millis(2));
        awaiter.abort();
        assertThatThrownBy(awaiter::await).isInstanceOf(AsyncException.Join.class);
        assertThat(awaited.await()).isEqualTo("done");
      });
    }
  }

  @EachBackend
  void checkCancelledStopsAComputation(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<?> self = Async.currentTask().orElseThrow();
        Async.checkCancelled();
        self.abort("stop");
        assertThatThrownBy(Async::checkCancelled)
            .isInstanceOf(CancellationError.class)
            .hasMessage("stop");
        self.uncancel();
      });
    }
  }

  @Test
  void aVirtualThreadInABlockingCallIsInterrupted() {
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      runtime.blockOn(() -> {
        TaskHandle<?> sleeper = Async.spawn(() -> Thread.sleep(forever()));
        Async.sleep(millis(5));
        sleeper.abort();
        AsyncException.Join error = catchThrowableOfType(AsyncException.Join.class, sleeper::await);
        assertThat(error.isCancelled()).isTrue();
      });
    }
  }

  @EachBackend
  void aForeignInterruptIsACancellationAndTheFlagIsRestored(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Async.sleep(forever()))
            .isInstanceOf(CancellationError.class)
            .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        Async.sleep(millis(1));
      });
    }
  }

  @EachBackend
  void aTimeoutThatIsMetReturnsTheValue(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      String value =
          runtime.blockOn(() ->
              Async.timeout(
                  Duration.ofMinutes(1),
                  () -> {
                    Async.sleep(millis(1));
                    return "in time";
                  }));
      assertThat(value).isEqualTo("in time");
    }
  }

  @EachBackend
  void aTimeoutCancelsItsBodyAndAwaitsTheCleanup(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      Steps steps = new Steps();
      runtime.blockOn(() -> {
        AsyncException.Timeout error =
            catchThrowableOfType(
                AsyncException.Timeout.class,
                () ->
                    Async.timeout(
                        millis(5),
                        () -> {
                          try {
                            Async.sleep(forever());
                          } finally {
                            Async.sleep(millis(5));
                            steps.add("cleaned");
                          }
                        }));
        steps.add("timed out");
        assertThat(error.duration()).isEqualTo(millis(5));
        assertThat(error).hasMessageContaining("5ms");
        // The request was taken back: the task goes on as if nothing had been.
        assertThat(Async.currentTask().orElseThrow().cancelRequests()).isZero();
        Async.sleep(millis(1));
      });
      steps.assertTaken("cleaned", "timed out");
    }
  }

  @Test
  @Timeout(30)
  void aTimeoutOverABlockingCallOnAVirtualThreadIsATimeout() {
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      runtime.blockOn(() -> {
        AsyncException.Timeout slept =
            catchThrowableOfType(
                AsyncException.Timeout.class,
                () -> Async.timeout(millis(5), () -> Thread.sleep(forever())));
        assertThat(slept).hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();

        Pipe pipe = Pipe.open();
        try (Pipe.SinkChannel sink = pipe.sink();
            Pipe.SourceChannel source = pipe.source()) {
          AsyncException.Timeout read =
              catchThrowableOfType(
                  AsyncException.Timeout.class,
                  () ->
                      Async.<Integer, IOException>timeout(
                          millis(5), () -> source.read(ByteBuffer.allocate(1))));
          assertThat(read).hasCauseInstanceOf(ClosedByInterruptException.class);
          assertThat(sink.isOpen()).isTrue();
        }
        Async.sleep(millis(1));
      });
    }
  }

  @Test
  @Timeout(30)
  void abortOfATaskInABlockingCallCancelsItWhateverTheCallThrows() throws IOException {
    Pipe pipe = Pipe.open();
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads();
        Pipe.SinkChannel sink = pipe.sink();
        Pipe.SourceChannel source = pipe.source()) {
      TaskHandle<Integer> reader = runtime.spawn(() -> source.read(ByteBuffer.allocate(1)));
      runtime.blockOn(() -> Async.sleep(millis(5)));
      reader.abort("enough");
      assertThatThrownBy(reader::await)
          .isInstanceOfSatisfying(
              AsyncException.Join.class, e -> assertThat(e.isCancelled()).isTrue());
      assertThat(sink.isOpen()).isTrue();
    }
  }

  @EachBackend
  void zeroAndNegativeTimeoutsExpireAtTheFirstSuspension(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        for (Duration limit : new Duration[] {Duration.ZERO, Duration.ofSeconds(-5)}) {
          assertThatThrownBy(() -> Async.timeout(limit, () -> Async.sleep(forever())))
              .isInstanceOf(AsyncException.Timeout.class);
          assertThat(Async.<Integer, RuntimeException>timeout(limit, () -> 1)).isOne();
        }
        assertThat(Async.currentTask().orElseThrow().cancelRequests()).isZero();
        Async.sleep(millis(1));
      });
    }
  }

  @EachBackend
  void theTighterOfNestedTimeoutsWins(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        AsyncException.Timeout inner =
            catchThrowableOfType(
                AsyncException.Timeout.class,
                () ->
                    Async.timeout(
                        forever(), () -> Async.timeout(millis(3), () -> Async.sleep(forever()))));
        assertThat(inner.duration()).isEqualTo(millis(3));
        AsyncException.Timeout outer =
            catchThrowableOfType(
                AsyncException.Timeout.class,
                () ->
                    Async.timeout(
                        millis(3), () -> Async.timeout(forever(), () -> Async.sleep(forever()))));
        assertThat(outer.duration()).isEqualTo(millis(3));
      });
    }
  }

  @EachBackend
  void aCancellationFromOutsideIsNotTakenForTheTimeout(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        TaskHandle<?> task =
            Async.spawn(() -> Async.timeout(forever(), () -> Async.sleep(forever())));
        Async.sleep(millis(2));
        task.abort("from outside");
        assertThatThrownBy(task::await)
            .isInstanceOf(AsyncException.Join.class)
            .hasMessageContaining("from outside")
            .hasCauseInstanceOf(CancellationError.class);
      });
    }
  }
}

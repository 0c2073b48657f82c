package dev.weft.python.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.wasm.ChicoryException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The split loop can be stopped as the whole one can. */
class InterruptionTest {
  private static final long STACK_BYTES = 64L << 20;
  private static final String PROGRAM =
      """
      import sys
      print("looping", file=sys.__stdout__, flush=True)
      while True:
        pass
      """;

  @Test
  void endlessLoopEndsWhenItsThreadIsInterrupted() throws InterruptedException {
    CountDownLatch looping = new CountDownLatch(1);
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try (Guest guest = Guest.split(onWrite(looping))) {
                guest.run(PROGRAM);
              } catch (ChicoryException e) {
                end.set(e);
              }
            },
            "looping",
            STACK_BYTES);
    thread.start();
    looping.await();
    thread.interrupt();
    thread.join(Duration.ofMinutes(1));
    assertThat(thread.isAlive()).isFalse();
    assertThat(end.get()).hasMessageContaining("interrupted");
  }

  private static OutputStream onWrite(CountDownLatch written) {
    return new OutputStream() {
      @Override
      public void write(int any) {
        written.countDown();
      }
    };
  }
}

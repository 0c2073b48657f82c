package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncIoTest {
  @TempDir private Path directory;

  @EachBackend
  void otherTasksRunWhileAStreamIsRead(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend);
        PipedOutputStream out = new PipedOutputStream();
        InputStream in = new PipedInputStream(out)) {
      Steps steps = new Steps();
      runtime.blockOn(() -> {
        TaskHandle<?> reader =
            Async.spawn(() -> {
              steps.add("reads");
              int read = AsyncIo.call(() -> in.read());
              steps.add("got " + (char) read);
            });
        Async.sleep(millis(2));
        steps.add("writes");
        AsyncIo.call(() -> {
          out.write('x');
          out.flush();
        });
        reader.await();
      });
      steps.assertTaken("reads", "writes", "got x");
    }
  }

  @EachBackend
  void callGoesToTheExecutorItIsGiven(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      String name =
          runtime.blockOn(() ->
              AsyncIo.<String, RuntimeException>call(
                  work -> Thread.ofPlatform().name("of mine").start(work),
                  () -> Thread.currentThread().getName()));
      assertThat(name).isEqualTo("of mine");
    }
  }

  @Test
  void executorThatRefusesDoesNotHoldTheClock() {
    VirtualClock clock = VirtualClock.automatic();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().backend(Backend.EVENT_LOOP).clock(clock).build()) {
      runtime.blockOn(() -> {
        assertThatThrownBy(() ->
                AsyncIo.<Object, RuntimeException>call(
                    work -> {
                      throw new RejectedExecutionException("full");
                    },
                    () -> "never"))
            .isInstanceOf(RejectedExecutionException.class);
        Async.sleep(Duration.ofHours(1));
      });
      assertThat(runtime.now()).isEqualTo(Duration.ofHours(1));
    }
  }

  @EachBackend
  void tasksServeEachOtherOverSockets(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend);
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      runtime.blockOn(() -> {
        Async.spawn(() -> {
          for (int i = 0; i < 20; i++) {
            Socket socket = AsyncIo.call(() -> server.accept());
            Async.spawn(() -> {
              try (socket) {
                byte[] line = AsyncIo.call(() -> socket.getInputStream().readAllBytes());
                AsyncIo.call(() -> socket.getOutputStream().write(line));
              }
            });
          }
        });
        for (int i = 0; i < 20; i++) {
          String line = "client " + i;
          Async.spawn(() -> assertThat(echo(server, line)).isEqualTo(line));
        }
      });
    }
  }

  private static String echo(ServerSocket server, String line) throws IOException {
    try (Socket socket =
        AsyncIo.call(() -> new Socket(server.getInetAddress(), server.getLocalPort()))) {
      OutputStream out = socket.getOutputStream();
      AsyncIo.call(() -> out.write(line.getBytes(StandardCharsets.UTF_8)));
      socket.shutdownOutput();
      return new String(
          AsyncIo.call(() -> socket.getInputStream().readAllBytes()), StandardCharsets.UTF_8);
    }
  }

  @EachBackend
  void aCancelledCallIsInterruptedAndNotWaitedFor(Backend backend) throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        TaskHandle<?> caller =
            Async.spawn(() ->
                AsyncIo.call(() -> {
                  begun.countDown();
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                }));
        AsyncIo.call(() -> {
          begun.await();
        });
        caller.abort();
        Steps.settle(caller);
        assertThat(caller.outcome()).get().isInstanceOf(Outcome.Cancelled.class);
      });
      interrupted.await();
    }
  }

  @EachBackend
  void anErrorOfTheCallHasTheTasksStackBelowIt(Backend backend) {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() ->
          assertThatThrownBy(this::failingRead)
              .isInstanceOf(IOException.class)
              .hasMessage("no disk")
              .satisfies(e ->
                  assertThat(e.getStackTrace())
                      .extracting(StackTraceElement::getMethodName)
                      .containsSubsequence("brokenRead", "call", "failingRead")));
    }
  }

  private void failingRead() throws IOException {
    AsyncIo.call(() -> brokenRead());
  }

  private static int brokenRead() throws IOException {
    throw new IOException("no disk");
  }

  @EachBackend
  void filesAreWrittenAndRead(Backend backend) throws Exception {
    Path file = directory.resolve("file.txt");
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        AsyncIo.writeString(file, "grüße");
        AsyncIo.writeString(file, "\n", StandardOpenOption.APPEND);
        assertThat(AsyncIo.readString(file)).isEqualTo("grüße\n");
        AsyncIo.writeBytes(file, new byte[] {1, 2, 3});
        assertThat(AsyncIo.readBytes(file)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> AsyncIo.readString(directory.resolve("absent")))
            .isInstanceOf(NoSuchFileException.class);
      });
    }
    assertThat(AsyncIo.readBytes(file)).containsExactly(1, 2, 3);
  }

  @EachBackend
  void virtualTimeStandsStillDuringACall(Backend backend) {
    VirtualClock clock = VirtualClock.automatic();
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).clock(clock).build()) {
      Steps steps = new Steps();
      CountDownLatch release = new CountDownLatch(1);
      runtime.blockOn(() -> {
        Async.spawn(() -> {
          Async.sleep(Duration.ofDays(1));
          steps.add("slept");
        });
        Thread.ofPlatform().start(release::countDown);
        Async.timeout(Duration.ofHours(1), () -> AsyncIo.call(() -> release.await()));
        steps.add("called at " + runtime.now());
      });
      steps.assertTaken("called at PT0S", "slept");
    }
  }

  @EachBackend
  void aProcessIsAwaited(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        AsyncIo.ProcessResult result =
            AsyncIo.run(new ProcessBuilder("sh", "-c", "echo out; echo err >&2; exit 3"));
        assertThat(result).isEqualTo(new AsyncIo.ProcessResult(3, "out\n", "err\n"));
        assertThat(AsyncIo.exitOf(new ProcessBuilder("true").start())).isZero();
        assertThatThrownBy(() -> AsyncIo.run(new ProcessBuilder("/no/such/program")))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("/no/such/program");
      });
    }
  }

  @EachBackend
  void aProcessThatWritesMuchIsReadToItsEnd(Backend backend) throws Exception {
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() -> {
        AsyncIo.ProcessResult result =
            AsyncIo.run(
                new ProcessBuilder(
                    "sh",
                    "-c",
                    "i=0; while [ $i -lt 3000 ]; do echo $i-----------------------; echo $i=========================== >&2; i=$((i+1)); done"));
        assertThat(result.output().lines()).hasSize(3000);
        assertThat(result.errors().lines()).hasSize(3000);
      });
    }
  }

  @EachBackend
  void aProcessIsKilledWithItsTask(Backend backend) throws Exception {
    Process process = new ProcessBuilder("sleep", "100").start();
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() ->
          assertThatThrownBy(() -> Async.timeout(millis(20), () -> AsyncIo.exitOf(process)))
              .isInstanceOf(AsyncException.Timeout.class));
      assertThat(process.isAlive()).isFalse();
    }
  }

  @EachBackend
  void aProcessThatDoesNotEndByItselfIsForcedTo(Backend backend) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.05; done")
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo("ready");
    try (AsyncRuntime runtime = Runtimes.of(backend)) {
      runtime.blockOn(() ->
          assertThatThrownBy(() -> Async.timeout(millis(5), () -> AsyncIo.exitOf(process)))
              .isInstanceOf(AsyncException.Timeout.class));
      await().until(() -> !process.isAlive());
    }
  }

  @Test
  void aPlainThreadMakesTheCallItself() throws Exception {
    Thread here = Thread.currentThread();
    assertThat(AsyncIo.call(() -> Thread.currentThread())).isSameAs(here);
    assertThat(AsyncIo.exitOf(new ProcessBuilder("true").start())).isZero();
  }
}

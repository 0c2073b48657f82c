package dev.weft.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the corpus cannot show, since it runs in simulated time: sockets, threads, signals. */
class RealTimeTest {
  private static <T> T run(Fn0<T> body) {
    return Asyncio.run(Coroutine.of(body), null);
  }

  @Test
  void connectionOverSocketsCarriesLinesBothWays() {
    String answer =
        run(() -> {
          StreamServer server =
              StreamServer.start(
                  (reader, writer) ->
                      Coroutine.of(() -> {
                        writer.write(reader.readLine().upper());
                        writer.drain();
                        writer.close();
                      }),
                  "127.0.0.1",
                  0);
          Tuple2<StreamReader, StreamWriter> connection =
              StreamServer.connect("127.0.0.1", server.name().second());
          connection.second().write(Bytes.of("hello\n"));
          String line = connection.first().read(-1).decode("utf-8");
          connection.second().close();
          connection.second().awaitClosed();
          server.close();
          return line;
        });

    assertThat(answer).isEqualTo("HELLO\n");
  }

  @Test
  void refusedConnectionIsAnErrorWithItsNumber() {
    long port =
        run(() -> {
          StreamServer server =
              StreamServer.start((reader, writer) -> "never called", "127.0.0.1", 0);
          server.close();
          return server.name().second();
        });

    assertThatThrownBy(() -> run(() -> StreamServer.connect("127.0.0.1", port)))
        .isInstanceOf(Errors.ConnectionRefusedError.class)
        .hasMessageContaining("111");
  }

  @Test
  void processTellsItsOutputAndItsCode() {
    String told =
        run(() -> {
          Subprocess process =
              Subprocess.shell(
                  "cat; echo done; exit 5", Subprocess.PIPE, Subprocess.PIPE, null, null, null);
          Tuple2<Bytes, Bytes> both = process.communicate(Bytes.of("fed "));
          return both.first().decode("utf-8") + process.code();
        });

    assertThat(told).isEqualTo("fed done\n5");
  }

  /** As a process does that was started in the background of a script. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line ->
            (Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16) & 2) != 0);
  }

  @Test
  void interruptCancelsTheMainTaskAndBecomesKeyboardInterrupt() throws IOException {
    assumeFalse(ignoresInterrupts(), "this process ignores SIGINT, and so does CPython then");
    List<String> seen = new PyList<>();

    assertThatThrownBy(() ->
            run(() -> {
              Loop.running()
                  .callSoon(() -> {
                    SignalModule.raise(2L);
                    return null;
                  });
              try {
                Asyncio.sleep(30);
              } catch (dev.weft.runtime.CancellationError e) {
                seen.add("cancelled");
                throw e;
              }
              return "slept";
            }))
        .isInstanceOf(Errors.KeyboardInterrupt.class);
    assertThat(seen).containsExactly("cancelled");
  }

  @Test
  void threadsHandTheirResultsToTheLoop() {
    Long sum =
        run(() -> {
          Future<Long> one = Asyncio.inThread(() -> 20L);
          Future<Long> two = Asyncio.inThread(() -> 22L);
          return one.await() + two.await();
        });

    assertThat(sum).isEqualTo(42);
  }

  @Test
  void contextOfATaskIsACopyOfItsMakers() {
    ContextVar<String> user = ContextVar.of("user", "nobody");

    String seen =
        run(() -> {
          user.set("maker");
          Task<String> task =
              Asyncio.createTask(
                  Coroutine.of(() -> {
                    String before = user.get();
                    user.set("task");
                    return before;
                  }),
                  null);
          return task.await() + " " + user.get();
        });

    assertThat(seen).isEqualTo("maker maker");
    assertThat(user.get()).isEqualTo("nobody");
  }
}

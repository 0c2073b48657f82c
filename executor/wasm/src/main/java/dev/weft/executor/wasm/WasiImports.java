package dev.weft.executor.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TrapException;
import dev.weft.executor.wasm.WasiFunctions.Arguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a WASI guest imports: preview 1, complete in names, with those parts that a guest can be
 * granted. Nothing that a guest passes in makes the host take memory or time without bound.
 *
 * @see <a href="https://github.com/WebAssembly/WASI/blob/v0.2.1/legacy/preview1/docs.md">WASI
 *     preview 1</a>
 */
final class WasiImports {
  private static final int REALTIME = 0;
  private static final int MONOTONIC = 1;
  private static final int RANDOM_STEP = 4096;

  private final List<byte[]> arguments;
  private final List<byte[]> variables;
  private final GuestClock clock;
  private final RandomGenerator random;
  private final Descriptors descriptors = new Descriptors();
  private final WasiFunctions functions = new WasiFunctions();

  WasiImports(
      ConfinedGuest guest,
      Grants grants,
      GuestClock clock,
      List<String> arguments,
      GuestStreams streams) {
    this.arguments = arguments.stream().map(WasiImports::terminated).toList();
    this.variables =
        grants.variables().entrySet().stream()
            .map(entry -> terminated(entry.getKey() + "=" + entry.getValue()))
            .toList();
    this.clock = clock;
    this.random = grants.random();
    try {
      descriptors.add(new Descriptor.Input(streams.stdin()));
      descriptors.add(new Descriptor.Output(streams.stdout()));
      descriptors.add(new Descriptor.Output(streams.stderr()));
      for (Map.Entry<String, Grants.Directory> each : grants.directories().entrySet()) {
        descriptors.add(
            new Descriptor.Directory(
                GrantedDirectory.of(each.getValue()), List.of(), each.getKey()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a granted directory cannot be opened: " + e.getMessage(), e);
    } catch (Errno.Failure e) {
      throw new IllegalArgumentException(
          "%d directories are granted; grant less than 250".formatted(grants.directories().size()),
          e);
    }
    addProcess();
    new WasiFiles(descriptors, guest).addTo(functions);
    new WasiPaths(descriptors, guest).addTo(functions);
  }

  private static byte[] terminated(String text) {
    return (text + "\0").getBytes(UTF_8);
  }

  List<HostFunction> functions() {
    return functions.all();
  }

  void close() {
    descriptors.closeAll();
  }

  private void addProcess() {
    functions.add("args_get", "ii", (memory, in) -> strings(memory, in, arguments));
    functions.add("args_sizes_get", "ii", (memory, in) -> sizes(memory, in, arguments));
    functions.add("environ_get", "ii", (memory, in) -> strings(memory, in, variables));
    functions.add("environ_sizes_get", "ii", (memory, in) -> sizes(memory, in, variables));
    functions.add("clock_res_get", "ii", this::clockResolution);
    functions.add("clock_time_get", "ili", this::clockTime);
    functions.add("random_get", "ii", this::randomBytes);
    functions.add("sched_yield", "", (memory, in) -> Errno.SUCCESS);
    functions.add("poll_oneoff", "iiii", new WasiPoll(descriptors, this::now, clock)::poll);
    functions.addEnd(
        "proc_exit",
        "i",
        (memory, in) -> {
          throw new Exit(in.number(0));
        });
    functions.add(
        "proc_raise",
        "i",
        (memory, in) -> {
          throw new TrapException("the guest raised signal " + in.number(0));
        });
    functions.add("sock_accept", "iii", (memory, in) -> Errno.NOTSUP);
    functions.add("sock_recv", "iiiiii", (memory, in) -> Errno.NOTSUP);
    functions.add("sock_send", "iiiii", (memory, in) -> Errno.NOTSUP);
    functions.add("sock_shutdown", "ii", (memory, in) -> Errno.NOTSUP);
  }

  private static int strings(Memory memory, Arguments in, List<byte[]> strings) {
    int pointer = in.number(0);
    int text = in.number(1);
    for (byte[] each : strings) {
      memory.writeI32(pointer, text);
      memory.write(text, each);
      pointer += 4;
      text += each.length;
    }
    return Errno.SUCCESS;
  }

  private static int sizes(Memory memory, Arguments in, List<byte[]> strings) {
    memory.writeI32(in.number(0), strings.size());
    memory.writeI32(in.number(1), strings.stream().mapToInt(each -> each.length).sum());
    return Errno.SUCCESS;
  }

  private int clockResolution(Memory memory, Arguments in) throws Errno.Failure {
    requireClock(in.number(0));
    memory.writeLong(in.number(1), 1_000);
    return Errno.SUCCESS;
  }

  private int clockTime(Memory memory, Arguments in) throws Errno.Failure {
    memory.writeLong(in.number(2), now(in.number(0)));
    return Errno.SUCCESS;
  }

  private static void requireClock(int id) throws Errno.Failure {
    if (id != REALTIME && id != MONOTONIC) {
      throw new Errno.Failure(Errno.NOTSUP);
    }
  }

  private long now(int id) throws Errno.Failure {
    requireClock(id);
    if (id == MONOTONIC) {
      return clock.nanos().getAsLong();
    }
    Instant instant = clock.wall().instant();
    return Duration.between(Instant.EPOCH, instant).toNanos();
  }

  private int randomBytes(Memory memory, Arguments in) throws Errno.Failure {
    int to = in.number(0);
    int left = in.number(1);
    if (left < 0) {
      throw new Errno.Failure(Errno.INVAL);
    }
    byte[] bytes = new byte[Math.min(left, RANDOM_STEP)];
    while (left > 0) {
      ConfinedGuest.checkStopped();
      random.nextBytes(bytes);
      int count = Math.min(left, bytes.length);
      memory.write(to, bytes, 0, count);
      to += count;
      left -= count;
    }
    return Errno.SUCCESS;
  }

  /** The guest ends itself. */
  static final class Exit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int code;

    Exit(int code) {
      super("exit code " + code, null, false, false);
      this.code = code;
    }
  }
}

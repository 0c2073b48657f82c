package dev.weft.executor.wasm;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** The imports of a WASI guest. */
final class WasiImports {
  private final WasiPreview1 wasi;

  WasiImports(
      ConfinedGuest guest, Grants grants, List<String> arguments, GuestStreams streams) {
    GuestClock clock = grants.clock();
    WasiOptions.Builder options =
        WasiOptions.builder()
            .withArguments(arguments)
            .withStdin(streams.stdin(), false)
            .withStdout(counted(streams.stdout(), guest), false)
            .withStderr(counted(streams.stderr(), guest), false)
            .withRandom(Random.from(grants.random()))
            .withClock(
                new Clock() {
                  @Override
                  public Instant instant() {
                    return clock.wall().instant();
                  }

                  @Override
                  public ZoneId getZone() {
                    return ZoneOffset.UTC;
                  }

                  @Override
                  public Clock withZone(ZoneId zone) {
                    return this;
                  }
                });
    grants.variables().forEach(options::withEnvironment);
    grants.directories().forEach((name, it) -> options.withDirectory(name, it.path()));
    wasi = WasiPreview1.builder().withOptions(options.build()).build();
  }

  private static OutputStream counted(OutputStream out, ConfinedGuest guest) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        guest.countOutput(1);
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        guest.countOutput(count);
        out.write(bytes, from, count);
      }
    };
  }

  List<HostFunction> functions() {
    return List.of(wasi.toHostFunctions());
  }

  void close() {
    wasi.close();
  }
}

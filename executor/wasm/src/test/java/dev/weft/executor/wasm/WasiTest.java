package dev.weft.executor.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.Parser;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls the imports as a guest would, one by one. */
class WasiTest {
  private static final int READ = 2;
  private static final int WRITE = 64;
  private static final int FOLLOW = 1;
  private static final int CREATE = 1;
  private static final int PATH = 1024;
  private static final int OTHER_PATH = 8192;
  private static final int RESULT = 64;
  private static final int BUFFER = 32_768;

  private static final Sandbox SANDBOX =
      Sandbox.of(GuestLimits.DEFAULT.withOutputBytes(100_000), Grants.none());

  @TempDir private Path top;
  private Path granted;

  @BeforeEach
  void layOut() throws IOException {
    granted = Files.createDirectories(top.resolve("granted"));
    Files.writeString(top.resolve("secret"), "hidden");
    Files.writeString(granted.resolve("open"), "shown");
    Files.createDirectories(granted.resolve("inner"));
    Files.writeString(granted.resolve("inner/deep"), "deep");
    Files.createSymbolicLink(granted.resolve("out"), top.resolve("secret"));
    Files.createSymbolicLink(granted.resolve("up"), Path.of("../secret"));
    Files.createSymbolicLink(granted.resolve("outer"), top);
    Files.createSymbolicLink(granted.resolve("inner/back"), Path.of("../open"));
    Files.createSymbolicLink(granted.resolve("loop"), Path.of("loop"));
  }

  /** A guest that does nothing but call imports. */
  private static final class Caller {
    private final Map<String, HostFunction> functions;
    private final Instance instance =
        Instance.builder(Parser.parse(Wat.compile("(module (memory 4))"))).build();
    private final Memory memory = instance.memory();

    Caller(Grants grants) {
      Guest guest =
          Sandbox.of(SANDBOX.limits(), grants).guest("caller", List.of("me"), GuestStreams.NONE);
      functions =
          guest.wasi().stream().collect(Collectors.toMap(HostFunction::name, Function.identity()));
    }

    int call(String name, long... arguments) {
      return (int)
          Objects.requireNonNull(functions.get(name)).handle().apply(instance, arguments)[0];
    }

    int open(String path, int how, long rights) {
      byte[] bytes = path.getBytes(UTF_8);
      memory.write(PATH, bytes);
      return call("path_open", 3, FOLLOW, PATH, bytes.length, how, rights, 0, 0, RESULT);
    }

    int onPath(String name, String path) {
      byte[] bytes = path.getBytes(UTF_8);
      memory.write(PATH, bytes);
      return call(name, 3, PATH, bytes.length);
    }

    int opened() {
      return memory.readInt(RESULT);
    }

    String read() {
      memory.writeI32(0, BUFFER);
      memory.writeI32(4, 1000);
      assertThat(call("fd_read", opened(), 0, 1, 8)).isZero();
      return new String(memory.readBytes(BUFFER, memory.readInt(8)), UTF_8);
    }

    int write(String text) {
      byte[] bytes = text.getBytes(UTF_8);
      memory.write(BUFFER, bytes);
      memory.writeI32(0, BUFFER);
      memory.writeI32(4, bytes.length);
      return call("fd_write", opened(), 0, 1, 8);
    }
  }

  private Caller reader() {
    return new Caller(Grants.none().readDirectory("/data", granted));
  }

  private Caller writer() {
    return new Caller(Grants.none().writeDirectory("/data", granted));
  }

  @Test
  void nothingIsThereUnlessGranted() {
    Caller caller = new Caller(Grants.none());
    assertThat(caller.call("fd_prestat_get", 3, 0)).isEqualTo(Errno.BADF);
    assertThat(caller.open("open", 0, READ)).isEqualTo(Errno.BADF);
    assertThat(caller.call("environ_sizes_get", 0, 4)).isZero();
    assertThat(caller.memory.readInt(0)).isZero();
    assertThat(caller.call("sock_accept", 3, 0, 0)).isEqualTo(Errno.NOTSUP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "./open", "inner/../open", "inner/back", "inner//../inner/back"})
  void grantedFilesAreRead(String path) {
    Caller caller = reader();
    assertThat(caller.open(path, 0, READ)).isZero();
    assertThat(caller.read()).isEqualTo("shown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret",
        "inner/../../secret",
        "/etc/passwd",
        "out",
        "up",
        "outer/secret",
        "outer",
        "inner/../outer/granted/open",
        "..",
        "inner/back/../../../secret"
      })
  void noPathLeadsOut(String path) {
    assertThat(reader().open(path, 0, READ)).isIn(Errno.NOTCAPABLE, Errno.NOTDIR);
    assertThat(writer().open(path, CREATE, WRITE)).isIn(Errno.NOTCAPABLE, Errno.NOTDIR);
    for (String change :
        List.of("path_create_directory", "path_remove_directory", "path_unlink_file")) {
      if (!List.of("out", "up", "outer").contains(path)) {
        assertThat(writer().onPath(change, path)).isIn(Errno.NOTCAPABLE, Errno.NOTDIR);
      }
    }
    assertThat(top.resolve("secret")).hasContent("hidden");
  }

  @Test
  void directoryOpenedBelowDoesNotLeadOutEither() {
    Caller caller = reader();
    assertThat(caller.open("inner", 2, READ)).isZero();
    int inner = caller.opened();
    byte[] path = "../../secret".getBytes(UTF_8);
    caller.memory.write(PATH, path);
    assertThat(caller.call("path_open", inner, FOLLOW, PATH, path.length, 0, READ, 0, 0, RESULT))
        .isEqualTo(Errno.NOTCAPABLE);
    path = "../open".getBytes(UTF_8);
    caller.memory.write(PATH, path);
    assertThat(caller.call("path_open", inner, FOLLOW, PATH, path.length, 0, READ, 0, 0, RESULT))
        .isZero();
  }

  @Test
  void linksWithoutEndAndPathsWithoutEndAreRefused() {
    Caller caller = reader();
    assertThat(caller.open("loop", 0, READ)).isEqualTo(Errno.LOOP);
    assertThat(caller.call("path_open", 3, 0, PATH, 5000, 0, READ, 0, 0, RESULT))
        .isEqualTo(Errno.NAMETOOLONG);
    assertThat(caller.call("path_open", 3, 0, PATH, -1, 0, READ, 0, 0, RESULT))
        .isEqualTo(Errno.NAMETOOLONG);
    assertThat(caller.open("a\0b", 0, READ)).isEqualTo(Errno.INVAL);
  }

  @Test
  void whatIsGrantedForReadingIsNotChanged() {
    Caller caller = reader();
    assertThat(caller.open("open", 0, READ | WRITE)).isEqualTo(Errno.ROFS);
    assertThat(caller.open("new", CREATE, READ)).isEqualTo(Errno.ROFS);
    assertThat(caller.open("open", 8, READ)).isEqualTo(Errno.ROFS);
    assertThat(caller.onPath("path_create_directory", "d")).isEqualTo(Errno.ROFS);
    assertThat(caller.onPath("path_remove_directory", "inner")).isEqualTo(Errno.ROFS);
    assertThat(caller.onPath("path_unlink_file", "open")).isEqualTo(Errno.ROFS);
    assertThat(caller.open("open", 0, READ)).isZero();
    assertThat(caller.write("x")).isEqualTo(Errno.BADF);
    assertThat(caller.call("fd_filestat_set_size", caller.opened(), 0)).isEqualTo(Errno.BADF);
    assertThat(granted.resolve("open")).hasContent("shown");
  }

  @Test
  void whatIsGrantedForWritingIsChanged() {
    Caller caller = writer();
    assertThat(caller.open("new", CREATE, READ | WRITE)).isZero();
    assertThat(caller.write("made")).isZero();
    assertThat(granted.resolve("new")).hasContent("made");
    caller.memory.write(PATH, "new".getBytes(UTF_8));
    caller.memory.write(OTHER_PATH, "inner/moved".getBytes(UTF_8));
    assertThat(caller.call("path_rename", 3, PATH, 3, 3, OTHER_PATH, 11)).isZero();
    assertThat(granted.resolve("inner/moved")).hasContent("made");
    assertThat(caller.onPath("path_unlink_file", "inner/moved")).isZero();
    assertThat(caller.onPath("path_create_directory", "dir")).isZero();
    assertThat(caller.onPath("path_remove_directory", "dir")).isZero();
    assertThat(caller.onPath("path_remove_directory", ".")).isEqualTo(Errno.ACCES);
  }

  @Test
  void linksAreNeitherMadeNorMoved() {
    Caller caller = writer();
    caller.memory.write(PATH, "up".getBytes(UTF_8));
    caller.memory.write(OTHER_PATH, "moved".getBytes(UTF_8));
    assertThat(caller.call("path_rename", 3, PATH, 2, 3, OTHER_PATH, 5)).isEqualTo(Errno.NOTSUP);
    assertThat(caller.call("path_symlink", PATH, 2, 3, OTHER_PATH, 5)).isEqualTo(Errno.NOTSUP);
    assertThat(caller.call("path_link", 3, 0, PATH, 2, 3, OTHER_PATH, 5)).isEqualTo(Errno.NOTSUP);
  }

  @Test
  void filesWithoutEndAreStopped() {
    Caller caller = writer();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                assertThat(caller.open("f" + i, CREATE, WRITE)).isZero();
                assertThat(caller.call("fd_close", caller.opened())).isZero();
              }
            })
        .isInstanceOf(ConfinedGuest.Stopped.class);
    assertThat(granted.toFile().list()).hasSizeLessThan(40);
  }

  @Test
  void holesInFilesCountToo() {
    Caller caller = writer();
    assertThat(caller.open("hole", CREATE, WRITE)).isZero();
    assertThat(caller.call("fd_filestat_set_size", caller.opened(), 1L << 40))
        .isEqualTo(Errno.FBIG);
    assertThat(caller.call("fd_seek", caller.opened(), 1L << 40, 0, RESULT + 8)).isZero();
    assertThat(caller.write("x")).isEqualTo(Errno.FBIG);
    assertThatThrownBy(() -> caller.call("fd_filestat_set_size", caller.opened(), 1 << 29))
        .isInstanceOf(ConfinedGuest.Stopped.class);
  }

  @Test
  void descriptorsAreFew() {
    Caller caller = reader();
    assertThat(IntStream.range(0, 300).map(i -> caller.open("open", 0, READ)).boxed())
        .filteredOn(it -> it == 0)
        .hasSize(252);
    assertThat(caller.open("open", 0, READ)).isEqualTo(Errno.MFILE);
  }

  @Test
  void hugeLengthsTakeNoMemory() {
    Caller caller = reader();
    assertThat(caller.open("open", 0, READ)).isZero();
    caller.memory.writeI32(0, BUFFER);
    caller.memory.writeI32(4, -1);
    assertThat(caller.call("fd_read", caller.opened(), 0, 1, 8)).isZero();
    assertThat(caller.memory.readInt(8)).isEqualTo(5);
    assertThat(caller.call("fd_read", caller.opened(), 0, 1 << 30, 8)).isEqualTo(Errno.INVAL);
    assertThat(caller.call("poll_oneoff", 0, 0, 1 << 30, 8)).isEqualTo(Errno.INVAL);
  }

  @Test
  void entriesAreListedInParts() {
    Caller caller = reader();
    List<String> names = new ArrayList<>();
    long cookie = 0;
    while (true) {
      assertThat(caller.call("fd_readdir", 3, BUFFER, 60, cookie, RESULT)).isZero();
      int used = caller.memory.readInt(RESULT);
      int length = caller.memory.readInt(BUFFER + 16);
      if (used < 24 + length) {
        break;
      }
      names.add(new String(caller.memory.readBytes(BUFFER + 24, length), UTF_8));
      cookie = caller.memory.readLong(BUFFER);
    }
    assertThat(names)
        .containsExactlyInAnyOrder(".", "..", "open", "inner", "out", "up", "outer", "loop");
  }

  @Test
  void ungrantedTimeAndRandomnessAreTheSameInEachRun() {
    List<Long> seen = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      Caller caller = new Caller(Grants.none());
      assertThat(caller.call("clock_time_get", 0, 0, 0)).isZero();
      assertThat(caller.call("random_get", 8, 8)).isZero();
      seen.add(caller.memory.readLong(0));
      seen.add(caller.memory.readLong(8));
    }
    assertThat(seen.subList(0, 2)).isEqualTo(seen.subList(2, 4));
    assertThat(seen.getFirst()).isEqualTo(1_000);
  }

  @Test
  void clockFollowsTheRuntime() {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .backend(AsyncRuntime.Backend.EVENT_LOOP)
            .clock(VirtualClock.automatic())
            .build()) {
      Caller caller = new Caller(Grants.none().clockOf(runtime, Instant.ofEpochSecond(100)));
      runtime.blockOn(() -> Async.sleep(Duration.ofHours(1)));
      assertThat(caller.call("clock_time_get", 0, 0, 0)).isZero();
      assertThat(caller.memory.readLong(0)).isEqualTo(Duration.ofSeconds(3700).toNanos());
    }
  }

  @Test
  void variablesAreThoseGranted() {
    Caller caller = new Caller(Grants.none().variable("LANG", "C"));
    assertThat(caller.call("environ_get", 0, BUFFER)).isZero();
    assertThat(new String(caller.memory.readBytes(BUFFER, 7), UTF_8)).isEqualTo("LANG=C\0");
    assertThat(caller.call("args_get", 0, BUFFER)).isZero();
    assertThat(new String(caller.memory.readBytes(BUFFER, 3), UTF_8)).isEqualTo("me\0");
  }
}

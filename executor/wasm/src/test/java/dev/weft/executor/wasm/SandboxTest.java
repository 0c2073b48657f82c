package dev.weft.executor.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.weft.executor.wasm.GuestException.Reason;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncIo;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.TaskHandle;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
  private static final GuestLimits LIMITS =
      GuestLimits.DEFAULT
          .withMemoryBytes(1 << 20)
          .withCallTime(Duration.ofSeconds(30))
          .withOutputBytes(1000);
  private static final Sandbox SANDBOX = Sandbox.of(LIMITS, Grants.none());
  private static final Sandbox HASTY =
      Sandbox.of(LIMITS.withCallTime(Duration.ofMillis(100)), Grants.none());

  private static Instance start(Guest guest, String wat, boolean compiled) {
    WasmModule module = Parser.parse(Wat.compile(wat));
    Instance.Builder builder =
        guest
            .confine(Instance.builder(module))
            .withStart(false)
            .withImportValues(
                ImportValues.builder().withFunctions(List.copyOf(guest.wasi())).build());
    if (compiled) {
      builder.withMachineFactory(MachineFactoryCompiler::compile);
    }
    return builder.build();
  }

  private static Reason reasonOf(String wat, boolean compiled) {
    return reasonOf(wat, compiled, SANDBOX);
  }

  private static Reason reasonOf(String wat, boolean compiled, Sandbox sandbox) {
    Guest guest = sandbox.guest("bad");
    Instance instance = start(guest, wat, compiled);
    try {
      guest.call(() -> instance.export("run").apply());
    } catch (GuestException e) {
      assertThat(guest.isUsable()).isFalse();
      assertThat(e).hasMessageStartingWith("guest 'bad' ");
      return e.reason();
    }
    throw new AssertionError("the guest was not stopped");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void guestsCompute(boolean compiled) {
    Guest guest = SANDBOX.guest("adder");
    Instance instance =
        start(
            guest,
            """
            (module (func (export "add") (param i32 i32) (result i32)
              local.get 0 local.get 1 i32.add))
            """,
            compiled);
    assertThat(guest.<long[], RuntimeException>call(() -> instance.export("add").apply(2, 3)))
        .containsExactly(5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endlessLoopIsStopped(boolean compiled) {
    assertThat(reasonOf("(module (func (export \"run\") (loop (br 0))))", compiled, HASTY))
        .isEqualTo(Reason.TIME);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endlessMutualCallsWithoutLoopAreStopped(boolean compiled) {
    String wat =
        """
        (module
          (func $deep (param i32)
            (if (local.get 0)
              (then
                (call $deep (i32.sub (local.get 0) (i32.const 1)))
                (call $deep (i32.sub (local.get 0) (i32.const 1))))))
          (func (export "run") (call $deep (i32.const 200))))
        """;
    assertThat(reasonOf(wat, compiled, HASTY)).isEqualTo(Reason.TIME);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endlessRecursionIsStopped(boolean compiled) {
    assertThat(reasonOf("(module (func $f (export \"run\") (call $f)))", compiled))
        .isEqualTo(Reason.RECURSION);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void trapIsTold(boolean compiled) {
    assertThat(reasonOf("(module (func (export \"run\") unreachable))", compiled))
        .isEqualTo(Reason.TRAP);
    assertThat(
            reasonOf(
                "(module (func (export \"run\") (drop (i32.div_s (i32.const 1) (i32.const 0)))))",
                compiled))
        .isEqualTo(Reason.TRAP);
    assertThat(
            reasonOf(
                "(module (memory 1) (func (export \"run\") (drop (i32.load (i32.const -1)))))",
                compiled))
        .isEqualTo(Reason.TRAP);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void growthBeyondTheLimitIsDenied(boolean compiled) {
    Guest guest = SANDBOX.guest("greedy");
    Instance instance =
        start(
            guest,
            """
            (module (memory 1)
              (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))
            """,
            compiled);
    assertThat(guest.<long[], RuntimeException>call(() -> instance.export("grow").apply(15)))
        .containsExactly(1);
    assertThat(guest.<long[], RuntimeException>call(() -> instance.export("grow").apply(1)))
        .containsExactly(-1);
    assertThat(guest.isUsable()).isTrue();
  }

  @Test
  void memoryAboveTheLimitFromTheStartIsRefused() {
    Guest guest = SANDBOX.guest("big");
    assertThatThrownBy(() -> start(guest, "(module (memory 17))", true))
        .hasMessageContaining("wants 17 pages")
        .asInstanceOf(InstanceOfAssertFactories.type(GuestException.class))
        .extracting(GuestException::reason)
        .isEqualTo(Reason.MEMORY);
  }

  private static final String FLOOD =
      """
      (module
        (import "wasi_snapshot_preview1" "fd_write"
          (func $write (param i32 i32 i32 i32) (result i32)))
        (memory 1)
        (data (i32.const 0) "\\08\\00\\00\\00\\04\\00\\00\\00abc\\n")
        (func (export "run")
          (loop
            (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 20)))
            (br 0))))
      """;

  @Test
  void floodOfOutputIsStopped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Guest guest =
        SANDBOX.guest(
            "flood",
            List.of(),
            new GuestStreams(InputStream.nullInputStream(), out, OutputStream.nullOutputStream()));
    Instance instance = start(guest, FLOOD, true);
    assertThatThrownBy(() -> guest.call(() -> instance.export("run").apply()))
        .hasMessageContaining("more than 1000 bytes");
    assertThat(out.toString(UTF_8)).hasSize(1000).startsWith("abc\nabc\n");
  }

  @Test
  void exitCodeIsTold() {
    Guest guest = SANDBOX.guest("quitter");
    Instance instance =
        start(
            guest,
            """
            (module
              (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
              (memory 1)
              (func (export "run") (call $exit (i32.const 7))))
            """,
            true);
    assertThatThrownBy(() -> guest.call(() -> instance.export("run").apply()))
        .hasMessage("guest 'quitter' ended with exit code 7")
        .asInstanceOf(InstanceOfAssertFactories.type(GuestException.class))
        .extracting(GuestException::exitCode)
        .isEqualTo(7);
  }

  @Test
  void brokenGuestIsNotCalledAgain() {
    Guest guest = SANDBOX.guest("bad");
    Instance instance = start(guest, "(module (func (export \"run\") unreachable))", true);
    assertThatThrownBy(() -> guest.call(() -> instance.export("run").apply()));
    assertThatThrownBy(() -> guest.call(() -> instance.export("run").apply()))
        .hasMessageContaining("cannot be called any more: guest 'bad' failed: ");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cancelledTaskStopsItsGuestWhileOthersGoOn(boolean loop) {
    AsyncRuntime.Backend backend =
        loop ? AsyncRuntime.Backend.EVENT_LOOP : AsyncRuntime.Backend.VIRTUAL_THREADS;
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      Sandbox patient = Sandbox.of(LIMITS.withCallTime(Duration.ofMinutes(5)), Grants.none());
      Guest guest = patient.guest("looper");
      Instance instance = start(guest, "(module (func (export \"run\") (loop (br 0))))", true);
      CountDownLatch begun = new CountDownLatch(1);
      runtime.blockOn(() -> {
        TaskHandle<long[]> task =
            Async.spawn(() ->
                guest.<long[], RuntimeException>call(() -> {
                  begun.countDown();
                  return instance.export("run").apply();
                }));
        AsyncIo.<InterruptedException>call(begun::await);
        assertThat(task.isFinished()).isFalse();
        task.abort();
        assertThatThrownBy(task::await).isInstanceOf(Exception.class);
      });
      Awaitility.await().until(() -> !guest.isUsable());
    }
  }
}

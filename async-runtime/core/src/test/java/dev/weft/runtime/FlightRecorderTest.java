package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FlightRecorderTest {
  @TempDir private Path directory;

  private List<RecordedEvent> record(AsyncRuntime.Builder builder, AsyncAction<?> body)
      throws IOException {
    Path file = directory.resolve("test.jfr");
    try (Recording recording = new Recording()) {
      for (String event : List.of("TaskStart", "Task", "Suspension", "Timeout", "SlowStep")) {
        recording.enable("dev.weft." + event);
      }
      recording.start();
      try (AsyncRuntime runtime = builder.build()) {
        runtime.blockOn(body);
      }
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file);
  }

  private static Stream<RecordedEvent> of(String type, List<RecordedEvent> events) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals("dev.weft." + type));
  }

  private static RecordedEvent only(String type, String task, List<RecordedEvent> events) {
    List<RecordedEvent> found =
        of(type, events).filter(event -> task.equals(event.getString("task"))).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @EachBackend
  void tasksSuspensionsAndTimeoutsAreRecorded(Backend backend) throws Exception {
    List<RecordedEvent> events =
        record(
            AsyncRuntime.builder().backend(backend),
            () -> {
              Async.spawn("sleeper", () -> Async.sleep(millis(30))).await();
              TaskHandle<?> failing =
                  Async.spawn(
                      "failing",
                      () -> {
                        throw new IllegalStateException("expected");
                      });
              assertThatThrownBy(failing::await).hasMessageContaining("expected");
              TaskHandle<?> aborted = Async.spawn("aborted", () -> Async.sleep(millis(5000)));
              Async.yieldNow();
              aborted.abort("enough");
              assertThatThrownBy(() -> Async.timeout(millis(2), () -> Async.sleep(millis(5000))))
                  .isInstanceOf(AsyncException.Timeout.class);
            });

    RecordedEvent sleeper = only("Task", "sleeper", events);
    assertThat(sleeper.getString("outcome")).isEqualTo("success");
    assertThat(sleeper.getDuration()).isGreaterThan(millis(20));
    assertThat(only("Task", "failing", events).getString("cause")).contains("expected");
    assertThat(only("Task", "aborted", events).getString("outcome")).isEqualTo("cancelled");
    assertThat(only("TaskStart", "sleeper", events).getStackTrace().getFrames())
        .anyMatch(frame -> frame.getMethod().getType().getName().contains("FlightRecorderTest"));
    RecordedEvent suspension = only("Suspension", "sleeper", events);
    assertThat(suspension.getString("waitingFor")).isEqualTo("sleep");
    assertThat(suspension.getDuration()).isGreaterThan(millis(20));
    assertThat(only("Timeout", "main", events).getDuration("limit")).isEqualTo(millis(2));
  }

  @EachLoop
  void aSlowStepIsRecorded(Backend backend) throws Exception {
    List<RecordedEvent> events =
        record(
            AsyncRuntime.builder()
                .backend(backend)
                .slowStep(millis(100))
                .slowStepHandler(step -> {}),
            () -> {
              long end = System.nanoTime() + millis(300).toNanos();
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
            });
    RecordedEvent slow = only("SlowStep", "task 'main'", events);
    assertThat(slow.getDuration("stepDuration")).isGreaterThanOrEqualTo(millis(300));
    assertThat(slow.getString("stack")).contains("FlightRecorderTest");
  }

  /** The program of the test below. */
  static final class InABareJvm {
    public static void main(String[] args) {
      if (ModuleLayer.boot().findModule("jdk.jfr").isPresent()) {
        throw new IllegalStateException("the JVM has a flight recorder");
      }
      try (AsyncRuntime runtime =
          AsyncRuntime.builder()
              .backend(Backend.EVENT_LOOP)
              .tracing(true)
              .slowStep(Duration.ofSeconds(5))
              .build()) {
        runtime.blockOn(() -> {
          Async.spawn(() -> Async.sleep(millis(1))).await();
          try {
            Async.timeout(millis(1), () -> Async.sleep(Duration.ofDays(1)));
          } catch (AsyncException.Timeout e) {
            // What it is here for.
          }
        });
        if (runtime.stats().cancelled() != 0 || runtime.stats().spawned() != 2) {
          throw new IllegalStateException(runtime.stats().toString());
        }
      }
    }
  }

  @Test
  void theRuntimeWorksInAJvmWithoutTheRecorder() throws Exception {
    String classes = pathOf(AsyncRuntime.class) + File.pathSeparator + pathOf(getClass());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base",
                "-cp",
                classes,
                InABareJvm.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output).isEmpty();
    assertThat(process.exitValue()).isZero();
  }

  private static String pathOf(Class<?> type) throws Exception {
    String resource = type.getName().replace('.', '/') + ".class";
    String location =
        Objects.requireNonNull(type.getClassLoader()).getResource(resource).toString();
    return Path.of(URI.create(location.substring(0, location.length() - resource.length())))
        .toString();
  }
}

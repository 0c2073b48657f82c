package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a process of its own, ended in the ways in which a shell ends one. */
class ProcessTest {
  @TempDir private Path directory;

  private ProcessBuilder weft(String shell) throws IOException {
    Path manifest = directory.resolve("endless.json");
    String marker = directory.resolve("marker").toString();
    Files.writeString(
        manifest, Cli.chain("endless:Endless:\"params\": {\"marker\": \"" + marker + "\"}"));
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", shell);
    builder.environment().put("MANIFEST", manifest.toString());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder
        .environment()
        .put(
            "WEFT", Path.of(System.getProperty("java.home"), "bin", "java") + " dev.weft.cli.Weft");
    builder.redirectError(directory.resolve("err").toFile());
    return builder;
  }

  private String err() throws IOException {
    return Files.readString(directory.resolve("err"));
  }

  /** As a process does, and its children, that was started in the background of a script. */
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

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalEndsTheRunWithItsCleanup(String signal, int code) throws Exception {
    assumeFalse(signal.equals("INT") && ignoresInterrupts(), "this process ignores SIGINT");
    Process process = weft("exec $WEFT run $MANIFEST -o jsonl").start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("0");
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
      String last = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line;
      }
      assertThat(last).startsWith("{\"status\": \"error\", ").contains("interrupted");
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(code);
    assertThat(directory.resolve("marker")).hasContent("cleaned up");
    assertThat(err()).contains("weft: run failed: cancelled: interrupted");
  }

  @Test
  void aReaderThatGoesAwayEndsTheRunQuietly() throws Exception {
    Process process =
        weft("{ $WEFT run $MANIFEST -o jsonl; echo $? > "
                + directory.resolve("code")
                + "; } | head -n 2")
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(out).isEqualTo("0\n1\n");
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(directory.resolve("code")).hasContent("0"));
    assertThat(directory.resolve("marker")).hasContent("cleaned up");
    assertThat(err()).isEmpty();
  }

  @Test
  void aResultIsWrittenBeforeTheNextItemIsThere() throws Exception {
    Path manifest = directory.resolve("pass.json");
    Files.writeString(manifest, Cli.chain("fussy:Fussy"));
    Process process = weft("exec $WEFT run " + manifest + " -o jsonl --input -").start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String item : List.of("1", "{\"a\": [2]}", "\"three\"")) {
        process.getOutputStream().write((item + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        assertThat(lines.readLine()).isEqualTo(item);
      }
      process.getOutputStream().close();
      assertThat(lines.readLine()).isNull();
    }
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void jvmAndLibrariesWriteNothingElse() throws Exception {
    Path manifest = directory.resolve("pass.json");
    Files.writeString(manifest, Cli.withInput(Cli.chain("fussy:Fussy"), "[1]"));
    Process process = weft("exec $WEFT run " + manifest + " -o jsonl").start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("1\n");
    assertThat(process.waitFor()).isZero();
    assertThat(err()).isEmpty();
  }
}

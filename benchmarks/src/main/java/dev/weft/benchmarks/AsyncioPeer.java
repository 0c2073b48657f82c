package dev.weft.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CPython's asyncio, where a Python is installed: a script does the same work and times itself. */
final class AsyncioPeer {
  private AsyncioPeer() {}

  /** The measurements; none where there is no Python of 3.11 or newer. */
  static List<Measurement> measure(int repeats) throws IOException, InterruptedException {
    Optional<String> python = python();
    List<Measurement> all = new ArrayList<>();
    if (python.isEmpty()) {
      return all;
    }
    Process process =
        new ProcessBuilder(python.get(), "-", String.valueOf(repeats))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream stdin = process.getOutputStream();
        InputStream script =
            Objects.requireNonNull(AsyncioPeer.class.getResourceAsStream("asyncio_peer.py"))) {
      script.transferTo(stdin);
    }
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        all.add(measurement(JsonMapper.shared().readTree(line)));
      }
    }
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(
          "the asyncio script of " + python.get() + " ended with exit code " + exit);
    }
    return all;
  }

  private static Measurement measurement(JsonNode line) {
    List<Double> samples = new ArrayList<>();
    line.get("samples").forEach(sample -> samples.add(sample.asDouble()));
    Statistics statistics = Statistics.of(samples);
    return new Measurement(
        line.get("group").asString(),
        line.get("name").asString(),
        Contenders.ASYNCIO,
        statistics.mean(),
        statistics.error(),
        "ns/op",
        samples);
  }

  /** A Python that is new enough, by the names under which one is installed. */
  static Optional<String> python() throws InterruptedException {
    String chosen = System.getenv("WEFT_PYTHON");
    List<String> names =
        chosen != null
            ? List.of(chosen)
            : List.of("python3.14", "python3.13", "python3.12", "python3", "python3.11");
    for (String name : names) {
      try {
        Process process =
            new ProcessBuilder(name, "-c", "import sys; sys.exit(sys.version_info < (3, 11))")
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        if (process.waitFor() == 0) {
          return Optional.of(name);
        }
      } catch (IOException e) {
        // There is none of that name.
        continue;
      }
    }
    return Optional.empty();
  }
}

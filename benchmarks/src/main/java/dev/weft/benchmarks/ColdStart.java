package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long the command takes from its start to its end, in a process of its own. */
final class ColdStart {
  private ColdStart() {}

  /** The measurements; none where the command was not started from the source tree. */
  static List<Measurement> measure(int times) throws IOException, InterruptedException {
    List<Measurement> all = new ArrayList<>();
    String root = System.getenv("WEFT_ROOT");
    if (root == null) {
      return all;
    }
    String weft = Path.of(root, "weft").toString();
    for (String example : List.of("calculator", "text-processor")) {
      Path manifest = Path.of(root, "examples", example + ".json");
      if (Files.exists(manifest)) {
        all.add(measure(times, example, weft, "run", manifest.toString()));
      }
    }
    Path program = Path.of(root, "examples", "job_queue.py");
    if (Files.exists(program)) {
      all.add(measure(times, "job_queue", weft, "exec", "--virtual-time", program.toString()));
    }
    return all;
  }

  private static Measurement measure(int times, String name, String... command)
      throws IOException, InterruptedException {
    List<Double> samples = new ArrayList<>();
    // The first may build and makes caches.
    once(command);
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      once(command);
      samples.add((System.nanoTime() - begin) / 1e6);
    }
    Statistics statistics = Statistics.of(samples);
    return new Measurement(
        "ColdStart",
        name,
        "./weft " + command[1] + " " + Path.of(command[command.length - 1]).getFileName(),
        statistics.mean(),
        statistics.error(),
        "ms/op",
        samples);
  }

  private static void once(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " ended with exit code " + exit);
    }
  }
}

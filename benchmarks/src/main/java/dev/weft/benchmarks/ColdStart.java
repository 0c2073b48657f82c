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
    for (String example : List.of("calculator", "text-processor")) {
      Path manifest = Path.of(root, "examples", example + ".json");
      if (Files.exists(manifest)) {
        all.add(measure(times, Path.of(root, "weft"), example, manifest));
      }
    }
    return all;
  }

  private static Measurement measure(int times, Path weft, String name, Path manifest)
      throws IOException, InterruptedException {
    List<Double> samples = new ArrayList<>();
    // The first may build and makes caches.
    once(weft, manifest);
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      once(weft, manifest);
      samples.add((System.nanoTime() - begin) / 1e6);
    }
    Statistics statistics = Statistics.of(samples);
    return new Measurement(
        "ColdStart",
        name,
        "./weft run " + name + ".json",
        statistics.mean(),
        statistics.error(),
        "ms/op",
        samples);
  }

  private static void once(Path weft, Path manifest) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(weft.toString(), "run", manifest.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(weft + " run " + manifest + " ended with exit code " + exit);
    }
  }
}

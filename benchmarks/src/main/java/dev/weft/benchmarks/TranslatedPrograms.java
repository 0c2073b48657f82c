package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The programs in {@code python/} under CPython and, translated, on the JVM: the best round of each
 * after warm-up, in a process of its own.
 */
final class TranslatedPrograms {
  /** The programs, and a size at which a round takes some milliseconds. */
  private static final Map<String, String> SIZES = new LinkedHashMap<>();

  static {
    SIZES.put("sieve", "1000000");
    SIZES.put("nbody", "5000");
    SIZES.put("matrix", "60");
    SIZES.put("distance", "6");
    SIZES.put("life", "40");
    SIZES.put("parser", "200");
    SIZES.put("tokens", "300");
    SIZES.put("wordcount", "20000");
    SIZES.put("graph", "5000");
    SIZES.put("queens", "8");
    SIZES.put("switches", "500");
  }

  /** HotSpot's second compiler is done with these after a second and a half only. */
  private static final Set<String> LONG = Set.of("switches");

  private TranslatedPrograms() {}

  /** The measurements; none where there is no Python, or no source tree. */
  static List<Measurement> measure(double seconds, List<String> failures)
      throws IOException, InterruptedException {
    List<Measurement> all = new ArrayList<>();
    String root = System.getenv("WEFT_ROOT");
    Optional<String> python = AsyncioPeer.python();
    if (root == null || python.isEmpty()) {
      return all;
    }
    String script = Path.of(root, "benchmarks", "python", "run.py").toString();
    String weft = Path.of(root, "weft").toString();
    for (Map.Entry<String, String> program : SIZES.entrySet()) {
      String name = program.getKey();
      String size = program.getValue();
      double own = LONG.contains(name) ? 2 * seconds : seconds;
      Round there = run(List.of(python.get(), script, name, size, String.valueOf(own / 3)));
      Round here = run(List.of(weft, "exec", script, name, size, String.valueOf(own)));
      if (!there.result().equals(here.result())) {
        failures.add(
            "Translated.%s: it gives %s where CPython has %s: the translation is wrong"
                .formatted(name, here.result(), there.result()));
        continue;
      }
      all.add(measurement(name, "Weft, translated", here));
      all.add(measurement(name, "CPython", there));
    }
    return all;
  }

  private static Measurement measurement(String name, String contender, Round round) {
    double best = round.seconds() * 1000;
    return new Measurement("Translated", name, contender, best, 0, "ms/op", List.of(best));
  }

  /** What a program computed, and how long its best round took. */
  private record Round(String result, double seconds) {}

  private static Round run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String told =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int exit = process.waitFor();
    String[] words = told.split(" ", -1);
    if (exit != 0 || words.length != 2) {
      throw new IOException(
          String.join(" ", command) + " ended with exit code " + exit + " and said '" + told + "'");
    }
    return new Round(words[0], Double.parseDouble(words[1]));
  }
}

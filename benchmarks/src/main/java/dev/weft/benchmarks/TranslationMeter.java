package dev.weft.benchmarks;

import dev.weft.translator.Translation;
import dev.weft.translator.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long a line of Python takes to translate, warm, over the translator's own corpus. */
final class TranslationMeter {
  private TranslationMeter() {}

  /** The measurements; none where there is no source tree. */
  static List<Measurement> measure(double seconds) throws IOException {
    String root = System.getenv("WEFT_ROOT");
    if (root == null) {
      return List.of();
    }
    Map<String, String> sources =
        sources(Path.of(root, "translator/core/src/test/resources/corpus"));
    return List.of(
        measure("Translator, not laid out", sources, seconds, false, false),
        measure("Translator, with google-java-format", sources, seconds, true, false),
        measure("Translator, with google-java-format, on all cores", sources, seconds, true, true));
  }

  private static Map<String, String> sources(Path folder) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".py")).sorted().toList()) {
        sources.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return sources;
  }

  private static Measurement measure(
      String contender,
      Map<String, String> sources,
      double seconds,
      boolean layout,
      boolean parallel) {
    long lines = sources.values().stream().mapToLong(text -> text.lines().count()).sum();
    List<Double> rounds = new ArrayList<>();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end || rounds.size() < 2) {
      long begin = System.nanoTime();
      (parallel ? sources.entrySet().parallelStream() : sources.entrySet().stream())
          .forEach(source -> translate(source.getKey(), source.getValue(), layout));
      rounds.add((System.nanoTime() - begin) / 1e3 / lines);
    }
    // The rounds before the fastest are warm-up, those behind it were disturbed.
    return new Measurement(
        "Translator",
        "linesOfTheCorpus",
        contender,
        Collections.min(rounds),
        0,
        "µs/line",
        List.copyOf(rounds));
  }

  private static void translate(String name, String text, boolean layout) {
    Translation translation = Translator.translate(name, text, "bench");
    if (layout && translation.isComplete()) {
      Translator.format(translation.java());
    }
  }
}

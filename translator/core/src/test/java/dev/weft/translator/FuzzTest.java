package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.translator.parser.SyntaxException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever the source, there is a translation that compiles or a clean diagnostic: never a crash, a
 * hang, or Java that does not compile. A failure names the seed; {@code -Dweft.fuzz.seed} with
 * {@code -Dweft.fuzz.count=1} runs it again. The long run is {@code -Pfuzz}.
 */
class FuzzTest {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** How many translations are compiled by one call of the compiler. */
  private static final int BATCH = 200;

  private final List<String> failures = new ArrayList<>();

  /** Translations that the commands refuse in the end, since javac does. */
  private final List<String> uncompilable = new ArrayList<>();

  private final Map<String, Translation> translated = new LinkedHashMap<>();
  private int refused;
  private int notPython;
  private int compiled;

  @Test
  void aFewSourcesNeitherCrashNorHang() throws Exception {
    fuzz(1, 150);
  }

  @Test
  @Tag("endurance")
  void manySourcesOfAllKinds() throws Exception {
    long seed = Long.getLong("weft.fuzz.seed", System.nanoTime());
    fuzz(seed, Integer.getInteger("weft.fuzz.count", 2000));
    assertThat(uncompilable).as("Java that does not compile").isEmpty();
  }

  private void fuzz(long firstSeed, int count) throws Exception {
    List<String> corpus = corpus();
    for (int i = 0; i < count; i++) {
      one(firstSeed + i, corpus);
      if (translated.size() >= BATCH) {
        compile();
      }
    }
    compile();
    System.out.printf(
        "seeds %d to %d: %d compiled, %d do not compile, %d refused, %d no Python, %d failed%n",
        firstSeed,
        firstSeed + count - 1,
        compiled,
        uncompilable.size(),
        refused,
        notPython,
        failures.size());
    assertThat(failures).as("failures").isEmpty();
  }

  private void one(long seed, List<String> corpus) {
    SplittableRandom random = new SplittableRandom(seed);
    String source =
        switch (random.nextInt(4)) {
          case 0, 1 -> FuzzSources.grown(seed);
          case 2 -> FuzzSources.mutated(FuzzSources.grown(seed), seed + 1);
          default -> FuzzSources.mutated(corpus.get(random.nextInt(corpus.size())), seed);
        };
    long start = System.nanoTime();
    try {
      Translation translation = Translator.translate("fuzz.py", source, "fuzz.s" + seed);
      if (!translation.isComplete()) {
        refused++;
        translation.diagnostics().stream()
            .filter(d -> d.reason().startsWith(Translator.INTERNAL))
            .forEach(d -> failures.add("seed " + seed + ": " + d.reason()));
        translation.diagnostics().forEach(Diagnostic::text);
      } else {
        translated.put("fuzz.s" + seed + "." + translation.className(), translation);
      }
    } catch (SyntaxException e) {
      notPython++;
      e.text(source);
    } catch (RuntimeException | Error e) {
      failures.add("seed " + seed + ": crash " + e);
    }
    if (Duration.ofNanos(System.nanoTime() - start).compareTo(LONGEST) > 0) {
      failures.add("seed " + seed + ": took longer than " + LONGEST);
    }
  }

  private void compile() {
    if (translated.isEmpty()) {
      return;
    }
    Map<String, String> java = new LinkedHashMap<>();
    translated.forEach((name, translation) -> java.put(name, translation.java()));
    // What does not parse keeps javac from looking at the rest: again without it.
    while (!java.isEmpty()) {
      InMemoryCompiler.Result result =
          InMemoryCompiler.compile(java, List.of("-nowarn", "-Xmaxerrs", "10000"));
      if (result.succeeded()) {
        compiled += java.size();
        break;
      }
      Map<String, String> failed = new LinkedHashMap<>();
      for (String name : java.keySet()) {
        String file = name.replace('.', '/') + ".java:";
        result.messages().stream()
            .filter(m -> m.startsWith(file))
            .findFirst()
            .ifPresent(m -> failed.put(name, m));
      }
      if (failed.isEmpty()) {
        failures.add("the compiler fails: " + result.messages());
        break;
      }
      failed.forEach((name, message) ->
          uncompilable.add(
              "%s: %s: %s"
                  .formatted(
                      name, message, line(Objects.requireNonNull(java.get(name)), message))));
      java.keySet().removeAll(failed.keySet());
    }
    translated.clear();
  }

  private static String line(String java, String message) {
    String[] parts = message.split(":", 3);
    return java.lines().skip(Long.parseLong(parts[1]) - 1).findFirst().orElse("").strip();
  }

  private static List<String> corpus() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(FuzzTest.class.getResource("/corpus")).toURI());
    List<String> texts = new ArrayList<>();
    for (Path program : CorpusRunner.programs(folder)) {
      texts.add(Files.readString(program));
    }
    return texts;
  }
}

package dev.weft.translator;

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
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Translates made-up sources by their seeds, and compiles what comes out, many with one call of the
 * compiler while the next are translated.
 */
final class FuzzRun {
  /** No source may take longer; what takes a second at most ends well within it under load. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** How many translations are compiled by one call of the compiler. */
  private static final int BATCH = 250;

  /** What became of the sources. */
  record Counts(int compiled, int uncompilable, int refused, int notPython, int failed) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          compiled + other.compiled,
          uncompilable + other.uncompilable,
          refused + other.refused,
          notPython + other.notPython,
          failed + other.failed);
    }

    @Override
    public String toString() {
      return "%d compiled, %d do not compile, %d refused, %d no Python, %d failed"
          .formatted(compiled, uncompilable, refused, notPython, failed);
    }

    /** The counts that {@link #toString} tells. */
    static Counts parse(String text) {
      List<Integer> numbers =
          Pattern.compile("\\d+")
              .matcher(text)
              .results()
              .map(r -> Integer.parseInt(r.group()))
              .toList();
      return new Counts(
          numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
    }

    /** The share of sources that were accepted first, and which javac refused then. */
    double uncompilableShare() {
      return compiled + uncompilable == 0 ? 0 : (double) uncompilable / (compiled + uncompilable);
    }
  }

  /** Java that javac refuses: of which seed, what javac says, and of which line. */
  record Uncompilable(long seed, String message, String line) {
    /** The message without the names in it, so that equal causes count together. */
    String cause() {
      return message
          .lines()
          .findFirst()
          .orElse("")
          .replaceAll("\\b[a-z]\\w*\\d+\\w*\\b", "v")
          .replaceAll("\\b[CS]\\d+\\w*\\b", "C")
          .replaceAll("method \\w+ in", "method … in")
          .replaceAll("<[^<>]*(<[^<>]*(<[^<>]*>[^<>]*)*>[^<>]*)*>", "<…>");
    }

    @Override
    public String toString() {
      return "seed " + seed + ": " + message.lines().findFirst().orElse("") + ": " + line;
    }
  }

  private final List<String> corpus;
  final List<String> failures = new ArrayList<>();
  final List<Uncompilable> uncompilable = new ArrayList<>();
  private final List<String> slow = new ArrayList<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private Map<Long, Translation> translated = new LinkedHashMap<>();
  private int refused;
  private int notPython;
  private int compiled;
  private CompletableFuture<Void> compiling = CompletableFuture.completedFuture(null);

  FuzzRun() throws IOException, URISyntaxException {
    corpus = corpus();
  }

  Counts run(long firstSeed, int count) {
    for (int i = 0; i < count; i++) {
      one(firstSeed + i);
      if (translated.size() >= BATCH) {
        compile();
      }
    }
    compile();
    compiling.join();
    return new Counts(compiled, uncompilable.size(), refused, notPython, failures.size());
  }

  String source(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return switch (random.nextInt(4)) {
      case 0, 1 -> FuzzSources.grown(seed);
      case 2 -> FuzzSources.mutated(FuzzSources.grown(seed), seed + 1);
      default -> FuzzSources.mutated(corpus.get(random.nextInt(corpus.size())), seed);
    };
  }

  private void one(long seed) {
    String source = source(seed);
    long start = System.nanoTime();
    try {
      Translation translation = Translator.translate("fuzz.py", source, "fuzz.s" + seed);
      if (!translation.isComplete()) {
        refused++;
        translation.diagnostics().stream()
            .map(d -> d.reason().replaceAll("'[^']*'", "'…'"))
            .distinct()
            .forEach(r -> reasons.merge(r, 1, Integer::sum));
        translation.diagnostics().stream()
            .filter(d -> d.reason().startsWith(Translator.INTERNAL))
            .forEach(d -> failures.add("seed " + seed + ": " + d.reason()));
        translation.diagnostics().forEach(Diagnostic::text);
      } else {
        translated.put(seed, translation);
      }
    } catch (SyntaxException e) {
      notPython++;
      e.text(source);
    } catch (RuntimeException | Error e) {
      failures.add("seed " + seed + ": crash " + e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (took.compareTo(LONGEST) > 0) {
      failures.add("seed " + seed + ": took " + took + ", longer than " + LONGEST);
    } else if (took.compareTo(Duration.ofSeconds(2)) > 0) {
      slow.add("seed " + seed + ": " + took);
    }
  }

  private void compile() {
    Map<Long, Translation> batch = translated;
    translated = new LinkedHashMap<>();
    compiling.join();
    compiling = CompletableFuture.runAsync(() -> compile(batch));
  }

  private void compile(Map<Long, Translation> batch) {
    Map<String, String> java = new LinkedHashMap<>();
    Map<String, Long> seeds = new LinkedHashMap<>();
    batch.forEach((seed, translation) -> {
      String name = "fuzz.s" + seed + "." + translation.className();
      java.put(name, translation.java());
      seeds.put(name.replace('.', '/') + ".java", seed);
    });
    while (!java.isEmpty()) {
      // Looks at all of them even if one does not parse; once the bad ones are left out, all else
      // is compiled to the end.
      InMemoryCompiler.Result result =
          InMemoryCompiler.compile(
              java, List.of("-nowarn", "-Xmaxerrs", "100000", "-XDshould-stop.ifError=FLOW"));
      if (result.succeeded()) {
        compiled += java.size();
        return;
      }
      int before = java.size();
      for (String message : result.messages()) {
        String[] parts = message.split(":", 3);
        String name = parts[0].replaceAll("\\.java$", "").replace('/', '.');
        String code = java.remove(name);
        if (code != null) {
          uncompilable.add(
              new Uncompilable(
                  Objects.requireNonNull(seeds.get(parts[0])),
                  parts[2].strip(),
                  code.lines().skip(Long.parseLong(parts[1]) - 1).findFirst().orElse("").strip()));
        }
      }
      if (java.size() == before) {
        compileHalves(batch, java, result);
        return;
      }
    }
  }

  /** Finds the sources on which the compiler itself fails. */
  private void compileHalves(
      Map<Long, Translation> batch, Map<String, String> java, InMemoryCompiler.Result result) {
    Map<Long, Translation> rest = new LinkedHashMap<>(batch);
    rest.entrySet()
        .removeIf(e -> !java.containsKey("fuzz.s" + e.getKey() + "." + e.getValue().className()));
    if (rest.size() == 1) {
      rest.keySet()
          .forEach(seed -> uncompilable.add(new Uncompilable(seed, "" + result.messages(), "")));
      return;
    }
    List<Long> seeds = List.copyOf(rest.keySet());
    for (List<Long> half :
        List.of(
            seeds.subList(0, seeds.size() / 2), seeds.subList(seeds.size() / 2, seeds.size()))) {
      Map<Long, Translation> part = new LinkedHashMap<>(rest);
      part.keySet().retainAll(half);
      compile(part);
    }
  }

  private static List<String> corpus() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(FuzzRun.class.getResource("/corpus")).toURI());
    List<String> texts = new ArrayList<>();
    for (Path program : CorpusRunner.programs(folder)) {
      texts.add(Files.readString(program));
    }
    return texts;
  }

  /**
   * Tells causes by their frequency: {@code FIRST_SEED COUNT}; or the source and the Java of one
   * seed: {@code SEED}.
   */
  public static void main(String[] args) throws IOException, URISyntaxException {
    FuzzRun run = new FuzzRun();
    long seed = Long.parseLong(args[0]);
    if (args.length == 1) {
      System.out.println(run.source(seed));
      Translation translation = Translator.translate("fuzz.py", run.source(seed), "");
      System.out.println(translation.java());
      translation.diagnostics().forEach(d -> System.out.println(d.text()));
      InMemoryCompiler.compile(Map.of("Fuzz", translation.java()), List.of("-nowarn"))
          .messages()
          .forEach(System.out::println);
      return;
    }
    long start = System.nanoTime();
    Counts counts = run.run(seed, Integer.parseInt(args[1]));
    Map<String, List<Uncompilable>> causes = new TreeMap<>();
    run.uncompilable.forEach(u -> causes.computeIfAbsent(u.cause(), c -> new ArrayList<>()).add(u));
    causes.entrySet().stream()
        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
        .forEach(e -> {
          System.out.println(e.getValue().size() + " " + e.getKey());
          e.getValue().stream()
              .limit(4)
              .forEach(u -> System.out.println("      " + u.seed() + ": " + u.line()));
        });
    run.slow.forEach(System.out::println);
    run.reasons.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .forEach(e -> System.out.println("refused " + e.getValue() + ": " + e.getKey()));
    run.failures.forEach(System.out::println);
    System.out.println(counts + " in " + Duration.ofNanos(System.nanoTime() - start));
  }
}

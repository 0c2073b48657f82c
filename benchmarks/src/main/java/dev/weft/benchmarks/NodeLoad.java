package dev.weft.benchmarks;

import dev.weft.executor.NodeType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One node of the examples, what it is given, and the same node in Java.
 *
 * @param file the name of its file, without the end
 * @param type the name of its class
 * @param params its params
 * @param java the same, written by hand
 * @param item the item of a number
 */
record NodeLoad(
    String file,
    String type,
    Map<String, Object> params,
    NodeType java,
    Function<Integer, Object> item) {
  private static final List<String> WORDS =
      List.of(
          "stream", "node", "the", "of", "runtime", "and", "thread", "loom", "a", "warp", "weft",
          "to", "shuttle", "yarn", "is", "spindle", "fabric", "thimble");

  /** Different items; they repeat, so that they need not be made while measuring. */
  private static final int DIFFERENT = 997;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  /**
   * So many items, of those that repeat. They are in the classes in which the executor has what it
   * reads; those of {@code Map.of} have another order, and other collisions, in each JVM.
   */
  List<Object> items(int count) {
    List<Object> different =
        IntStream.range(0, DIFFERENT)
            .mapToObj(i -> JSON.readValue(JSON.writeValueAsString(item.apply(i)), Object.class))
            .toList();
    List<Object> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(different.get(i % DIFFERENT));
    }
    return items;
  }

  /** Ten, for a quick run: without two more that work on text. */
  static List<NodeLoad> ten() {
    return all().stream()
        .filter(it -> !it.file().equals("slug") && !it.file().equals("ngrams"))
        .toList();
  }

  /** The one with this file. */
  static NodeLoad named(String file) {
    return all().stream().filter(it -> it.file().equals(file)).findFirst().orElseThrow();
  }

  /** Where its source is. */
  Path source(Path nodes) {
    return nodes.resolve(file + ".py").toAbsolutePath();
  }

  static List<NodeLoad> all() {
    return List.of(
        new NodeLoad(
            "word_frequency",
            "WordFrequency",
            Map.of(),
            JavaNodes.wordFrequency(),
            i -> text(i, 20)),
        new NodeLoad(
            "tokenizer",
            "Tokenizer",
            Map.of(),
            JavaNodes.tokenizer(),
            i -> "x%d = (3.5 * y - %d) / \"a \\\"b\\\"\" + total".formatted(i, i % 50)),
        new NodeLoad(
            "redact",
            "Redact",
            Map.of(),
            JavaNodes.redact(),
            i ->
                "%s ann.lee%d@example.org %s 1234 5678 9012 %04d"
                    .formatted(text(i, 6), i, text(i + 1, 6), i % 10_000)),
        new NodeLoad(
            "moving_statistics",
            "MovingStatistics",
            Map.of(),
            JavaNodes.movingStatistics(),
            i -> number(i, 100)),
        new NodeLoad(
            "reshape_json",
            "ReshapeJson",
            Map.of(),
            JavaNodes.reshapeJson(),
            i ->
                Map.of(
                    "id",
                    (long) i,
                    "place",
                    Map.of("city", "Turin", "at", List.of(number(i, 90), number(i + 1, 180))),
                    "tags",
                    List.of("a", "b", Map.of("deep", List.of(1L, 2L, 3L))))),
        new NodeLoad(
            "validate_order",
            "ValidateOrder",
            Map.of(),
            JavaNodes.validateOrder(),
            i ->
                Map.of(
                    "id",
                    "AB-" + i,
                    "currency",
                    "EUR",
                    "lines",
                    IntStream.range(1, 6)
                        .mapToObj(k -> Map.of("article", "x" + k, "count", (long) k))
                        .toList())),
        new NodeLoad("ngrams", "Ngrams", Map.of("size", 3L), JavaNodes.ngrams(), i -> text(i, 12)),
        new NodeLoad(
            "sliding_mean",
            "SlidingMean",
            Map.of("size", 16L),
            JavaNodes.slidingMean(),
            i -> number(i, 100)),
        new NodeLoad(
            "run_lengths", "RunLengths", Map.of(), JavaNodes.runLengths(), i -> (long) (i / 3)),
        new NodeLoad("slug", "Slug", Map.of(), JavaNodes.slug(), i -> text(i, 9)),
        new NodeLoad(
            "audio_energy",
            "AudioEnergy",
            Map.of(),
            JavaNodes.audioEnergy(),
            i -> IntStream.range(0, 64).mapToObj(k -> sample(i, k)).toList()),
        new NodeLoad(
            "csv_rows",
            "CsvRows",
            Map.of(),
            JavaNodes.csvRows(),
            i -> "%d,\"Lee, Ann\",%s\n\"say \"\"hi\"\"\",,x%d\n".formatted(i, text(i, 4), i)));
  }

  private static String text(int seed, int words) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      chosen.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", chosen);
  }

  /** A sample of a tone that gets louder. */
  private static Object sample(int chunk, int at) {
    return Math.sin(at * (0.2 + chunk % 7 * 0.05)) * (chunk % 100) / 100;
  }

  private static Object number(int seed, int bound) {
    return Double.valueOf(
        String.format(Locale.ROOT, "%.3f", new SplittableRandom(seed).nextDouble(bound)));
  }
}

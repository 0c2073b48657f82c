package dev.weft.executor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes, the answer is a manifest or a report. A failure prints its seed; {@code
 * -Dweft.fuzz.seed=N} runs that one again.
 */
class ManifestFuzzTest {
  private static final int RUNS = 10_000;
  private static final String[] WORDS = {
    "version",
    "v1",
    "metadata",
    "name",
    "nodes",
    "connections",
    "id",
    "node_type",
    "params",
    "MultiplyNode",
    "AddNode",
    "PassThrough",
    "AnyParam",
    "factor",
    "multiplier",
    "from",
    "to",
    "execution",
    "timeout",
    "retry",
    "attempts",
    "on_error",
    "skip",
    "1s",
    "manifest",
    "input_data",
    "a",
    "b",
    "",
    "\\ud800",
    "é€😀",
    "a.b",
    "[0]",
    "\\u0000"
  };
  private static final String[] TOKENS = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "NaN",
    "1e999999999",
    "-",
    "0.5",
    "\\",
    "\n",
    "12345678901234567890",
    "//",
    "'",
    "\u0000",
    "Infinity",
    "\ufeff"
  };

  private final ManifestReader reader = ManifestReader.of(TestNodes.REGISTRY);

  @Test
  void everyManifestGivesAPipelineOrACleanReport() {
    Long only = Long.getLong("weft.fuzz.seed");
    int valid = 0;
    int semantic = 0;
    for (long seed = only == null ? 0 : only; seed < (only == null ? RUNS : only + 1); seed++) {
      Random random = new Random(seed);
      byte[] document = document(random);
      try {
        reader.read(document);
        valid++;
      } catch (ManifestException e) {
        check(e, document, seed);
        semantic += e.problems().size() > 1 ? 1 : 0;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + ": " + show(document), e);
      }
    }
    if (only == null) {
      assertThat(valid).as("valid manifests among them").isGreaterThan(RUNS / 20);
      assertThat(semantic).as("manifests with several problems").isGreaterThan(RUNS / 20);
    }
  }

  private static void check(ManifestException e, byte[] document, long seed) {
    String text = show(document);
    assertThat(e.problems()).as("seed %d: %s", seed, text).isNotEmpty();
    int lines = (int) text.chars().filter(c -> c == '\n' || c == '\r').count() + 1;
    ManifestProblem last = e.problems().getFirst();
    for (ManifestProblem problem : e.problems()) {
      assertThat(problem.problem().message()).as("seed %d", seed).isNotBlank();
      assertThat(problem.problem().hint().orElse("")).as("seed %d: %s", seed, problem).isNotBlank();
      assertThat(problem.line()).as("seed %d: %s in %s", seed, problem, text).isBetween(1, lines);
      assertThat(problem.column()).as("seed %d: %s", seed, problem).isPositive();
      assertThat(problem.toString().chars().filter(Character::isISOControl))
          .as("control characters, seed %d: %s", seed, problem)
          .isEmpty();
      assertThat(problem.line()).as("order, seed %d", seed).isGreaterThanOrEqualTo(last.line());
      last = problem;
    }
  }

  private static String show(byte[] document) {
    return new String(document, StandardCharsets.UTF_8);
  }

  private static byte[] document(Random random) {
    String text = random.nextInt(10) == 0 ? value(random, 5) : manifest(random);
    int mutations = random.nextInt(4);
    StringBuilder mutated = new StringBuilder(text);
    for (int i = 0; i < mutations; i++) {
      mutate(mutated, random);
    }
    byte[] bytes = mutated.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(5)) {
      case 0 -> text.insert(at, pick(random, TOKENS));
      case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
      case 2 -> text.insert(at, value(random, 2));
      case 3 -> replaceWord(text, random);
      default -> text.setLength(random.nextInt(4) == 0 ? at : text.length());
    }
  }

  private static void replaceWord(StringBuilder text, Random random) {
    String word = pick(random, WORDS);
    int at = word.isEmpty() ? -1 : text.indexOf(word);
    if (at >= 0) {
      text.replace(at, at + word.length(), pick(random, WORDS));
    }
  }

  private static String manifest(Random random) {
    String line = random.nextBoolean() ? "\n  " : " ";
    int count = 1 + random.nextInt(4);
    List<String> nodes = new ArrayList<>();
    List<String> connections = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String type = List.of("MultiplyNode", "AddNode", "PassThrough").get(random.nextInt(3));
      String extra =
          switch (random.nextInt(5)) {
            case 0 -> ", \"execution\": {\"timeout\": \"1s\", \"retry\": {\"attempts\": 2}}";
            case 1 -> ", \"params\": {}";
            case 2 -> random.nextInt(4) == 0 ? ", \"params\": " + value(random, 2) : "";
            default -> "";
          };
      nodes.add("{\"id\": \"n" + i + "\", \"node_type\": \"" + type + "\"" + extra + "}");
      if (i > 0) {
        connections.add("{\"from\": \"n" + random.nextInt(i) + "\", \"to\": \"n" + i + "\"}");
      }
    }
    String manifest =
        String.join(
            "," + line,
            "{\"version\": \"v1\"",
            "\"metadata\": {\"name\": \"x\"}",
            "\"nodes\": [" + String.join("," + line, nodes) + "]",
            "\"connections\": [" + String.join("," + line, connections) + "]}");
    return random.nextInt(4) == 0
        ? "{\"manifest\": " + manifest + ", \"input_data\": " + value(random, 3) + "}"
        : manifest;
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> String.valueOf(random.nextInt());
      case 1 -> String.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(40)));
      case 2 -> "null";
      case 3 -> "true";
      case 4, 5 -> "\"" + pick(random, WORDS) + "\"";
      case 6, 7 -> {
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(value(random, depth - 1));
        }
        yield "[" + String.join(", ", elements) + "]";
      }
      default -> {
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.add("\"" + pick(random, WORDS) + "\": " + value(random, depth - 1));
        }
        yield "{" + String.join(", ", members) + "}";
      }
    };
  }

  private static String pick(Random random, String[] words) {
    return words[random.nextInt(words.length)];
  }
}

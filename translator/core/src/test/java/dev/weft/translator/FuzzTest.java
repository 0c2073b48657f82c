package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever the source, there is a translation that compiles or a clean diagnostic: never a crash or
 * a hang, and hardly ever Java that only javac refuses. A failure names the seed; {@code
 * -Dweft.fuzz.seed} with {@code -Dweft.fuzz.count=1} runs it again. The long run is {@code -Pfuzz};
 * started again, it goes on behind the parts that {@code target/fuzz.log} has.
 */
class FuzzTest {
  private static final Path LOG = Path.of("target", "fuzz.log");

  /** How many seeds are run between two entries of the log. */
  private static final int PART = 1000;

  /** The share of accepted sources of which javac may refuse the Java. */
  private static final double MOST_UNCOMPILABLE = 0.005;

  @Test
  void aFewSourcesNeitherCrashNorHang() throws IOException, URISyntaxException {
    FuzzRun run = new FuzzRun();
    run.run(1, 150);
    assertThat(run.failures).isEmpty();
    assertThat(run.uncompilable).as("Java that does not compile").isEmpty();
  }

  @Test
  @Tag("endurance")
  void manySourcesOfAllKinds() throws IOException, URISyntaxException {
    long first = Long.getLong("weft.fuzz.seed", 1);
    int count = Integer.getInteger("weft.fuzz.count", 2000);
    List<String> failures = new ArrayList<>();
    List<FuzzRun.Uncompilable> uncompilable = new ArrayList<>();
    FuzzRun.Counts all = FuzzRun.Counts.NONE;
    TreeSet<String> done = new TreeSet<>(Files.exists(LOG) ? Files.readAllLines(LOG) : List.of());
    for (long seed = first; seed < first + count; seed += PART) {
      int size = (int) Math.min(PART, first + count - seed);
      String part = "%d+%d:".formatted(seed, size);
      String before = done.ceiling(part);
      if (before != null && before.startsWith(part)) {
        all = all.plus(FuzzRun.Counts.parse(before.substring(part.length())));
        continue;
      }
      FuzzRun run = new FuzzRun();
      FuzzRun.Counts counts = run.run(seed, size);
      all = all.plus(counts);
      failures.addAll(run.failures);
      uncompilable.addAll(run.uncompilable);
      run.failures.forEach(System.out::println);
      run.uncompilable.forEach(System.out::println);
      System.out.println(part + counts);
      Files.writeString(
          LOG, part + counts + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    System.out.println("all: " + all);
    assertThat(failures).isEmpty();
    assertThat(all.failed()).as("failures of parts run before").isZero();
    assertThat(all.uncompilableShare())
        .as("share of Java that does not compile: %s", uncompilable)
        .isLessThan(MOST_UNCOMPILABLE);
  }
}

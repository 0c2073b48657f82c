package dev.weft.runtime.test;

import static dev.weft.runtime.test.ExploreSchedulesSubjects.RUNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.Channel;
import dev.weft.runtime.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class ExploreSchedulesTest {
  private static List<Throwable> failures(String method) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(ExploreSchedulesSubjects.class, method))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .map(event ->
            event
                .getPayload(TestExecutionResult.class)
                .flatMap(TestExecutionResult::getThrowable)
                .orElseThrow())
        .toList();
  }

  private static String seedOf(Throwable failure) {
    Matcher matcher =
        Pattern.compile("with seed (\\d+) .*-Dweft\\.test\\.seed=\\1,", Pattern.DOTALL)
            .matcher(failure.getMessage());
    assertThat(matcher.find()).as(failure.getMessage()).isTrue();
    return matcher.group(1);
  }

  @Test
  void aRaceIsFoundAndItsSeedFindsItAgain() {
    List<Throwable> failures = failures("losesAnIncrement");
    assertThat(failures).hasSize(1);
    String seed = seedOf(failures.getFirst());
    System.setProperty("weft.test.seed", seed);
    try {
      assertThat(failures("losesAnIncrement"))
          .singleElement()
          .satisfies(again -> assertThat(again).hasMessageContaining("(1 of 1)"));
    } finally {
      System.clearProperty("weft.test.seed");
    }
  }

  @Test
  void soundCodeIsRunWithEverySeed() {
    RUNS.set(0);
    assertThat(failures("incrementsInOneStep")).isEmpty();
    assertThat(RUNS).hasValue(200);
  }

  @Test
  void theNumberOfSeedsMayBeOverridden() {
    RUNS.set(0);
    System.setProperty("weft.test.seeds", "7");
    try {
      assertThat(failures("incrementsInOneStep")).isEmpty();
    } finally {
      System.clearProperty("weft.test.seeds");
    }
    assertThat(RUNS).hasValue(7);
  }

  @Test
  void aPropertyThatIsNoNumberIsRefused() {
    System.setProperty("weft.test.seed", "x1");
    try {
      assertThat(failures("incrementsInOneStep"))
          .singleElement()
          .satisfies(
              failure -> assertThat(failure).hasMessageContainingAll("weft.test.seed", "'x1'"));
    } finally {
      System.clearProperty("weft.test.seed");
    }
  }

  @Test
  void aRunThatHangsFailsWithItsSeedAndADump() {
    assertThat(failures("hangs"))
        .singleElement()
        .satisfies(failure ->
            assertThat(failure)
                .hasMessageContainingAll(
                    "with seed 0", "did not end within 1 s", "stuck: running"));
  }

  @Test
  void noSeedsAreAMistake() {
    assertThat(failures("triesNothing"))
        .singleElement()
        .satisfies(failure -> assertThat(failure).hasMessageContaining("0 seeds"));
  }

  private final Set<AsyncRuntime> seen = ConcurrentHashMap.newKeySet();

  @ExploreSchedules(seeds = 20)
  void eachRunHasItsOwnRuntimeAndClock(AsyncRuntime runtime, TestInfo info, VirtualClock clock) {
    assertThat(seen.add(runtime)).isTrue();
    assertThat(Async.currentRuntime()).isSameAs(runtime);
    assertThat(clock.now()).isZero();
    assertThat(info.getDisplayName()).startsWith("eachRun");
    Async.sleep(Duration.ofDays(1));
  }

  @ExploreSchedules(seeds = 500)
  void aChannelKeepsEachSendersOrder() {
    Channel<String> channel = Channel.buffered(2);
    List<String> received = new ArrayList<>();
    Async.group(group -> {
      for (String sender : List.of("a", "b")) {
        group.spawn(() -> {
          for (int i = 0; i < 3; i++) {
            channel.send(sender + i);
          }
        });
      }
      for (int i = 0; i < 6; i++) {
        received.add(channel.receive());
      }
    });
    assertThat(received).contains("a0", "b0").containsSubsequence("a0", "a1", "a2");
    assertThat(received).containsSubsequence("b0", "b1", "b2");
  }
}

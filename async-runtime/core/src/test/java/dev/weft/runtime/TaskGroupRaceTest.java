package dev.weft.runtime;

import static dev.weft.runtime.Runtimes.forever;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens where tasks of a group, and its body, run in parallel. */
@Timeout(60)
class TaskGroupRaceTest {

  @Test
  void aMemberThatFailsWhileTheBodyStillSpawnsIsWhatTheGroupFailsWith() {
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      runtime.blockOn(() -> {
        for (int round = 0; round < 200; round++) {
          assertThatThrownBy(TaskGroupRaceTest::spawnBesideAFailure)
              .isInstanceOf(AsyncException.Join.class)
              .hasRootCauseMessage("expected");
          assertThat(Async.currentTask().orElseThrow().cancelRequests()).isZero();
          Async.checkCancelled();
        }
      });
    }
  }

  private static void spawnBesideAFailure() {
    Async.group(group -> {
      group.spawn(() -> {
        throw new IllegalStateException("expected");
      });
      for (int i = 0; i < 300; i++) {
        // Those that get in at the last moment must be cancelled with the others.
        group.spawn(() -> Async.sleep(forever()));
      }
    });
  }

  @Test
  void aFailureAtTheMomentTheBodyEndsLeavesNoRequestBehind() {
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      runtime.blockOn(() -> {
        for (int round = 0; round < 2000; round++) {
          int spins = round % 50;
          assertThatThrownBy(() -> failAfter(spins))
              .isInstanceOf(AsyncException.Join.class)
              .hasRootCauseMessage("expected");
          assertThat(Async.currentTask().orElseThrow().cancelRequests()).isZero();
          Async.checkCancelled();
        }
      });
    }
  }

  private static void failAfter(int spins) {
    Async.group(group -> {
      for (int i = 0; i < 2; i++) {
        group.spawn(() -> {
          throw new IllegalStateException("expected");
        });
      }
      for (int i = 0; i < spins; i++) {
        Thread.onSpinWait();
      }
    });
  }
}

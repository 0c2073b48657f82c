package dev.weft.executor.translated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.NodeSpec;
import dev.weft.runtime.AsyncRuntime.Backend;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamsAgreeTest {
  private static final String FILE = "streams.py";

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void anAsyncFunctionGivesTheSame(Backend backend) {
    agree(backend, function("Doubled"), 1L, -2L, 3.5, "x");
    agree(backend, function("Gathered"), List.of("a", "b"), List.of("a", "bad"), List.of());
    agree(backend, function("Late"), 0.0, 5.0, 0.001);
    agree(backend, function("Grouped"), List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void aStreamGivesTheSame(Backend backend) {
    agree(backend, whole("SlidingMean", Map.of("size", 2)), 1L, 2L, 4L, 8L);
    agree(backend, whole("SlidingMean", Map.of("size", 0)), 1L);
    agree(backend, whole("Pairs", Map.of()), 1L, 2L, 3L);
    agree(backend, whole("FailsLate", Map.of()), Map.of("value", 1L), Map.of("value", 2L), 3L);
    agree(backend, whole("BatchInTime", Map.of("size", 2, "wait", 5.0)), 1L, 2L, 3L, 4L, 5L);
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void aSourceGivesTheSame(Backend backend) {
    agree(backend, whole("Countdown", Map.of()));
    agree(backend, whole("Countdown", Map.of("start", 5)));
    agree(backend, whole("SlowCountdown", Map.of()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void stateAndDataclassesAreTheSame(Backend backend) {
    agree(backend, function("Unseen"), "a", "b", "a", List.of(1L), List.of(1L));
    agree(backend, function("Points"), 3L);
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void aNodeThatWaitsForeverIsEnded(Backend backend) {
    agree(backend, function("Stuck"), 1L);
  }

  private static NodeSpec function(String type) {
    return BothEngines.node(FILE, type, Map.of());
  }

  private static NodeSpec whole(String type, Map<String, ?> params) {
    return BothEngines.node(FILE, type, params).withExecution(ExecutionPolicy.DEFAULT);
  }

  private static void agree(Backend backend, NodeSpec node, Object... items) {
    assertThat(BothEngines.translated(backend, node, items))
        .isEqualTo(BothEngines.embedded(node, items));
  }
}

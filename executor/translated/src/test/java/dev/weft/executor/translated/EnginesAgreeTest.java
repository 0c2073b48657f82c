package dev.weft.executor.translated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.NodeSpec;
import dev.weft.runtime.AsyncRuntime.Backend;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginesAgreeTest {

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void aFunctionGivesTheSame(Backend backend) {
    agree(
        backend, "say_number.py", "SayNumber", Map.of("suffix", "!"), 3L, 4L, "boom", 5L, "x", -6L);
    agree(backend, "say_number.py", "SayNumber", Map.of("least", 4), 3L, 4L, 5.5, List.of());
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void objectsAreTakenApartTheSame(Backend backend) {
    agree(
        backend,
        "say_number.py",
        "Fields",
        Map.of(),
        Map.of("name", "ada", "numbers", List.of(1L, 2L, 4L)),
        Map.of("name", "ada", "numbers", List.of()),
        Map.of("name", 7L, "numbers", List.of(1L)),
        Map.of("numbers", List.of(1L)),
        "text",
        5L,
        List.of(1L),
        Map.of("name", "x", "numbers", List.of("a")),
        Map.of("name", "x", "numbers", List.of(1L), "area", -1L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void aGeneratorGivesTheSame(Backend backend) {
    agree(backend, "say_number.py", "Words", Map.of("least", 3), "The quick brown fox is", "", 5L);
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void numbersAreExact(Backend backend) {
    agree(
        backend,
        "say_number.py",
        "Big",
        Map.of(),
        3L,
        new BigInteger("123456789012345678901234567890"),
        -5L,
        2.5,
        Long.MAX_VALUE,
        true);
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void whatDoesNotCrossIsRefusedTheSame(Backend backend) {
    agree(backend, "say_number.py", "ReturnsSet", Map.of(), 1L);
    agree(backend, "say_number.py", "ReturnsObject", Map.of(), 1L);
    agree(backend, "say_number.py", "ReturnsComplex", Map.of(), 1L);
    agree(backend, "say_number.py", "YieldsSet", Map.of(), 1L);
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void whatANodePassesOnUntouchedIsTheSame(Backend backend) {
    Object[] items = {nested(0L), nested(1L), nested(2L)};
    agree(backend, "own_values.py", "Untouched", Map.of(), items);
    assertThat(items).containsExactly(nested(0L), nested(1L), nested(2L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void whatANodeChangesLaterIsNotSeenByOthers(Backend backend) {
    Object[] items = {nested(0L), nested(1L)};
    NodeSpec node = BothEngines.node("own_values.py", "OwnValues", Map.of());
    assertThat(BothEngines.translated(backend, node, items).outputs())
        .hasToString(
            """
            [{deep=0, inner={list=[1, {n=2}, x]}}, \
            {deep=0, inner={list=[1, {n=2}, x, later]}}, \
            {deep=0, inner={list=[{n=0}, {n=2}, x, later]}, same=[{n=0}, {n=2}, x, later], \
            first={list=[{n=0}, {n=2}, x, later]}}, \
            {deep=0, inner={list=[{n=0}, {n=2}, x, later, 1]}, other=null}, \
            {deep=1, inner={list=[1, {n=2}, x]}}, \
            {deep=1, inner={list=[1, {n=2}, x, later]}}, \
            {deep=1, inner={list=[{n=1}, {n=2}, x, later]}, same=[{n=1}, {n=2}, x, later], \
            first={list=[{n=0}, {n=2}, x, later, 1]}}, \
            {deep=1, inner={list=[{n=1}, {n=2}, x, later]}, other=null}]\
            """);
    assertThat(items).containsExactly(nested(0L), nested(1L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void whatHoldsItselfOrIsTooDeepIsRefusedTheSame(Backend backend) {
    agree(backend, "own_values.py", "Knots", Map.of(), nested(5L), nested(0L), nested(1_600L));
  }

  private static Map<String, Object> nested(long deep) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("deep", deep);
    item.put("inner", Map.of("list", Arrays.asList(1L, Map.of("n", 2L), "x")));
    return item;
  }

  @Test
  void anItemKeepsItsIndexOverAnAwait() {
    NodeSpec node = BothEngines.node("say_number.py", "Slow", Map.of());
    NodeSpec wide = node.withExecution(node.execution().withConcurrency(3));
    BothEngines.Seen seen = BothEngines.translated(Backend.EVENT_LOOP, wide, 0.3, 0.2, 0.1);
    assertThat(seen).isEqualTo(BothEngines.embedded(wide, 0.3, 0.2, 0.1));
    assertThat(seen.outputs()).contains(List.of(0.2, 1L, 1L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void contextVariablesAreThoseOfATask(Backend backend) {
    NodeSpec node = BothEngines.node("say_number.py", "Remembers", Map.of());
    NodeSpec wide = node.withExecution(node.execution().withConcurrency(3));
    BothEngines.Seen seen = BothEngines.translated(backend, wide, 3L, 2L, 1L);
    assertThat(seen).isEqualTo(BothEngines.embedded(wide, 3L, 2L, 1L));
    assertThat(seen.outputs()).containsExactlyInAnyOrder(4L, 3L, 2L);
  }

  @Test
  void tracebacksCallTheCodeAsPythonDoes() {
    NodeSpec node = BothEngines.node("say_number.py", "Falls", Map.of());
    List<String> embedded = BothEngines.frames(BothEngines.EMBEDDED, node, 3L);
    assertThat(embedded)
        .containsExactly(
            "say_number.py:112 process",
            "say_number.py:115 fall_deeper",
            "say_number.py:115 fall_deeper",
            "say_number.py:115 fall_deeper",
            "say_number.py:111 <lambda>");
    assertThat(BothEngines.frames(BothEngines.TRANSLATED, node, 3L)).isEqualTo(embedded);
  }

  @Test
  void whatDoesNotCrossIsToldWithThePlaceOfTheMethodThatGaveIt() {
    assertThat(
            BothEngines.embedded(BothEngines.node("say_number.py", "ReturnsSet", Map.of()), 1L)
                .skipped())
        .singleElement()
        .asString()
        .contains("TypeError: the result holds a set", "| TypeError say_number.py:67", "item 0");
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP"})
  void paramsAreCheckedTheSame(Backend backend) {
    agree(backend, "say_number.py", "SayNumber", Map.of("sufix", "!"), 3L);
    agree(backend, "say_number.py", "Words", Map.of("least", "many"), "a");
    agree(backend, "say_number.py", "Nobody", Map.of(), "a");
  }

  private static void agree(
      Backend backend, String file, String type, Map<String, ?> params, Object... items) {
    BothEngines.Seen expected = BothEngines.embedded(BothEngines.node(file, type, params), items);
    assertThat(BothEngines.translated(backend, BothEngines.node(file, type, params), items))
        .isEqualTo(expected);
  }
}

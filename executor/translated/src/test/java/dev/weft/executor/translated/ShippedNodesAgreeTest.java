package dev.weft.executor.translated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeSpec;
import dev.weft.runtime.AsyncRuntime.Backend;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The module weft.nodes gives translated what it gives in CPython. */
class ShippedNodesAgreeTest {
  private static final BigInteger BIG = BigInteger.TWO.pow(200).subtract(BigInteger.ONE);
  private static final List<Object> NUMBERS =
      List.of(0L, 1L, -7L, 2.5, -0.0, 1e300, Long.MAX_VALUE, Long.MIN_VALUE, BIG, "x", true);
  private static final List<Object> TEXTS =
      List.of(
          "Hello WASM",
          "  two  words\t\n",
          "",
          "straße ǆ ŉ Σίσυφος ΑΣ o'neill",
          "a\u0085b\u00a0c\u2003d\u001ce",
          "😀 emoji \u0301 é",
          "ﬁ ﬂ İstanbul ıI");
  private static final List<Object> OBJECTS =
      List.of(
          Map.of("a", 1L, "b", "text"),
          Map.of("a", 3.5),
          Map.of("b", List.of(1L, "x")),
          "no object",
          Map.of("a", "text"),
          Map.of("a", false));

  static List<Arguments> nodes() {
    List<Object> operations =
        List.of(
            "uppercase",
            "lowercase",
            "title_case",
            "reverse",
            "word_count",
            "char_count",
            "remove_spaces",
            "first_word",
            "last_word",
            "shout");
    return List.of(
        Arguments.of("PassThroughNode", Map.of(), OBJECTS),
        Arguments.of("EchoNode", Map.of(), OBJECTS),
        Arguments.of("MultiplyNode", Map.of("factor", 3L), NUMBERS),
        Arguments.of("MultiplyNode", Map.of("factor", 1e300), NUMBERS),
        Arguments.of("MultiplyNode", Map.of("multiplier", 3L), NUMBERS),
        Arguments.of("AddNode", Map.of("addend", 0.1), NUMBERS),
        Arguments.of("CalculatorNode", Map.of("operation", "add", "operand", 5L), NUMBERS),
        Arguments.of("CalculatorNode", Map.of("operation", "divide", "operand", 2L), NUMBERS),
        Arguments.of("CalculatorNode", Map.of("operation", "divide", "operand", 0L), NUMBERS),
        Arguments.of("CalculatorNode", Map.of("operation", "modulo", "operand", 2.5), NUMBERS),
        Arguments.of("CalculatorNode", Map.of("operation", "power", "operand", 3L), NUMBERS),
        Arguments.of("CalculatorNode", Map.of("operation", "root", "operand", 3L), NUMBERS),
        Arguments.of(
            "CalculatorNode", Map.of("operation", "power", "operand", 1_000_000L), NUMBERS),
        Arguments.of("TextProcessorNode", Map.of("operations", operations), TEXTS),
        Arguments.of(
            "TextProcessorNode",
            Map.of(),
            List.of(
                Map.of("text", "Hello WASM", "operations", List.of("uppercase", "word_count")),
                Map.of("text", 1L),
                Map.of("text", "a", "operations", "uppercase"),
                Map.of("text", "a", "operations", List.of(1L)),
                7L)),
        Arguments.of("BatchNode", Map.of("size", 4L), OBJECTS),
        Arguments.of("BufferNode", Map.of("size", 2L), NUMBERS),
        Arguments.of("CounterNode", Map.of(), OBJECTS),
        Arguments.of("ExpanderNode", Map.of("count", 3L), OBJECTS),
        Arguments.of(
            "ExpanderNode", Map.of(), List.of(List.of(1L, 2L), List.of(), "x", List.of("y"))),
        Arguments.of("RangeGeneratorNode", Map.of("start", 5L, "end", -6L, "step", -3L), List.of()),
        Arguments.of("RangeGeneratorNode", Map.of("step", 0L), List.of()),
        Arguments.of("FilterNode", Map.of("field", "a", "value", 2L, "operator", "gt"), OBJECTS),
        Arguments.of("FilterNode", Map.of("field", "a", "operator", "exists"), OBJECTS),
        Arguments.of("FilterNode", Map.of("operator", "exists"), OBJECTS),
        Arguments.of("FilterNode", Map.of("value", 1L, "operator", "ne"), NUMBERS),
        Arguments.of(
            "FilterNode", Map.of("field", "b", "value", "x", "operator", "contains"), OBJECTS),
        Arguments.of(
            "DataTransformNode",
            Map.of(
                "select",
                List.of("b", "a"),
                "rename",
                Map.of("a", "alpha"),
                "set",
                Map.of("c", 1L)),
            OBJECTS),
        Arguments.of("DataTransformNode", Map.of("remove", List.of("a")), OBJECTS));
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void translatedGivesWhatCPythonGives(String type, Map<String, ?> params, List<Object> items) {
    boolean function = !List.of("BatchNode", "BufferNode", "RangeGeneratorNode").contains(type);
    NodeSpec node =
        NodeSpec.of("n", type, params)
            .withCode(new NodeCode("python", Map.of("module", "weft.nodes")))
            .withExecution(
                function
                    ? ExecutionPolicy.DEFAULT.withOnError(ExecutionPolicy.OnError.SKIP)
                    : ExecutionPolicy.DEFAULT);
    assertThat(BothEngines.translated(Backend.VIRTUAL_THREADS, node, items.toArray()))
        .isEqualTo(BothEngines.embedded(node, items.toArray()));
  }
}

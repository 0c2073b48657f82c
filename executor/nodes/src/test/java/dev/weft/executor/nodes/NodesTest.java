package dev.weft.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.executor.Input;
import dev.weft.executor.JsonNull;
import dev.weft.executor.Limits;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineException;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the built-in nodes do. */
class NodesTest {
  private static final NodeRegistry REGISTRY = NodeRegistry.load();

  private static Pipeline one(String type, Map<String, ?> params) {
    return Pipeline.of(PipelineSpec.builder("test").node("it", type, params).build(), REGISTRY);
  }

  private static List<Object> run(String type, Map<String, ?> params, Object... items) {
    return one(type, params).run(Input.of(List.of(items))).outputs();
  }

  private static String failure(String type, Map<String, ?> params, Object... items) {
    Pipeline pipeline = one(type, params);
    return String.valueOf(
        org.assertj.core.api.Assertions.catchThrowableOfType(
                PipelineException.Failed.class, () -> pipeline.run(Input.of(List.of(items))))
            .getMessage());
  }

  private static List<String> problems(String type, Map<String, ?> params) {
    PipelineSpec spec = PipelineSpec.builder("test").node("it", type, params).build();
    return Pipeline.validate(spec, REGISTRY, Limits.DEFAULT).stream()
        .map(it -> it.toString().replace("nodes[0].params", "$"))
        .toList();
  }

  @Test
  void loaderFindsAllTypes() {
    assertThat(REGISTRY.types())
        .extracting(NodeType::name)
        .containsExactly(
            "AddNode",
            "BatchNode",
            "BufferNode",
            "CalculatorNode",
            "CounterNode",
            "DataTransformNode",
            "EchoNode",
            "ExpanderNode",
            "FilterNode",
            "MultiplyNode",
            "PassThroughNode",
            "RangeGeneratorNode",
            "TextProcessorNode");
    assertThat(REGISTRY.types()).allSatisfy(it -> assertThat(it.summary()).endsWith("."));
  }

  @Test
  void flagshipGivesExactIntegers() {
    PipelineSpec spec =
        PipelineSpec.builder("calculator")
            .node("multiply", "MultiplyNode", Map.of("factor", 2L))
            .node("add", "AddNode", Map.of("addend", 10L))
            .connect("multiply", "add")
            .build();
    RunResult result = Pipeline.of(spec, REGISTRY).run(Input.of(List.of(5L, 7L, 3L)));
    assertThat(result.outputs()).isEqualTo(List.of(20L, 24L, 16L));
    assertThat(result.graph().executionOrder()).containsExactly("multiply", "add");
  }

  @Test
  void arithmeticIsExactAndGrows() {
    assertThat(run("MultiplyNode", Map.of("factor", 2L), 7L, 1.5, Long.MAX_VALUE))
        .isEqualTo(List.of(14L, 3.0, BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO)));
    assertThat(
            run(
                "AddNode",
                Map.of("addend", 1L),
                Long.MAX_VALUE,
                BigInteger.ONE.shiftLeft(63).negate()))
        .isEqualTo(List.of(BigInteger.ONE.shiftLeft(63), Long.MIN_VALUE + 1));
    assertThat(failure("MultiplyNode", Map.of("factor", 1e300), 1e300))
        .isEqualTo("node 'it' failed at item 0: the result is too large for a float");
    assertThat(failure("AddNode", Map.of("addend", 1L), 1L, "x"))
        .isEqualTo("node 'it' failed at item 1: expected a finite number, got string \"x\"");
    assertThat(failure("AddNode", Map.of("addend", 1L), JsonNull.NULL)).endsWith("got null");
    assertThat(failure("AddNode", Map.of("addend", 1L), true)).endsWith("got boolean true");
  }

  @Test
  void calculatorFollowsPythonOnSigns() {
    assertThat(run("CalculatorNode", Map.of("operation", "divide", "operand", 2L), 6L, 7L))
        .isEqualTo(List.of(3L, 3.5));
    assertThat(run("CalculatorNode", Map.of("operation", "modulo", "operand", -3L), 7L, -7L, 6L))
        .isEqualTo(List.of(-2L, -1L, 0L));
    assertThat(run("CalculatorNode", Map.of("operation", "modulo", "operand", 3L), 7.5, -7.5))
        .isEqualTo(List.of(1.5, 1.5));
    assertThat(run("CalculatorNode", Map.of("operation", "power", "operand", 64L), 2L, -1L, 0L))
        .isEqualTo(List.of(BigInteger.ONE.shiftLeft(64), 1L, 0L));
    assertThat(
            run("CalculatorNode", Map.of("operation", "subtract", "operand", 1L), Long.MIN_VALUE))
        .isEqualTo(List.of(BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE)));
    assertThat(failure("CalculatorNode", Map.of("operation", "divide", "operand", 0L), 6L))
        .isEqualTo("node 'it' failed at item 0: division by zero: 6 by 0");
    assertThat(
            failure("CalculatorNode", Map.of("operation", "power", "operand", 1_000_000L), 1000L))
        .contains("power too large");
    assertThat(problems("CalculatorNode", Map.of("operation", "dived", "operand", 1L)))
        .singleElement()
        .isEqualTo(
            "$.operation: expected one of add, subtract, multiply, divide, modulo, power, not another word, got \"dived\"; did you mean 'divide'?");
  }

  @Test
  void unknownParamSuggestsTheRightOne() {
    assertThat(problems("MultiplyNode", Map.of("multiplier", 2L)))
        .containsExactly(
            "$.multiplier: unknown param of MultiplyNode, got \"multiplier\"; did you mean 'factor'?",
            "$: missing param 'factor' of MultiplyNode; give it: number");
  }

  @Test
  void echoCountsAndNamesTheNode() {
    assertThat(run("EchoNode", Map.of(), "a", "b").getLast())
        .isEqualTo(Map.of("input", "b", "counter", 2L, "node", "it"));
  }

  @Test
  void batchFlushesTheRest() {
    assertThat(run("BatchNode", Map.of("size", 2L), 1L, 2L, 3L))
        .isEqualTo(List.of(List.of(1L, 2L), List.of(3L)));
    assertThat(run("BufferNode", Map.of("size", 2L), 1L)).isEqualTo(List.of(List.of(1L)));
    assertThat(problems("BatchNode", Map.of("size", 0L)))
        .containsExactly("$.size: out of range, got 0; write integer from 1 to 1000000");
  }

  @Test
  void expanderRepeatsOrTakesListsApart() {
    assertThat(run("ExpanderNode", Map.of("count", 1000L), 1L, 2L)).hasSize(2000).endsWith(2L);
    assertThat(run("ExpanderNode", Map.of(), List.of(1L, 2L), List.of(), List.of(3L)))
        .isEqualTo(List.of(1L, 2L, 3L));
    assertThat(failure("ExpanderNode", Map.of(), 5L)).contains("expected a list, got 5");
  }

  @Test
  void counterGoesOnInItsSession() {
    Pipeline pipeline = one("CounterNode", Map.of());
    RunOptions first = RunOptions.DEFAULT.session("first");
    assertThat(pipeline.run(Input.of(List.of("a", "b")), first).outputs().getLast())
        .isEqualTo(Map.of("item", "b", "count", 2L));
    assertThat(pipeline.run(Input.of(List.of("c")), first).outputs())
        .isEqualTo(List.of(Map.of("item", "c", "count", 3L)));
    assertThat(pipeline.run(Input.of(List.of("c")), first.session("second")).outputs())
        .isEqualTo(List.of(Map.of("item", "c", "count", 1L)));
  }

  @Test
  void rangeIsThatOfPython() {
    assertThat(one("RangeGeneratorNode", Map.of("end", 3L)).run(Input.none()).outputs())
        .isEqualTo(List.of(0L, 1L, 2L));
    assertThat(
            one("RangeGeneratorNode", Map.of("start", 5L, "end", 0L, "step", -2L))
                .run(Input.none())
                .outputs())
        .isEqualTo(List.of(5L, 3L, 1L));
    assertThat(
            one(
                    "RangeGeneratorNode",
                    Map.of("start", Long.MAX_VALUE - 1, "end", Long.MAX_VALUE, "step", 2L))
                .run(Input.none())
                .outputs())
        .isEqualTo(List.of(Long.MAX_VALUE - 1));
    assertThat(problems("RangeGeneratorNode", Map.of("step", 0L)))
        .containsExactly("$.step: a range cannot go by 0, got 0; write a step above or below 0");
  }

  @Test
  void filterComparesNumbersByValue() {
    assertThat(run("FilterNode", Map.of("operator", "ge", "value", 2L), 1L, 2.0, 3L))
        .isEqualTo(List.of(2.0, 3L));
    Map<String, Object> params = Map.of("field", "n", "operator", "eq", "value", 2.0);
    assertThat(run("FilterNode", params, Map.of("n", 2L), Map.of("n", 3L), Map.of("m", 2L)))
        .isEqualTo(List.of(Map.of("n", 2L)));
    assertThat(run("FilterNode", Map.of("operator", "contains", "value", "b"), "abc", "xyz"))
        .isEqualTo(List.of("abc"));
    assertThat(
            run(
                "FilterNode",
                Map.of("field", "n", "operator", "exists"),
                Map.of("n", 1L),
                Map.of()))
        .isEqualTo(List.of(Map.of("n", 1L)));
    assertThat(failure("FilterNode", Map.of("operator", "lt", "value", 2L), "a"))
        .contains("cannot compare string \"a\" with 2");
    assertThat(problems("FilterNode", Map.of("operator", "lt")))
        .containsExactly("$.operator: `lt` needs a value, got \"lt\"; give `value`");
  }

  @Test
  void transformSelectsRenamesAndSets() {
    Map<String, Object> params =
        Map.of(
            "select", List.of("b", "a", "x"),
            "remove", List.of("x"),
            "rename", Map.of("a", "alpha"),
            "set", Map.of("c", 3L));
    assertThat(run("DataTransformNode", params, Map.of("a", 1L, "b", 2L, "x", 0L)))
        .singleElement()
        .hasToString("{b=2, alpha=1, c=3}");
    assertThat(problems("DataTransformNode", Map.of("select", List.of("a", 1L))))
        .containsExactly(
            "$.select[1]: expected a string, got 1; write the name of a field in quotes");
  }

  @Test
  void textProcessorGivesTheResultsOfTheBrief() {
    Object output =
        run(
                "TextProcessorNode",
                Map.of(),
                Map.of("text", "Hello WASM", "operations", List.of("uppercase", "word_count")))
            .getFirst();
    assertThat(output)
        .isEqualTo(
            Map.of(
                "original_text", "Hello WASM",
                "operations", List.of("uppercase", "word_count"),
                "results", Map.of("uppercase", "HELLO WASM", "word_count", 2L),
                "processed_by", "TextProcessorNode[it]",
                "node_config", Map.of()));
    assertThat(((Map<?, ?>) output).keySet())
        .extracting(Object::toString)
        .containsExactly("original_text", "operations", "results", "processed_by", "node_config");
    assertThat(run("TextProcessorNode", Map.of("operations", List.of("shout")), "x").getFirst())
        .extracting("results")
        .isEqualTo(Map.of("shout", "Unknown operation: shout"));
  }

  @Test
  void exactArithmeticAgreesWithBigIntegers() {
    java.util.Random random = new java.util.Random(42);
    LongStream.range(0, 2000)
        .forEach(_ -> {
          long a = random.nextLong() >> random.nextInt(64);
          long b = random.nextLong() >> random.nextInt(64);
          BigInteger x = BigInteger.valueOf(a);
          BigInteger y = BigInteger.valueOf(b);
          assertThat(Arithmetic.add(a, b)).hasToString(x.add(y).toString());
          assertThat(Arithmetic.multiply(a, b)).hasToString(x.multiply(y).toString());
          assertThat(Arithmetic.subtract(a, b)).hasToString(x.subtract(y).toString());
        });
    assertThatThrownBy(() -> Arithmetic.divide(1L, 0.0)).isInstanceOf(ArithmeticException.class);
  }
}

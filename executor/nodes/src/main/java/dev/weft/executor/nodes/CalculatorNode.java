package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import java.util.List;
import java.util.function.BinaryOperator;

/** One operation of arithmetic on each number. */
public final class CalculatorNode implements NodeType {
  private static final Param<String> OPERATION =
      Param.choice(
          "operation",
          "What is done with each number, on the left, and the operand, on the right.",
          "add",
          "subtract",
          "multiply",
          "divide",
          "modulo",
          "power");
  private static final Param<Number> OPERAND =
      Param.number("operand", "The number on the right.").alsoCalled("value", "number");

  @Override
  public String summary() {
    return "Applies one operation of arithmetic to each number; integers stay exact, and division by"
        + " zero is an error.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(OPERATION, OPERAND);
  }

  @Override
  public Node.Function create(NodeContext context) {
    Number operand = context.get(OPERAND);
    BinaryOperator<Number> operation =
        switch (context.get(OPERATION)) {
          case "add" -> Arithmetic::add;
          case "subtract" -> Arithmetic::subtract;
          case "multiply" -> Arithmetic::multiply;
          case "divide" -> Arithmetic::divide;
          case "modulo" -> Arithmetic::modulo;
          default -> Arithmetic::power;
        };
    return item -> operation.apply(Arithmetic.number(item), operand);
  }
}

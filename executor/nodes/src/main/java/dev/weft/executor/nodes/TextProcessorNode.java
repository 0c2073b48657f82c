package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operations on text, with the results that Python's {@code str} gives. */
public final class TextProcessorNode implements NodeType {
  private static final Param<List<Object>> OPERATIONS =
      Param.list("operations", "What is done with a text that does not say it itself.")
          .orElse(List.of());

  @Override
  public String summary() {
    return "Applies `operations` to the `text` of each object, or to each string: "
        + String.join(", ", TextOperations.names())
        + ". An unknown operation is reported in the results.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(OPERATIONS);
  }

  @Override
  public void check(Params params, Report report) {
    List<Object> operations = params.get(OPERATIONS);
    for (int i = 0; i < operations.size(); i++) {
      if (!(operations.get(i) instanceof String)) {
        report.problem(
            "operations[" + i + "]",
            "expected a string",
            operations.get(i),
            "write the name of an operation in quotes");
      }
    }
  }

  @Override
  public Node.Function create(NodeContext context) {
    List<Object> always = context.get(OPERATIONS);
    String processedBy = "TextProcessorNode[" + context.id() + "]";
    return item -> {
      String text = text(item);
      List<?> operations = operations(item, always);
      Map<String, Object> results = new LinkedHashMap<>();
      for (Object operation : operations) {
        if (!(operation instanceof String name)) {
          throw new IllegalArgumentException(
              "expected the name of an operation, got " + Items.show(operation));
        }
        results.put(name, TextOperations.apply(name, text));
      }
      Map<String, Object> output = new LinkedHashMap<>();
      output.put("original_text", text);
      output.put("operations", operations);
      output.put("results", results);
      output.put("processed_by", processedBy);
      output.put("node_config", context.params().given());
      return output;
    };
  }

  private static String text(Object item) {
    Object text = item instanceof Map<?, ?> fields ? fields.get("text") : item;
    if (text instanceof String string) {
      return string;
    }
    throw new IllegalArgumentException(
        "expected a string, or an object with a string `text`, got " + Items.show(item));
  }

  private static List<?> operations(Object item, List<Object> always) {
    Object own = item instanceof Map<?, ?> fields ? fields.get("operations") : null;
    if (own == null) {
      return always;
    }
    if (own instanceof List<?> operations) {
      return operations;
    }
    throw new IllegalArgumentException("expected a list of `operations`, got " + Items.show(own));
  }
}

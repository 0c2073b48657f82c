package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.Params;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the items that meet a condition. */
public final class FilterNode implements NodeType {
  private static final Param<String> FIELD =
      Param.string("field", "The field of an object that is looked at; without it, the whole item.")
          .optional();
  private static final Param<String> OPERATOR =
      Param.choice(
              "operator",
              "How it is compared with `value`; `exists` needs none.",
              "eq",
              "ne",
              "lt",
              "le",
              "gt",
              "ge",
              "contains",
              "exists")
          .orElse("eq")
          .alsoCalled("op", "condition");
  private static final Param<Object> VALUE =
      Param.any("value", "What it is compared with.").optional().alsoCalled("threshold");

  @Override
  public String summary() {
    return "Keeps the items that meet a condition, and drops the others. An item without the field is"
        + " dropped, also by `ne`.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(FIELD, OPERATOR, VALUE);
  }

  @Override
  public void check(Params params, Report report) {
    String operator = params.get(OPERATOR);
    Optional<Object> value = params.find(VALUE);
    switch (operator) {
      case "exists" -> {
        if (value.isPresent()) {
          report.problem("value", "`exists` compares with nothing", value.get(), "leave it out");
        }
        if (params.find(FIELD).isEmpty()) {
          report.problem("operator", "`exists` needs a field", operator, "give `field`");
        }
      }
      case "lt", "le", "gt", "ge" -> {
        if (value.isPresent()
            && !(value.get() instanceof Number)
            && !(value.get() instanceof String)) {
          report.problem(
              "value", "not a thing of order", value.get(), "write a number or a string");
        }
        needed(operator, value, report);
      }
      default -> needed(operator, value, report);
    }
  }

  private static void needed(String operator, Optional<Object> value, Report report) {
    if (value.isEmpty()) {
      report.problem("operator", "`" + operator + "` needs a value", operator, "give `value`");
    }
  }

  @Override
  public Node.Function create(NodeContext context) {
    Optional<String> field = context.params().find(FIELD);
    String operator = context.get(OPERATOR);
    Optional<Object> value = context.params().find(VALUE);
    return item -> {
      Object met = field.isPresent() ? fieldOf(item, field.get()) : item;
      boolean kept = met != null && (value.isEmpty() || test(met, operator, value.get()));
      return kept ? item : null;
    };
  }

  private static @Nullable Object fieldOf(Object item, String field) {
    if (item instanceof Map<?, ?> fields) {
      return fields.get(field);
    }
    throw new IllegalArgumentException(
        "expected an object with the field '%s', got %s".formatted(field, Items.show(item)));
  }

  private static boolean test(Object met, String operator, Object value) {
    return switch (operator) {
      case "eq" -> equal(met, value);
      case "ne" -> !equal(met, value);
      case "lt" -> compare(met, value) < 0;
      case "le" -> compare(met, value) <= 0;
      case "gt" -> compare(met, value) > 0;
      case "ge" -> compare(met, value) >= 0;
      default -> contains(met, value);
    };
  }

  private static boolean equal(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return Arithmetic.compare(x, y) == 0;
    }
    return a.equals(b);
  }

  private static int compare(Object met, Object value) {
    if (met instanceof Number a && value instanceof Number b) {
      return Arithmetic.compare(a, b);
    }
    if (met instanceof String a && value instanceof String b) {
      return a.compareTo(b);
    }
    throw new IllegalArgumentException(
        "cannot compare %s with %s".formatted(Items.show(met), Items.show(value)));
  }

  private static boolean contains(Object met, Object value) {
    return switch (met) {
      case String text when value instanceof String part -> text.contains(part);
      case List<?> elements -> elements.stream().anyMatch(it -> equal(it, value));
      case Map<?, ?> fields -> fields.containsKey(value);
      default ->
          throw new IllegalArgumentException(
              "expected a string, a list or an object that may contain %s, got %s"
                  .formatted(Items.show(value), Items.show(met)));
    };
  }
}

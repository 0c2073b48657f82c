package dev.weft.executor.python;

import dev.weft.executor.JsonNull;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.PipelineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the code of a node says of itself; for engines of Python.
 *
 * @param form where its nodes can stand
 * @param expanding whether each result is a list of results
 * @param summary what it is for
 * @param params its parameters
 * @param anyParams whether it takes others too
 */
public record NodeKind(
    NodeType.Form form,
    boolean expanding,
    String summary,
    List<Param<?>> params,
    boolean anyParams) {

  /** A kind of these parts; the list is copied. */
  public NodeKind {
    params = List.copyOf(params);
  }

  /** The params as the code sees them: as given, and the defaults of those that were left out. */
  public Map<String, Object> config(NodeContext context) {
    Map<String, Object> config = new LinkedHashMap<>(context.params().given());
    for (Param<?> param : params) {
      context.params().find(param).ifPresent(value -> config.putIfAbsent(param.name(), value));
    }
    return config;
  }

  /**
   * From the description that Python code gives: the word "node", form, expanding, async,
   * documentation, and of each param its name, kind, whether it is required and has a default, that
   * default, documentation, choices, least and greatest value.
   */
  public static NodeKind of(List<?> answer) {
    if (answer.size() == 6
        && answer.get(1) instanceof String form
        && answer.get(2) instanceof Boolean expanding
        && answer.get(4) instanceof String documentation) {
      List<Param<?>> params = new ArrayList<>();
      if (answer.get(5) instanceof List<?> described) {
        described.forEach(it -> params.add(param((List<?>) it)));
      }
      return new NodeKind(
          switch (form) {
            case "source" -> NodeType.Form.SOURCE;
            case "streaming" -> NodeType.Form.STREAMING;
            default -> NodeType.Form.FUNCTION;
          },
          expanding,
          summary(documentation),
          params,
          answer.get(5) == JsonNull.NULL);
    }
    throw new PipelineException("Python described a node as " + answer, null);
  }

  /** The first paragraph, in one line. */
  private static String summary(String documentation) {
    String first = documentation.split("\n\\s*\n", 2)[0].replaceAll("\\s+", " ").strip();
    return first.isEmpty() ? "A node written in Python." : first;
  }

  private static Param<?> param(List<?> parts) {
    String name = (String) parts.get(0);
    String kind = (String) parts.get(1);
    boolean required = (Boolean) parts.get(2);
    boolean hasDefault = (Boolean) parts.get(3);
    Object fallback = parts.get(4);
    String doc = (String) parts.get(5);
    String[] choices =
        ((List<?>) parts.get(6)).stream().map(String::valueOf).toArray(String[]::new);
    Param<?> param =
        choices.length > 0
            ? withDefault(Param.choice(name, doc, choices), hasDefault, fallback, String.class)
            : switch (kind) {
              case "boolean" ->
                  withDefault(Param.bool(name, doc), hasDefault, fallback, Boolean.class);
              case "integer" ->
                  withDefault(Param.integer(name, doc), hasDefault, fallback, Long.class);
              case "number" ->
                  withDefault(Param.number(name, doc), hasDefault, fallback, Number.class);
              case "string" ->
                  withDefault(Param.string(name, doc), hasDefault, fallback, String.class);
              case "list" -> withDefault(Param.list(name, doc), hasDefault, fallback, List.class);
              case "object" ->
                  withDefault(Param.object(name, doc), hasDefault, fallback, Map.class);
              default -> withDefault(Param.any(name, doc), hasDefault, fallback, Object.class);
            };
    if (parts.get(7) instanceof Number least) {
      param = param.min(least);
    }
    if (parts.get(8) instanceof Number most) {
      param = param.max(most);
    }
    return required || hasDefault ? param : param.optional();
  }

  @SuppressWarnings("unchecked") // the class is that of the parameter's values
  private static <T> Param<T> withDefault(
      Param<T> param, boolean hasDefault, Object fallback, Class<?> type) {
    if (!hasDefault) {
      return param;
    }
    if (fallback == JsonNull.NULL) {
      return param.optional();
    }
    if (!type.isInstance(fallback)) {
      throw new PipelineException(
          "the default of the param '%s' is %s, which is no %s; change one of them"
              .formatted(param.name(), fallback, param.expectation()),
          null);
    }
    return param.orElse((T) fallback);
  }
}

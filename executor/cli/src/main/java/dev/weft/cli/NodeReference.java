package dev.weft.cli;

import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Describes types of nodes, from their own declarations. */
final class NodeReference {
  private NodeReference() {}

  static Map<String, Object> json(NodeType type) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("node_type", type.name());
    fields.put("form", form(type));
    fields.put("summary", type.summary());
    fields.put("params", type.params().stream().map(NodeReference::json).toList());
    return fields;
  }

  private static Map<String, Object> json(Param<?> param) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", param.name());
    fields.put("type", param.kind().name().toLowerCase(Locale.ROOT));
    fields.put("required", param.isRequired());
    param.fallback().ifPresent(value -> fields.put("default", value));
    param.least().ifPresent(value -> fields.put("min", value));
    param.most().ifPresent(value -> fields.put("max", value));
    if (!param.choices().isEmpty()) {
      fields.put("choices", param.choices());
    }
    fields.put("description", param.doc());
    return fields;
  }

  private static String form(NodeType type) {
    return type.form().name().toLowerCase(Locale.ROOT);
  }

  /** One line per type. */
  static String table(Collection<NodeType> types) {
    List<List<String>> rows = new ArrayList<>();
    for (NodeType type : types) {
      rows.add(List.of(type.name(), form(type), type.summary()));
    }
    return aligned(rows, "");
  }

  /** All about one type. */
  static String page(NodeType type) {
    StringBuilder text = new StringBuilder();
    text.append(type.name()).append(" (").append(form(type)).append(")\n");
    text.append("  ").append(type.summary()).append('\n');
    if (type.params().isEmpty()) {
      return text.append("\nIt has no params.\n").toString();
    }
    List<List<String>> rows = new ArrayList<>();
    for (Param<?> param : type.params()) {
      rows.add(List.of(param.name(), param.expectation() + ", " + presence(param), param.doc()));
    }
    return text.append("\nParams:\n").append(aligned(rows, "  ")).toString();
  }

  /** The reference as it stands in the documentation. */
  static String markdown(Collection<NodeType> types) {
    StringBuilder text = new StringBuilder();
    for (NodeType type : types) {
      text.append("### ").append(type.name()).append("\n\n");
      text.append(type.summary()).append(" Form: ").append(form(type)).append(".\n\n");
      if (!type.params().isEmpty()) {
        text.append("| param | value | | meaning |\n|---|---|---|---|\n");
        for (Param<?> param : type.params()) {
          text.append(
              "| `%s` | %s | %s | %s |\n"
                  .formatted(
                      param.name(), cell(param.expectation()), presence(param), cell(param.doc())));
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String presence(Param<?> param) {
    return param
        .fallback()
        .map(value -> "default " + Json.text(value))
        .orElse(param.isRequired() ? "required" : "optional");
  }

  private static String aligned(List<List<String>> rows, String indent) {
    int[] widths = new int[8];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}

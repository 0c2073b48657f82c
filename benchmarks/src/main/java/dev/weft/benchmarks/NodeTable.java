package dev.weft.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Nodes in Python side by side: items a second, and how many times as fast. */
final class NodeTable {
  private static final String CPU = "-cpu";
  private static final double NANOS = 1e9;
  private static final List<String> CONTENDERS =
      List.of(NodeMeter.JAVA, NodeMeter.TRANSLATED, NodeMeter.EMBEDDED, NodeMeter.PIPE);

  private NodeTable() {}

  /** The table; empty if no nodes were measured. */
  static Optional<String> markdown(List<Measurement> all) {
    Map<String, Map<String, Measurement>> wall = new LinkedHashMap<>();
    Map<String, Map<String, Measurement>> cpu = new LinkedHashMap<>();
    for (Measurement each : all) {
      if (each.group().equals(NodeMeter.GROUP)) {
        boolean isCpu = each.name().endsWith(CPU);
        (isCpu ? cpu : wall)
            .computeIfAbsent(each.name().replace(CPU, ""), key -> new LinkedHashMap<>())
            .put(each.contender(), each);
      }
    }
    if (wall.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "Items a second on the wall:\n\n"
            + table(wall)
            + "\nItems a second of processor time, of all processes and threads together:\n\n"
            + table(cpu));
  }

  private static String table(Map<String, Map<String, Measurement>> nodes) {
    StringBuilder text = new StringBuilder("| node |");
    CONTENDERS.forEach(it -> text.append(' ').append(it).append(" |"));
    text.append(" translated, of Java | translated, of the pipe |\n|---|");
    text.append("---:|".repeat(CONTENDERS.size() + 2)).append('\n');
    nodes.forEach((name, cells) -> {
      text.append("| ").append(name).append(" |");
      for (String contender : CONTENDERS) {
        OptionalDouble rate = rate(cells, contender);
        text.append(rate.isPresent() ? " %,.0f |".formatted(rate.getAsDouble()) : " – |");
      }
      text.append(ratio(cells, NodeMeter.JAVA, "%.2f×"));
      text.append(ratio(cells, NodeMeter.PIPE, "%.1f×")).append('\n');
    });
    return text.toString();
  }

  private static OptionalDouble rate(Map<String, Measurement> cells, String contender) {
    Measurement cell = cells.get(contender);
    return cell == null ? OptionalDouble.empty() : OptionalDouble.of(NANOS / cell.value());
  }

  private static String ratio(Map<String, Measurement> cells, String to, String format) {
    OptionalDouble one = rate(cells, NodeMeter.TRANSLATED);
    OptionalDouble other = rate(cells, to);
    return one.isPresent() && other.isPresent()
        ? " " + format.formatted(one.getAsDouble() / other.getAsDouble()) + " |"
        : " – |";
  }
}

package dev.weft.cli;

import dev.weft.executor.GraphInfo;
import dev.weft.executor.NodeError;
import dev.weft.executor.NodeMetrics;
import dev.weft.executor.PipelineException;
import dev.weft.executor.manifest.ManifestException;
import dev.weft.executor.manifest.ManifestProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parts of the command's JSON output, as maps. */
final class Reports {
  private Reports() {}

  /** A failure before any run. */
  static Map<String, Object> failure(List<Map<String, Object>> errors) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("status", "error");
    report.put("errors", errors);
    return report;
  }

  /** A failure that is one message. */
  static Map<String, Object> failure(String kind, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("kind", kind);
    error.put("message", message);
    return failure(List.of(error));
  }

  static Map<String, Object> failure(ManifestException e) {
    return failure(e.problems().stream().map(Reports::problem).toList());
  }

  private static Map<String, Object> problem(ManifestProblem found) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("kind", "manifest");
    error.put("path", found.problem().path());
    error.put("line", found.line());
    error.put("column", found.column());
    error.put("message", found.problem().message());
    found.problem().met().ifPresent(met -> error.put("value", met));
    found.problem().hint().ifPresent(hint -> error.put("hint", hint));
    return error;
  }

  static Map<String, Object> error(NodeError found) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("kind", found.phase().name().toLowerCase(Locale.ROOT));
    found.node().ifPresent(node -> error.put("node", node));
    found.item().ifPresent(item -> error.put("item", item));
    found.origin().ifPresent(origin -> error.put("input_item", origin));
    error.put("attempts", found.attempts());
    error.put("message", found.message());
    Map<String, Object> cause = new LinkedHashMap<>();
    cause.put("type", found.cause().getClass().getName());
    cause.put("message", Optional.ofNullable(found.cause().getMessage()).orElse(""));
    String details = details(found);
    if (!details.isEmpty()) {
      cause.put("details", details);
    }
    error.put("cause", cause);
    return error;
  }

  /** More about an error than its message: the traceback of what was raised in Python. */
  static String details(NodeError found) {
    return found.cause() instanceof PipelineException known ? known.details() : "";
  }

  static Map<String, Object> graph(GraphInfo graph) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("node_count", graph.nodeCount());
    info.put("source_count", graph.sourceCount());
    info.put("sink_count", graph.sinkCount());
    info.put("execution_order", graph.executionOrder());
    return info;
  }

  /** Nanoseconds as milliseconds, to the microsecond. */
  static double millis(long nanos) {
    return Math.round(nanos / 1e3) / 1e3;
  }

  static Map<String, Object> metrics(
      Map<String, NodeMetrics> metrics, Map<String, String> engines) {
    Map<String, Object> byNode = new LinkedHashMap<>();
    metrics.forEach((node, counts) -> {
      Map<String, Object> line = new LinkedHashMap<>();
      if (engines.containsKey(node)) {
        line.put("engine", engines.get(node));
      }
      line.put("items_in", counts.itemsIn());
      line.put("items_out", counts.itemsOut());
      line.put("dropped", counts.dropped());
      line.put("failed", counts.failed());
      line.put("retried", counts.retried());
      line.put("time_ms", millis(counts.time().toNanos()));
      byNode.put(node, line);
    });
    return byNode;
  }
}

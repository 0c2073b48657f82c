package dev.weft.cli;

import dev.weft.executor.DeadLetter;
import dev.weft.executor.RunResult;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said of a run beside its results.
 *
 * @param metrics whether the metrics of nodes were asked for
 * @param startNanos when the run started
 * @param engines which engine runs a node, where there was a choice
 */
record RunReport(boolean metrics, long startNanos, Map<String, String> engines) {

  static String status(RunResult result) {
    return switch (result.status()) {
      case SUCCESS -> "success";
      case FAILED, CANCELLED, TIMED_OUT -> "error";
    };
  }

  /** All fields after the results. */
  Map<String, Object> fields(RunResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!result.errors().isEmpty()) {
      String name = result.status() == RunResult.Status.SUCCESS ? "warnings" : "errors";
      fields.put(name, result.errors().stream().map(Reports::error).toList());
    }
    if (!result.skipped().isEmpty()) {
      fields.put("skipped", result.skipped().stream().map(Reports::error).toList());
    }
    fields.put("graph_info", Reports.graph(result.graph()));
    if (metrics) {
      fields.put("elapsed_ms", Reports.millis(System.nanoTime() - startNanos));
      fields.put("metrics", Reports.metrics(result.metrics(), engines));
    }
    return fields;
  }

  static Map<String, Object> deadLetter(DeadLetter letter) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("item", letter.item());
    fields.put("error", Reports.error(letter.error()));
    return fields;
  }
}

package dev.weft.executor.test;

import dev.weft.executor.NodeError;
import dev.weft.executor.Problem;
import dev.weft.executor.RunResult;
import dev.weft.executor.python.PythonException;
import dev.weft.runtime.AsyncException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of a run, as the part {@code expect} of a case has it. */
final class Observation {
  static final String OUTPUTS = "outputs";
  static final String TIMES = "times";
  static final String ERRORS = "errors";
  static final String SKIPPED = "skipped";
  static final String DEAD_LETTERS = "dead_letters";
  static final String PROBLEMS = "problems";
  static final List<String> FIELDS =
      List.of(OUTPUTS, TIMES, ERRORS, SKIPPED, DEAD_LETTERS, PROBLEMS);
  private static final double NANOS = 1e9;

  private Observation() {}

  /** Of a run that took place. */
  static Map<String, Object> of(List<Object> outputs, List<Long> times, RunResult result) {
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put(OUTPUTS, outputs.stream().map(CaseJson::json).toList());
    seen.put(TIMES, times.stream().map(Observation::seconds).toList());
    put(seen, ERRORS, result.errors().stream().map(Observation::error).toList());
    put(seen, SKIPPED, result.skipped().stream().map(Observation::error).toList());
    put(
        seen,
        DEAD_LETTERS,
        result.deadLetters().stream()
            .map(it -> {
              Map<String, Object> letter = new LinkedHashMap<>();
              letter.put("item", CaseJson.json(it.item()));
              letter.put("error", error(it.error()));
              return letter;
            })
            .toList());
    return seen;
  }

  /** Of a node that is not run, because of its code or its params. */
  static Map<String, Object> of(List<Problem> problems) {
    return Map.of(PROBLEMS, problems.stream().map(Problem::toString).toList());
  }

  private static void put(Map<String, Object> seen, String name, List<?> values) {
    if (!values.isEmpty()) {
      seen.put(name, values);
    }
  }

  /** To the millisecond: a timer may be late by a nanosecond for the rounding of its time. */
  private static Object seconds(long nanos) {
    return BigDecimal.valueOf(nanos / NANOS).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static Map<String, Object> error(NodeError error) {
    Map<String, Object> told = new LinkedHashMap<>();
    Throwable cause = error.cause();
    String message = Optional.ofNullable(cause.getMessage()).orElse("");
    switch (cause) {
      case PythonException raised -> {
        told.put("type", raised.kind());
        told.put("message", raised.text());
        if (raised.line() > 0) {
          told.put("line", (long) raised.line());
        }
      }
      case AsyncException.Timeout _ -> {
        told.put("type", "timeout");
        told.put("message", message);
      }
      default -> {
        told.put("type", "host");
        told.put("message", message);
      }
    }
    error.node().ifPresent(node -> told.put("node", node));
    error.item().ifPresent(item -> told.put("item", item));
    if (error.attempts() > 1) {
      told.put("attempts", (long) error.attempts());
    }
    if (error.phase() != NodeError.Phase.PROCESS) {
      told.put("phase", error.phase().name().toLowerCase(Locale.ROOT));
    }
    return told;
  }

  /**
   * What is written down of it: times only where some passes, so that a table says no more than
   * matters.
   */
  static Map<String, Object> toRecord(Map<String, Object> seen) {
    Map<String, Object> kept = new LinkedHashMap<>(seen);
    if (!(seen.get(TIMES) instanceof List<?> times)
        || times.stream().allMatch(it -> it instanceof Number time && time.doubleValue() == 0)) {
      kept.remove(TIMES);
    }
    return kept;
  }
}

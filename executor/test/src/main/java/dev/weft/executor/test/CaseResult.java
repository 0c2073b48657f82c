package dev.weft.executor.test;

import java.time.Duration;
import java.util.List;

/**
 * What became of one case on one engine.
 *
 * @param name the name of the case
 * @param engine the engine
 * @param status whether it gave what it was to give
 * @param notes a line for each difference, or why it was left out
 * @param time how long it took
 */
public record CaseResult(
    String name, String engine, Status status, List<String> notes, Duration time) {

  /** A result of these parts; the list is copied. */
  public CaseResult {
    notes = List.copyOf(notes);
  }

  /** How a case ended. */
  public enum Status {
    /** What came out is what is written in the case. */
    PASSED,
    /** Something else came out. */
    FAILED,
    /** The case is not for this engine. */
    LEFT_OUT
  }
}

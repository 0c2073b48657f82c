package dev.weft.executor.python;

import dev.weft.executor.JsonNull;
import dev.weft.executor.PipelineException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a turn brought back. */
final class TurnNews {
  private static final int CANCELLED = 3;

  private TurnNews() {}

  /**
   * What is new of one job.
   *
   * @param number which job
   * @param state 0 for running, 1 for done, 2 for failed, 3 for cancelled
   * @param results what came
   * @param failure why it failed
   * @param wants whether it waits for items
   * @param untouched how many items it was brought and, when it failed, had not taken
   */
  record Job(
      int number,
      int state,
      List<Object> results,
      @Nullable RuntimeException failure,
      boolean wants,
      int untouched) {
    boolean isEnded() {
      return state != 0;
    }

    boolean isCancelled() {
      return state == CANCELLED;
    }
  }

  /** Reads the news; when the guest wants to be called again, infinite for not at all. */
  static double read(FrameReader in, List<Job> news, InstanceFailures failures) {
    int parts = in.sequence();
    Object kind = in.value();
    if ("error".equals(kind)) {
      throw PythonException.of(in.value());
    }
    if (!"turn".equals(kind) || parts != 3) {
      throw new PipelineException("Python answered a turn with " + kind, null);
    }
    Object deadline = in.value();
    int jobs = in.sequence();
    for (int i = 0; i < jobs; i++) {
      news.add(job(in, failures));
    }
    return deadline instanceof Number time ? time.doubleValue() : Double.POSITIVE_INFINITY;
  }

  private static Job job(FrameReader in, InstanceFailures failures) {
    in.sequence();
    int number = number(in);
    int state = number(in);
    List<Object> results = new ArrayList<>();
    RuntimeException failure = null;
    int count = in.sequence();
    for (int i = 0; i < count; i++) {
      Object value = in.value();
      String unfit = in.takeUnfit();
      if (unfit != null && failure == null) {
        failure = failures.unfit(unfit);
      } else if (failure == null) {
        results.add(value);
      }
    }
    Object error = in.value();
    boolean wants = in.value() == Boolean.TRUE;
    int untouched = number(in);
    if (failure != null) {
      return new Job(number, 2, results, failure, false, untouched);
    }
    return new Job(
        number,
        state,
        results,
        error == JsonNull.NULL ? null : PythonException.of(error),
        wants,
        untouched);
  }

  private static int number(FrameReader in) {
    return in.value() instanceof Long n ? n.intValue() : -1;
  }
}

package dev.weft.executor;

import java.time.Duration;
import java.util.List;

/** Finds what is wrong with the policy of one node. */
final class PolicyCheck {
  /** The longest time that can be given; far below what nanoseconds in a long can hold. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private final String path;
  private final ExecutionPolicy policy;
  private final boolean wholeStream;
  private final String type;
  private final List<Problem> problems;

  PolicyCheck(
      String path, NodeSpec node, boolean wholeStream, String type, List<Problem> problems) {
    this.path = path;
    this.policy = node.execution();
    this.wholeStream = wholeStream;
    this.type = type;
    this.problems = problems;
  }

  void run() {
    policy.timeout().ifPresent(it -> duration("timeout", it, false));
    policy.retry().ifPresent(this::retry);
    if (wholeStream) {
      wholeStream();
    }
    number("concurrency", policy.concurrency(), ExecutionPolicy.MAX_CONCURRENCY);
    number("capacity", policy.capacity(), ExecutionPolicy.MAX_CAPACITY);
  }

  private void retry(ExecutionPolicy.Retry retry) {
    number("retry.attempts", retry.attempts(), ExecutionPolicy.Retry.MAX_ATTEMPTS);
    duration("retry.backoff", retry.backoff(), true);
    if (!(retry.factor() >= 1 && retry.factor() <= 1_000)) {
      add("retry.factor", "out of range", retry.factor(), "write a number from 1 to 1000");
    }
    duration("retry.max_backoff", retry.maxBackoff(), true);
  }

  private void wholeStream() {
    String why = "is not possible for a " + type + ", which does not work item by item";
    if (policy.onError() != ExecutionPolicy.OnError.FAIL) {
      add("on_error", "error policy " + why, policy.onError().name(), "leave it out");
    }
    if (policy.retry().isPresent()) {
      add("retry", "retry " + why, policy.retry().get().attempts(), "leave it out");
    }
    if (policy.concurrency() > 1) {
      add("concurrency", "concurrency " + why, policy.concurrency(), "leave it out");
    }
  }

  private void number(String field, int value, int most) {
    if (value < 1 || value > most) {
      add(field, "out of range", value, "write an integer from 1 to " + most);
    }
  }

  private void duration(String field, Duration value, boolean zero) {
    if (value.isNegative() || (value.isZero() && !zero) || value.compareTo(LONGEST) > 0) {
      add(
          field,
          "out of range",
          value.toString(),
          "write a duration " + (zero ? "not below 0" : "above 0") + " and at most 365 days");
    }
  }

  private void add(String field, String message, Object met, String hint) {
    problems.add(Problem.of(path + "." + field, message, met, hint));
  }
}

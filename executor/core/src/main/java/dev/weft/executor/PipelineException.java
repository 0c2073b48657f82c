package dev.weft.executor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The root of what the executor throws. */
public class PipelineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with a message and, where another error led to it, a cause. */
  public PipelineException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * More for people to read than the message: lines such as the stack trace of another language.
   * Empty unless overridden.
   */
  public String details() {
    return "";
  }

  /** A description of a pipeline that cannot be run. */
  public static final class Invalid extends PipelineException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    Invalid(String name, List<Problem> problems) {
      super(text(name, problems), null);
      this.problems = List.copyOf(problems);
    }

    private static String text(String name, List<Problem> problems) {
      StringBuilder text =
          new StringBuilder("pipeline '%s' has %d problem".formatted(name, problems.size()));
      text.append(problems.size() == 1 ? ":" : "s:");
      problems.forEach(it -> text.append("\n  ").append(it));
      return text.toString();
    }

    /** All that is wrong, in the order of the description. */
    public List<Problem> problems() {
      return problems;
    }
  }

  /** A run that failed, was cancelled, or ran out of time. */
  public static final class Failed extends PipelineException {
    private static final long serialVersionUID = 1L;

    private final transient RunResult result;

    Failed(RunResult result) {
      super(text(result), result.errors().isEmpty() ? null : result.errors().getFirst().cause());
      this.result = result;
      result.errors().stream().skip(1).forEach(it -> addSuppressed(it.cause()));
    }

    private static String text(RunResult result) {
      return result.errors().isEmpty()
          ? "the run ended as " + result.status()
          : result.errors().getFirst().message();
    }

    /** What the run gave until then, with all errors. */
    public RunResult result() {
      return result;
    }
  }
}

package dev.weft.executor;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that failed in a run.
 *
 * @param phase what was being done
 * @param node the id of the node; absent where none was concerned, as with the input
 * @param item the index of the item at that node, from 0; absent where no single item was
 *     concerned. For a streaming node it is the last item taken, for a source the item it was about
 *     to emit
 * @param origin the index, in the input or at the source, of the item from which that one stems
 * @param attempts how often the item was tried
 * @param cause what was thrown
 */
public record NodeError(
    Phase phase,
    Optional<String> node,
    OptionalLong item,
    OptionalLong origin,
    int attempts,
    Throwable cause) {

  /** An error of these parts. */
  public NodeError {
    Objects.requireNonNull(phase);
    Objects.requireNonNull(node);
    Objects.requireNonNull(item);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(cause);
  }

  /** What was being done when it failed. */
  public enum Phase {
    /** {@link NodeType#create}. */
    CREATE,
    /** {@link Node#initialize}. */
    INITIALIZE,
    /** Handling an item, or a stream of them. */
    PROCESS,
    /** {@link Node#cleanup}. */
    CLEANUP,
    /** Ending: the node did not stop when it was told to. */
    STOP,
    /** Reading the input. */
    INPUT,
    /** Delivering an output or a dead letter. */
    OUTPUT,
    /** The run as a whole: its time ran out, or it was cancelled. */
    RUN
  }

  static NodeError of(Phase phase, String node, Throwable cause) {
    return new NodeError(
        phase, Optional.of(node), OptionalLong.empty(), OptionalLong.empty(), 1, cause);
  }

  static NodeError general(Phase phase, OptionalLong item, Throwable cause) {
    return new NodeError(phase, Optional.empty(), item, OptionalLong.empty(), 1, cause);
  }

  /** The error in one line: where, at which item, and why. */
  public String message() {
    StringBuilder text = new StringBuilder();
    text.append(
        switch (phase) {
          case INPUT -> "input";
          case OUTPUT -> "output";
          case RUN -> "run";
          default -> "node '" + node.orElse("?") + "'";
        });
    switch (phase) {
      case CREATE -> text.append(" could not be made");
      case INITIALIZE -> text.append(" could not be initialized");
      case CLEANUP -> text.append(" could not clean up");
      case STOP -> text.append(" did not stop");
      default -> text.append(" failed");
    }
    item.ifPresent(index -> text.append(" at item ").append(index));
    origin.ifPresent(index -> {
      if (item.isEmpty() || item.getAsLong() != index) {
        text.append(" (from input item ").append(index).append(')');
      }
    });
    if (attempts > 1) {
      text.append(" after ").append(attempts).append(" attempts");
    }
    return text.append(": ").append(describe(cause)).toString();
  }

  private static String describe(Throwable cause) {
    String message = cause.getMessage();
    boolean plain =
        cause instanceof PipelineException
            || cause instanceof dev.weft.runtime.AsyncError
            || cause.getClass() == IllegalArgumentException.class
            || cause.getClass() == ArithmeticException.class;
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName();
    }
    return plain ? message : cause.getClass().getSimpleName() + ": " + message;
  }
}

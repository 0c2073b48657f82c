package dev.weft.executor;

import java.util.Objects;

/**
 * A result as it comes.
 *
 * @param sink the id of the node that emitted it
 * @param item the result
 */
public record Output(String sink, Object item) {

  /** A result of these parts. */
  public Output {
    Objects.requireNonNull(sink);
    Objects.requireNonNull(item);
  }
}

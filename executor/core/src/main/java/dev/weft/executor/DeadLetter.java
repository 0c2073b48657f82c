package dev.weft.executor;

import java.util.Objects;

/**
 * An item that could not be handled, delivered instead of lost.
 *
 * @param item the item as it reached the node
 * @param error where and why it failed
 */
public record DeadLetter(Object item, NodeError error) {

  /** A letter of these parts. */
  public DeadLetter {
    Objects.requireNonNull(item);
    Objects.requireNonNull(error);
  }
}

package dev.weft.executor;

import java.util.Objects;

/**
 * What one node emits goes to another.
 *
 * @param from the id of the node that emits
 * @param to the id of the node that receives
 */
public record ConnectionSpec(String from, String to) {

  /** A connection between two ids. */
  public ConnectionSpec {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
  }
}

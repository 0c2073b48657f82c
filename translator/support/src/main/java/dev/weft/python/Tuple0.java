package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The empty tuple. */
public record Tuple0() implements FixedTuple {
  @Override
  public List<@Nullable Object> values() {
    return Tuple.<@Nullable Object>of();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return FixedTuple.equal(this, other);
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "()";
  }
}

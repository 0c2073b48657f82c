package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tuple of one. */
public record Tuple1<A extends @Nullable Object>(A first) implements FixedTuple {
  @Override
  public List<@Nullable Object> values() {
    return Tuple.<@Nullable Object>of(first);
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
    return Py.repr(this);
  }
}

package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tuple of 6. */
public record Tuple6<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        D extends @Nullable Object,
        E extends @Nullable Object,
        F extends @Nullable Object>(
    A first, B second, C third, D fourth, E fifth, F sixth) implements FixedTuple {
  @Override
  public List<@Nullable Object> values() {
    return Tuple.<@Nullable Object>of(first, second, third, fourth, fifth, sixth);
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

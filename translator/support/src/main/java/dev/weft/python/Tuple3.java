package dev.weft.python;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tuple of 3. */
public record Tuple3<
        A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>(
    A first, B second, C third) implements FixedTuple {
  @Override
  public List<@Nullable Object> values() {
    return Tuple.<@Nullable Object>of(first, second, third);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tuple3<?, ?, ?> that
        ? Py.eq(first, that.first) && Py.eq(second, that.second) && Py.eq(third, that.third)
        : FixedTuple.equal(this, other);
  }

  @Override
  public int hashCode() {
    // As that of a list, which tuples of other classes have.
    return 31 * (31 * (31 + Objects.hashCode(first)) + Objects.hashCode(second))
        + Objects.hashCode(third);
  }

  @Override
  public String toString() {
    return Py.repr(this);
  }
}

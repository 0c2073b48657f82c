package dev.weft.python;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tuple of 2. */
public record Tuple2<A extends @Nullable Object, B extends @Nullable Object>(A first, B second)
    implements FixedTuple {
  @Override
  public List<@Nullable Object> values() {
    return Tuple.<@Nullable Object>of(first, second);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tuple2<?, ?> that
        ? Py.eq(first, that.first) && Py.eq(second, that.second)
        : FixedTuple.equal(this, other);
  }

  @Override
  public int hashCode() {
    // As that of a list, which tuples of other classes have.
    return 31 * (31 + Objects.hashCode(first)) + Objects.hashCode(second);
  }

  @Override
  public String toString() {
    return Py.repr(this);
  }
}

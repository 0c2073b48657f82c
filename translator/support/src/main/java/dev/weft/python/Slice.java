package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A slice as a value: what {@code x[a:b:c]} hands to {@code __getitem__}. */
public record Slice(@Nullable Object start, @Nullable Object stop, @Nullable Object step)
    implements Repr {
  @Nullable Long from() {
    return Numbers.longOrNone(start);
  }

  @Nullable Long to() {
    return Numbers.longOrNone(stop);
  }

  @Nullable Long by() {
    return Numbers.longOrNone(step);
  }

  @Override
  public String repr() {
    return "slice(" + Py.repr(start) + ", " + Py.repr(stop) + ", " + Py.repr(step) + ")";
  }

  @Override
  public String toString() {
    return repr();
  }
}

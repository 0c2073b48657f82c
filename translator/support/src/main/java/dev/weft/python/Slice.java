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

  /** The start, stop and step that it means for so many items. */
  public Object indices(long length) {
    long step = by() == null ? 1 : by();
    if (step == 0) {
      throw new Errors.ValueError("slice step cannot be zero");
    }
    long lowest = step < 0 ? -1 : 0;
    long highest = step < 0 ? length - 1 : length;
    return Tuple.of(
        clipped(from(), step < 0 ? highest : lowest, length, lowest, highest),
        clipped(to(), step < 0 ? lowest : highest, length, lowest, highest),
        step);
  }

  private static long clipped(
      @Nullable Long index, long absent, long length, long lowest, long highest) {
    if (index == null) {
      return absent;
    }
    return index < 0 ? Math.max(index + length, lowest) : Math.min(index, highest);
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

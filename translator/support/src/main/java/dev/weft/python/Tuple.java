package dev.weft.python;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A tuple of any length, with elements of one type. Immutable. */
public final class Tuple<T extends @Nullable Object> extends AbstractList<T>
    implements RandomAccess {
  private final List<T> items;

  private Tuple(List<T> items) {
    this.items = items;
  }

  /** A tuple of some elements. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T extends @Nullable Object> Tuple<T> of(T... items) {
    List<T> copy = new ArrayList<>(items.length);
    for (T item : items) {
      copy.add(item);
    }
    return new Tuple<>(copy);
  }

  /** A tuple of the elements of a list that nobody changes any more. */
  static <T extends @Nullable Object> Tuple<T> wrap(List<T> items) {
    return new Tuple<>(items);
  }

  /** A tuple of what an iterable gives. */
  public static <T extends @Nullable Object> Tuple<T> copyOf(Iterable<? extends T> items) {
    List<T> copy = new ArrayList<>();
    items.forEach(copy::add);
    return new Tuple<>(copy);
  }

  /** A tuple of which only run time knows the length. */
  public static <T extends @Nullable Object> @Nullable Tuple<T> from(@Nullable Object value) {
    return switch (value) {
      case FixedTuple t -> copyOf(Py.<Iterable<T>>cast(t.values()));
      case NamedTuple t -> copyOf(Py.<Iterable<T>>cast(t.values()));
      case null, default -> Py.<Tuple<T>>cast(value);
    };
  }

  /** One after the other. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static <T extends @Nullable Object> Tuple<T> concat(Iterable<? extends T>... parts) {
    List<T> all = new ArrayList<>();
    for (Iterable<? extends T> part : parts) {
      part.forEach(all::add);
    }
    return new Tuple<>(all);
  }

  /** A tuple several times. */
  public static <T extends @Nullable Object> Tuple<T> repeat(
      Iterable<? extends T> items, long times) {
    List<T> all = new ArrayList<>();
    for (long i = 0; i < times; i++) {
      items.forEach(all::add);
    }
    return new Tuple<>(all);
  }

  /** {@code items[lower:upper]}. */
  public static <T extends @Nullable Object> Tuple<T> slice(
      Iterable<? extends T> items, @Nullable Long lower, @Nullable Long upper) {
    return new Tuple<>(Lists.slice(Tuple.<T>copyOf(items), lower, upper));
  }

  /** {@code items[lower:upper:step]}. */
  public static <T extends @Nullable Object> Tuple<T> slice(
      Iterable<? extends T> items,
      @Nullable Long lower,
      @Nullable Long upper,
      @Nullable Long step) {
    return new Tuple<>(Lists.slice(Tuple.<T>copyOf(items), lower, upper, step));
  }

  @Override
  public T get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return switch (other) {
      case Tuple<?> t -> Py.sameElements(this, t);
      case FixedTuple t -> Py.sameElements(this, t.values());
      case null, default -> false;
    };
  }

  @Override
  public int hashCode() {
    return hash(items);
  }

  /** The hash of a tuple with these items. */
  static int hash(Iterable<?> items) {
    int hash = 1;
    for (Object item : items) {
      hash = 31 * hash + (item == null ? 0 : item.hashCode());
    }
    return hash;
  }

  @Override
  public String toString() {
    return Py.repr(this);
  }
}

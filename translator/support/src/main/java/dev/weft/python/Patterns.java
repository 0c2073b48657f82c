package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code match} asks of its subject. */
public final class Patterns {
  private Patterns() {}

  private static @Nullable List<? extends @Nullable Object> sequence(@Nullable Object value) {
    return switch (value) {
      case FixedTuple t -> t.values();
      case List<?> l -> l;
      case NamedTuple n -> n.values();
      case null, default -> null;
    };
  }

  /** A sequence of just so many. */
  public static boolean isSequence(@Nullable Object value, int size) {
    List<?> all = sequence(value);
    return all != null && all.size() == size;
  }

  /** A sequence of at least so many. */
  public static boolean isLongSequence(@Nullable Object value, int size) {
    List<?> all = sequence(value);
    return all != null && all.size() >= size;
  }

  /** What a star takes. */
  @SuppressWarnings("unchecked") // The translator knows of what.
  public static <T extends @Nullable Object> List<T> rest(
      @Nullable Object value, int before, int after) {
    List<? extends @Nullable Object> all = java.util.Objects.requireNonNull(sequence(value));
    return (List<T>) new PyList<>(all.subList(before, all.size() - after));
  }

  /** A dict without the keys that were matched. */
  public static Map<Object, Object> without(@Nullable Object value, @Nullable Object... keys) {
    Map<Object, Object> rest = new PyDict<>(Py.<Map<Object, Object>>cast(value));
    for (Object key : keys) {
      rest.remove(key);
    }
    return rest;
  }
}

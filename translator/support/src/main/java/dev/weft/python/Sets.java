package dev.weft.python;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations on sets. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class Sets {
  private Sets() {}

  /** A display of three or more literals, which CPython merges from a constant. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static <T extends @Nullable Object> Set<T> ofConstants(T... items) {
    return new PySet<>(Sets.<T>of(items));
  }

  /** A set of some elements. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static <T extends @Nullable Object> Set<T> of(T... items) {
    PySet<T> set = new PySet<>();
    for (T item : items) {
      set.add(item);
    }
    return set;
  }

  private static <T extends @Nullable Object> Set<T> like(Set<?> model, PySet<T> made) {
    return model instanceof PySet<?> s && s.isFrozen() ? PySet.frozen(made) : made;
  }

  public static <T extends @Nullable Object> Set<T> union(
      Set<? extends T> a, Iterable<? extends T> b) {
    PySet<T> all = new PySet<>(a);
    b.forEach(all::add);
    return like(a, all);
  }

  public static <T extends @Nullable Object> Set<T> intersection(
      Set<? extends T> a, Iterable<?> b) {
    PySet<T> all = new PySet<>();
    Set<?> other = b instanceof Set<?> s ? s : new PySet<>(b);
    if (other.size() > a.size()) {
      a.forEach(x -> {
        if (other.contains(x)) {
          all.add(x);
        }
      });
    } else {
      for (Object x : other) {
        if (a.contains(x)) {
          all.add(Py.<T>cast(x));
        }
      }
    }
    return like(a, all);
  }

  public static <T extends @Nullable Object> Set<T> difference(Set<? extends T> a, Iterable<?> b) {
    PySet<T> all = new PySet<>();
    Set<?> other = b instanceof Set<?> s ? s : new PySet<>(b);
    a.forEach(x -> {
      if (!other.contains(x)) {
        all.add(x);
      }
    });
    return like(a, all);
  }

  public static <T extends @Nullable Object> Set<T> symmetricDifference(
      Set<? extends T> a, Iterable<? extends T> b) {
    PySet<T> all = new PySet<>(a);
    for (T x : new PySet<T>(b)) {
      if (!all.remove(x)) {
        all.add(x);
      }
    }
    return like(a, all);
  }

  public static boolean isSubset(Set<?> a, Iterable<?> b) {
    return (b instanceof Set<?> s ? s : new PySet<>(b)).containsAll(a);
  }

  public static boolean isDisjoint(Set<?> a, Iterable<?> b) {
    for (Object x : b) {
      if (a.contains(x)) {
        return false;
      }
    }
    return true;
  }

  /** {@code set.remove(item)}. */
  public static void remove(Set<?> set, @Nullable Object item) {
    if (!set.remove(item)) {
      throw new Errors.KeyError(item);
    }
  }

  /** {@code set.pop()}. */
  public static <T extends @Nullable Object> T pop(Set<T> set) {
    if (!(set instanceof PySet)) {
      java.util.Iterator<T> any = set.iterator();
      if (!any.hasNext()) {
        throw new Errors.KeyError("pop from an empty set");
      }
      T item = any.next();
      any.remove();
      return item;
    }
    if (set instanceof PySet<T> own) {
      return own.pop();
    }
    java.util.Iterator<T> any = set.iterator();
    if (!any.hasNext()) {
      throw new Errors.KeyError("pop from an empty set");
    }
    T item = any.next();
    any.remove();
    return item;
  }
}

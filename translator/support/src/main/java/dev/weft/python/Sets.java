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

  /** {@code set.update(*others)}. */
  @SafeVarargs
  public static <T extends @Nullable Object> void addAll(
      Set<T> set, Iterable<? extends T>... others) {
    for (Iterable<? extends T> other : others) {
      Iters.addAll(set, other);
    }
  }

  /** {@code set.union(*others)}. */
  @SafeVarargs
  public static <T extends @Nullable Object> Set<T> unionOf(
      Set<? extends T> set, Iterable<? extends T>... others) {
    PySet<T> all = new PySet<>(set);
    for (Iterable<? extends T> other : others) {
      other.forEach(all::add);
    }
    return like(set, all);
  }

  /** {@code set.intersection(*others)}. */
  public static <T extends @Nullable Object> Set<T> intersectionOf(
      Set<? extends T> set, Iterable<?>... others) {
    Set<T> left = like(set, new PySet<>(set));
    for (Iterable<?> other : others) {
      left = intersection(left, other);
    }
    return left;
  }

  /** {@code set.difference(*others)}. */
  public static <T extends @Nullable Object> Set<T> differenceOf(
      Set<? extends T> set, Iterable<?>... others) {
    Set<T> left = like(set, new PySet<>(set));
    for (Iterable<?> other : others) {
      left = difference(left, other);
    }
    return left;
  }

  /** {@code set.intersection_update(*others)}. */
  public static <T extends @Nullable Object> void retain(Set<T> set, Iterable<?>... others) {
    become(set, Sets.<T>intersectionOf(set, others));
  }

  /** {@code set.difference_update(*others)}. */
  public static void removeAll(Set<?> set, Iterable<?>... others) {
    for (Iterable<?> other : others) {
      for (Object x : other == set ? new PySet<>(other) : other) {
        set.remove(x);
      }
    }
  }

  /** {@code set.symmetric_difference_update(other)}. */
  public static <T extends @Nullable Object> void toggle(Set<T> set, Iterable<? extends T> other) {
    become(set, Sets.<T>symmetricDifference(set, other));
  }

  private static <T extends @Nullable Object> void become(Set<T> set, Set<T> other) {
    set.clear();
    set.addAll(other);
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

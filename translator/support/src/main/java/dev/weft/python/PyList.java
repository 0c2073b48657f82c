package dev.weft.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that may be changed while it is iterated, as Python's may. */
public final class PyList<T extends @Nullable Object> extends ArrayList<T> {
  private static final long serialVersionUID = 1L;

  /** What is deeper is gone through, so that somebody may find it too deep. */
  static final int DEEPEST = 1_000;

  /** The list that this was made of, if it can be got at by numbers; null once it differs. */
  private transient @Nullable List<?> origin;

  /** An empty list. */
  public PyList() {}

  /** An empty list with room for so many. */
  public PyList(int capacity) {
    super(capacity);
  }

  /** A list of what is in another. */
  public PyList(Collection<? extends T> items) {
    super(items);
  }

  /** A list of what becomes of items in Java. */
  public static PyList<@Nullable Object> from(
      Collection<?> items, int depth, PyDict.Change change) {
    // All at once, which is quick whatever class the items are in.
    PyList<@Nullable Object> list = new PyList<>(items);
    Class<?> plain = Void.class;
    for (int i = 0; i < list.size(); i++) {
      Object item = list.get(i);
      if (item == null || item.getClass() != plain) {
        if (item != null && PyDict.staysAsItIs(item)) {
          plain = item.getClass();
        } else {
          list.set(i, change.apply(item, depth));
        }
      }
    }
    list.origin = items instanceof List<?> given && items instanceof RandomAccess ? given : null;
    return list;
  }

  /** The list that this was made of, if this and all that is in it is the same. */
  public Optional<List<Object>> unchanged(int depth) {
    return Optional.ofNullable(Py.<@Nullable List<Object>>cast(origin(depth)));
  }

  @Nullable List<?> origin(int depth) {
    if (origin != null && !(depth < DEEPEST && isSame(origin, depth + 1))) {
      // Who asks for those further in need not look there again.
      origin = null;
    }
    return origin;
  }

  @SuppressWarnings("ReferenceEquality") // Whether they are those very objects.
  private boolean isSame(List<?> given, int depth) {
    if (given.size() != size()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      Object item = get(i);
      Object same =
          item instanceof PyDict<?, ?> dict
              ? dict.origin(depth)
              : item instanceof PyList<?> list ? list.origin(depth) : item;
      if (same == null || same != given.get(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < size();
      }

      @Override
      public T next() {
        if (at >= size()) {
          throw new NoSuchElementException();
        }
        return get(at++);
      }
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PyList<?> l && Py.sameElements(this, l);
  }

  @Override
  public int hashCode() {
    throw new Errors.TypeError("unhashable type: 'list'");
  }

  @Override
  public String toString() {
    return Py.repr(this);
  }
}

package dev.weft.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A list that may be changed while it is iterated, as Python's may. */
public final class PyList<T extends @Nullable Object> extends ArrayList<T> {
  private static final long serialVersionUID = 1L;

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

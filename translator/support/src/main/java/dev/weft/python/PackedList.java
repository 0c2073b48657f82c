package dev.weft.python;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list whose elements stand in an array of primitives. Where something else is put in, by code
 * that does not know the type, it goes on as an ordinary list.
 */
@SuppressWarnings("NullAway") // None is null, also among elements.
abstract class PackedList<T extends @Nullable Object> extends AbstractList<T>
    implements RandomAccess {
  /** How many there are; below zero once this is an ordinary list. */
  int size;

  private @Nullable PyList<T> plain;

  /** The array of primitives. */
  abstract Object values();

  /** Makes room for so many. */
  abstract void resize(int capacity);

  abstract int capacity();

  abstract T at(int index);

  /** Stores an element, if it is one of the primitive type. */
  abstract boolean put(int index, @Nullable Object item);

  /** An empty list of the same kind, with room for so many. */
  abstract PackedList<T> empty(int capacity);

  final boolean isPacked() {
    return size >= 0;
  }

  private List<T> plain() {
    if (plain == null) {
      PyList<T> all = new PyList<>();
      for (int i = 0; i < size; i++) {
        all.add(at(i));
      }
      plain = all;
      size = -1;
    }
    return plain;
  }

  /** The index of an element, counted from the end if negative; -1 if there is none such. */
  final int index(long index) {
    long at = index < 0 ? index + size : index;
    return at < 0 || at >= size ? -1 : (int) at;
  }

  final void grow(int wanted) {
    if (wanted > capacity()) {
      resize(Math.max(wanted, capacity() + (capacity() >> 1) + 4));
    }
  }

  @Override
  public T get(int index) {
    return isPacked() ? at(Objects.checkIndex(index, size)) : plain().get(index);
  }

  @Override
  public T set(int index, T item) {
    if (isPacked()) {
      T old = at(Objects.checkIndex(index, size));
      if (put(index, item)) {
        return old;
      }
    }
    return plain().set(index, item);
  }

  @Override
  public boolean add(T item) {
    if (isPacked()) {
      grow(size + 1);
      if (put(size, item)) {
        size++;
        return true;
      }
    }
    return plain().add(item);
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // Arrays of one primitive type.
  public void add(int index, T item) {
    if (isPacked()) {
      Objects.checkIndex(index, size + 1);
      grow(size + 1);
      if (put(size, item)) {
        System.arraycopy(values(), index, values(), index + 1, size - index);
        put(index, item);
        size++;
        return;
      }
    }
    plain().add(index, item);
  }

  @Override
  public boolean addAll(Collection<? extends T> items) {
    return addAll(isPacked() ? size : plain().size(), items);
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // Arrays of one primitive type.
  public boolean addAll(int index, Collection<? extends T> items) {
    if (isPacked() && items instanceof PackedList<?> other && other.isLike(this)) {
      int count = other.size;
      grow(size + count);
      System.arraycopy(values(), index, values(), index + count, size - index);
      // Of itself, what stood behind the index has moved.
      int before = other == this ? Math.min(index, count) : count;
      System.arraycopy(other.values(), 0, values(), index, before);
      System.arraycopy(values(), index + count, values(), index + before, count - before);
      size += count;
      return count > 0;
    }
    int at = index;
    for (Object item : items.toArray()) {
      add(at++, Py.<T>cast(item));
    }
    return at > index;
  }

  private boolean isLike(PackedList<?> other) {
    return isPacked() && getClass() == other.getClass();
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // Arrays of one primitive type.
  public T remove(int index) {
    if (!isPacked()) {
      return plain().remove(index);
    }
    T old = at(Objects.checkIndex(index, size));
    System.arraycopy(values(), index + 1, values(), index, size - index - 1);
    size--;
    return old;
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // Arrays of one primitive type.
  protected void removeRange(int from, int to) {
    if (isPacked()) {
      System.arraycopy(values(), to, values(), from, size - to);
      size -= to - from;
    } else {
      plain().subList(from, to).clear();
    }
  }

  @Override
  public List<T> subList(int from, int to) {
    return isPacked() ? super.subList(from, to) : plain().subList(from, to);
  }

  @Override
  public void clear() {
    removeRange(0, size());
  }

  /** The elements from one index to another, as a list of their own. */
  final List<T> copy(int from, int to) {
    if (!isPacked()) {
      return new PyList<>(plain().subList(from, to));
    }
    PackedList<T> copy = empty(to - from);
    copy.fill(this, from, to - from);
    return copy;
  }

  @SuppressWarnings("SuspiciousSystemArraycopy") // Arrays of one primitive type.
  private void fill(PackedList<T> source, int from, int count) {
    System.arraycopy(source.values(), from, values(), size, count);
    size += count;
  }

  /** The elements, so many times over. */
  final List<T> repeated(long times) {
    int count = Math.toIntExact(Math.multiplyExact(size(), Math.max(0, times)));
    if (!isPacked()) {
      return Lists.repeat(plain(), times);
    }
    PackedList<T> all = empty(count);
    while (all.size < count) {
      PackedList<T> source = all.size == 0 ? this : all;
      all.fill(source, 0, Math.min(source.size, count - all.size));
    }
    return all;
  }

  @Override
  public int size() {
    return isPacked() ? size : plain().size();
  }

  /** As Python's: what is added on the way is met, too. */
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
  public boolean contains(@Nullable Object item) {
    for (int i = 0; i < size(); i++) {
      if (Py.eq(get(i), item)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof List<?> l && !(l instanceof Tuple) && Py.sameElements(this, l);
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

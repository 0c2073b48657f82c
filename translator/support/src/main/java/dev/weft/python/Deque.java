package dev.weft.python;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code collections.deque}. */
public final class Deque<T extends @Nullable Object> extends AbstractList<T> {
  private final @Nullable Long max;

  /** A ring: the elements from {@link #head} on, round the end. */
  private @Nullable Object[] ring = new Object[8];

  private int head;
  private int size;

  /** A deque of some items, with a bound. */
  @SuppressWarnings("this-escape") // The class is final.
  public Deque(Iterable<? extends T> items, @Nullable Long max) {
    if (max != null && max < 0) {
      throw new Errors.ValueError("maxlen must be non-negative");
    }
    this.max = max;
    items.forEach(this::add);
  }

  /** {@code self + other}; as long as this may be. */
  public Deque<T> plus(Iterable<? extends T> other) {
    Deque<T> sum = new Deque<>(this, max);
    other.forEach(sum::add);
    return sum;
  }

  /** {@code self * n}. */
  public Deque<T> times(long n) {
    Deque<T> all = new Deque<>(Lists.<T>of(), max);
    for (long i = 0; i < n; i++) {
      forEach(all::add);
    }
    return all;
  }

  /** {@code remove(x)}: the first that equals it. */
  public void removeFirst(@Nullable Object x) {
    for (int i = 0; i < size(); i++) {
      if (Py.eq(get(i), x)) {
        remove(i);
        return;
      }
    }
    throw new Errors.ValueError(Py.repr(x) + " is not in deque");
  }

  private int place(int index) {
    return (head + index) & (ring.length - 1);
  }

  private void makeRoom() {
    modCount++;
    if (size == ring.length) {
      @Nullable Object[] larger = new @Nullable Object[2 * size];
      for (int i = 0; i < size; i++) {
        larger[i] = ring[place(i)];
      }
      ring = larger;
      head = 0;
    }
  }

  private boolean isBeyond() {
    return max != null && size > max;
  }

  @Override
  public boolean add(T item) {
    makeRoom();
    ring[place(size++)] = item;
    if (isBeyond()) {
      removeFirst();
    }
    return true;
  }

  /** {@code appendleft(item)}. */
  public void addLeft(T item) {
    makeRoom();
    head = place(-1);
    ring[head] = item;
    size++;
    if (isBeyond()) {
      removeLast();
    }
  }

  @Override
  public T removeFirst() {
    modCount++;
    T item = Py.<T>cast(ring[head]);
    ring[head] = null;
    head = place(1);
    size--;
    return item;
  }

  @Override
  public T removeLast() {
    modCount++;
    int last = place(--size);
    T item = Py.<T>cast(ring[last]);
    ring[last] = null;
    return item;
  }

  /** {@code extendleft(items)}. */
  public void extendLeft(Iterable<? extends T> more) {
    more.forEach(this::addLeft);
  }

  /** {@code pop()}. */
  public T pop() {
    if (size == 0) {
      throw new Errors.IndexError("pop from an empty deque");
    }
    return removeLast();
  }

  /** {@code popleft()}. */
  public T popLeft() {
    if (size == 0) {
      throw new Errors.IndexError("pop from an empty deque");
    }
    return removeFirst();
  }

  /** {@code rotate(n)}. */
  public void rotate(long n) {
    if (size > 1) {
      List<T> turned = new ArrayList<>(this);
      Collections.rotate(turned, (int) Math.floorMod(n, (long) size));
      for (int i = 0; i < turned.size(); i++) {
        set(i, turned.get(i));
      }
    }
  }

  /** {@code maxlen}. */
  @Property
  public @Nullable Long maxLength() {
    return max;
  }

  @Override
  public T get(int index) {
    return Py.<T>cast(ring[place(Objects.checkIndex(index, size))]);
  }

  @Override
  public T set(int index, T item) {
    T old = get(index);
    ring[place(index)] = item;
    return old;
  }

  @Override
  public void add(int index, T item) {
    if (max != null && size >= max) {
      throw new Errors.IndexError("deque already at its maximum size");
    }
    Objects.checkIndex(index, size + 1);
    makeRoom();
    for (int i = size++; i > index; i--) {
      ring[place(i)] = ring[place(i - 1)];
    }
    ring[place(index)] = item;
  }

  @Override
  public T remove(int index) {
    T old = get(index);
    for (int i = index; i < size - 1; i++) {
      ring[place(i)] = ring[place(i + 1)];
    }
    removeLast();
    return old;
  }

  @Override
  public void clear() {
    modCount++;
    ring = new Object[8];
    head = 0;
    size = 0;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private final int expected = modCount;
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public T next() {
        if (modCount != expected) {
          throw new Errors.RuntimeError("deque mutated during iteration");
        }
        if (next >= size) {
          throw new NoSuchElementException();
        }
        return Py.<T>cast(ring[place(next++)]);
      }
    };
  }

  String repr() {
    return "deque(" + Py.join(this, "[", "]") + (max == null ? "" : ", maxlen=" + max) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Deque<?> d && Py.sameElements(this, d);
  }

  @Override
  public int hashCode() {
    throw new Errors.TypeError("unhashable type: 'collections.deque'");
  }

  @Override
  public String toString() {
    return repr();
  }
}

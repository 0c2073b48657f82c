package dev.weft.python;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code collections.deque}. */
public final class Deque<T extends @Nullable Object> extends AbstractList<T> {
  /** Stands for None, which Java's deque does not hold. */
  private static final Object NONE = new Object();

  private final ArrayDeque<Object> items = new ArrayDeque<>();
  private final @Nullable Long max;

  /** A deque of some items, with a bound. */
  public Deque(Iterable<? extends T> items, @Nullable Long max) {
    this.max = max;
    items.forEach(this::add);
  }

  private static Object mask(@Nullable Object item) {
    return item == null ? NONE : item;
  }

  private T unmask(Object item) {
    return Py.<T>cast(item == NONE ? null : item);
  }

  @Override
  public boolean add(T item) {
    items.addLast(mask(item));
    if (max != null && items.size() > max) {
      items.removeFirst();
    }
    modCount++;
    return true;
  }

  /** {@code appendleft(item)}. */
  public void addLeft(T item) {
    items.addFirst(mask(item));
    if (max != null && items.size() > max) {
      items.removeLast();
    }
  }

  /** {@code extendleft(items)}. */
  public void extendLeft(Iterable<? extends T> more) {
    more.forEach(this::addLeft);
  }

  /** {@code pop()}. */
  public T pop() {
    if (items.isEmpty()) {
      throw new Errors.IndexError("pop from an empty deque");
    }
    return unmask(items.removeLast());
  }

  /** {@code popleft()}. */
  public T popLeft() {
    if (items.isEmpty()) {
      throw new Errors.IndexError("pop from an empty deque");
    }
    return unmask(items.removeFirst());
  }

  /** {@code rotate(n)}. */
  public void rotate(long n) {
    if (items.isEmpty()) {
      return;
    }
    long times = Math.floorMod(n, (long) items.size());
    for (long i = 0; i < times; i++) {
      items.addFirst(items.removeLast());
    }
  }

  /** {@code maxlen}. */
  public @Nullable Long maxLength() {
    return max;
  }

  @Override
  public T get(int index) {
    if (index == 0) {
      return unmask(items.getFirst());
    }
    if (index == items.size() - 1) {
      return unmask(items.getLast());
    }
    return copy().get(index);
  }

  private List<T> copy() {
    List<T> copy = new ArrayList<>();
    items.forEach(item -> copy.add(unmask(item)));
    return copy;
  }

  @Override
  public T set(int index, T item) {
    List<T> copy = copy();
    T old = copy.set(index, item);
    items.clear();
    copy.forEach(x -> items.addLast(mask(x)));
    return old;
  }

  @Override
  public void add(int index, T item) {
    if (max != null && items.size() >= max) {
      throw new Errors.IndexError("deque already at its maximum size");
    }
    List<T> copy = copy();
    copy.add(index, item);
    items.clear();
    copy.forEach(x -> items.addLast(mask(x)));
  }

  @Override
  public T remove(int index) {
    List<T> copy = copy();
    T old = copy.remove(index);
    items.clear();
    copy.forEach(x -> items.addLast(mask(x)));
    return old;
  }

  @Override
  public void clear() {
    items.clear();
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public Iterator<T> iterator() {
    Iterator<Object> masked = items.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return masked.hasNext();
      }

      @Override
      public T next() {
        return unmask(masked.next());
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

package dev.weft.python;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code collections.deque}. */
public final class Deque<T extends @Nullable Object> extends AbstractList<T> {
  private record Box<T extends @Nullable Object>(T item) {}

  private final ArrayDeque<Box<T>> items = new ArrayDeque<>();
  private final @Nullable Long max;

  /** A deque of some items, with a bound. */
  public Deque(Iterable<? extends T> items, @Nullable Long max) {
    this.max = max;
    items.forEach(this::add);
  }

  @Override
  public boolean add(T item) {
    items.addLast(new Box<>(item));
    if (max != null && items.size() > max) {
      items.removeFirst();
    }
    modCount++;
    return true;
  }

  /** {@code appendleft(item)}. */
  public void addLeft(T item) {
    items.addFirst(new Box<>(item));
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
    return items.removeLast().item();
  }

  /** {@code popleft()}. */
  public T popLeft() {
    if (items.isEmpty()) {
      throw new Errors.IndexError("pop from an empty deque");
    }
    return items.removeFirst().item();
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
      return items.getFirst().item();
    }
    if (index == items.size() - 1) {
      return items.getLast().item();
    }
    return copy().get(index);
  }

  private List<T> copy() {
    List<T> copy = new ArrayList<>();
    items.forEach(b -> copy.add(b.item()));
    return copy;
  }

  @Override
  public T set(int index, T item) {
    List<T> copy = copy();
    T old = copy.set(index, item);
    items.clear();
    copy.forEach(x -> items.addLast(new Box<>(x)));
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
    copy.forEach(x -> items.addLast(new Box<>(x)));
  }

  @Override
  public T remove(int index) {
    List<T> copy = copy();
    T old = copy.remove(index);
    items.clear();
    copy.forEach(x -> items.addLast(new Box<>(x)));
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
    Iterator<Box<T>> boxes = items.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return boxes.hasNext();
      }

      @Override
      public T next() {
        return boxes.next().item();
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

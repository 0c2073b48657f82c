package dev.weft.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order a queue's elements come out. Guarded by the queue. */
sealed interface QueueOrder<T extends @Nullable Object>
    permits QueueOrder.Fifo, QueueOrder.Lifo, HeapOrder {
  void add(T element);

  /** Takes the next out of a queue that is not empty. */
  T remove();

  int size();

  static <T extends @Nullable Object> QueueOrder<T> fifo() {
    return new Fifo<>();
  }

  static <T extends @Nullable Object> QueueOrder<T> lifo() {
    return new Lifo<>();
  }

  /** A ring, since the JDK's holds no null. */
  final class Fifo<T extends @Nullable Object> implements QueueOrder<T> {
    private @Nullable Object[] ring = new Object[8];
    private int head;
    private int size;

    @Override
    public void add(T element) {
      if (size == ring.length) {
        Object[] bigger = new Object[size * 2];
        System.arraycopy(ring, head, bigger, 0, size - head);
        System.arraycopy(ring, 0, bigger, size - head, head);
        ring = bigger;
        head = 0;
      }
      ring[(head + size++) % ring.length] = element;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Only elements are stored.
    public T remove() {
      T element = (T) ring[head];
      ring[head] = null;
      head = (head + 1) % ring.length;
      size--;
      return element;
    }

    @Override
    public int size() {
      return size;
    }
  }

  /** A stack. */
  final class Lifo<T extends @Nullable Object> implements QueueOrder<T> {
    private final List<T> stack = new ArrayList<>();

    @Override
    public void add(T element) {
      stack.add(element);
    }

    @Override
    public T remove() {
      return stack.removeLast();
    }

    @Override
    public int size() {
      return stack.size();
    }
  }
}

package dev.weft.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A binary heap that moves its elements as Python's {@code heapq} does, so that equal elements come
 * out in the same order: on removal the hole sinks to a leaf, always to the lesser child, and the
 * last element rises from there.
 */
final class HeapOrder<T extends @Nullable Object> implements QueueOrder<T> {
  private final Comparator<? super T> order;
  private final List<T> heap = new ArrayList<>();

  HeapOrder(Comparator<? super T> order) {
    this.order = order;
  }

  @Override
  public void add(T element) {
    heap.add(element);
    rise(heap.size() - 1, element);
  }

  @Override
  public T remove() {
    T last = heap.removeLast();
    if (heap.isEmpty()) {
      return last;
    }
    T least = heap.getFirst();
    int hole = 0;
    for (int child = 1; child < heap.size(); child = 2 * hole + 1) {
      int right = child + 1;
      if (right < heap.size() && order.compare(heap.get(child), heap.get(right)) >= 0) {
        child = right;
      }
      heap.set(hole, heap.get(child));
      hole = child;
    }
    rise(hole, last);
    return least;
  }

  private void rise(int start, T element) {
    int hole = start;
    while (hole > 0) {
      int parent = (hole - 1) >> 1;
      if (order.compare(element, heap.get(parent)) >= 0) {
        break;
      }
      heap.set(hole, heap.get(parent));
      hole = parent;
    }
    heap.set(hole, element);
  }

  @Override
  public int size() {
    return heap.size();
  }
}

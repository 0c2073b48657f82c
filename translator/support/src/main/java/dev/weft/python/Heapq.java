package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The module {@code heapq}; the list is laid out as CPython's. */
public final class Heapq {
  private Heapq() {}

  /** {@code heappush(heap, item)}. */
  public static <T extends @Nullable Object> void push(List<T> heap, T item) {
    heap.add(item);
    siftDown(heap, 0, heap.size() - 1);
  }

  /** {@code heappop(heap)}. */
  public static <T extends @Nullable Object> T pop(List<T> heap) {
    if (heap.isEmpty()) {
      throw new Errors.IndexError("index out of range");
    }
    T last = heap.remove(heap.size() - 1);
    if (heap.isEmpty()) {
      return last;
    }
    T first = heap.get(0);
    heap.set(0, last);
    siftUp(heap, 0);
    return first;
  }

  /** {@code heapify(heap)}. */
  public static void heapify(List<? extends @Nullable Object> heap) {
    for (int i = heap.size() / 2 - 1; i >= 0; i--) {
      siftUp(heap, i);
    }
  }

  private static <T extends @Nullable Object> void siftDown(List<T> heap, int start, int at) {
    T item = heap.get(at);
    int pos = at;
    while (pos > start) {
      int parent = (pos - 1) >> 1;
      if (!Py.lt(item, heap.get(parent))) {
        break;
      }
      heap.set(pos, heap.get(parent));
      pos = parent;
    }
    heap.set(pos, item);
  }

  private static <T extends @Nullable Object> void siftUp(List<T> heap, int at) {
    int end = heap.size();
    T item = heap.get(at);
    int pos = at;
    int child = 2 * pos + 1;
    while (child < end) {
      int right = child + 1;
      if (right < end && !Py.lt(heap.get(child), heap.get(right))) {
        child = right;
      }
      heap.set(pos, heap.get(child));
      pos = child;
      child = 2 * pos + 1;
    }
    heap.set(pos, item);
    siftDown(heap, at, pos);
  }
}

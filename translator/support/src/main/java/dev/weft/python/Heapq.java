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

  /** {@code heappushpop(heap, item)}. */
  public static <T extends @Nullable Object> T pushPop(List<T> heap, T item) {
    return heap.isEmpty() || !Py.lt(heap.get(0), item) ? item : replace(heap, item);
  }

  /** {@code heapreplace(heap, item)}. */
  public static <T extends @Nullable Object> T replace(List<T> heap, T item) {
    if (heap.isEmpty()) {
      throw new Errors.IndexError("index out of range");
    }
    T least = heap.get(0);
    heap.set(0, item);
    siftUp(heap, 0);
    return least;
  }

  /** {@code merge(iterables)}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static <T extends @Nullable Object> Iterable<T> merge(Iterable<? extends T>... parts) {
    return merge(List.of(parts));
  }

  /** {@code merge(*iterables)}. */
  public static <T extends @Nullable Object> Iterable<T> merge(
      Iterable<? extends Iterable<? extends T>> parts) {
    List<T> all = new PyList<>();
    parts.forEach(p -> p.forEach(all::add));
    return Iters.iter(Lists.<T>sorted(all, false));
  }

  /** The same between two places. */
  public static <T extends @Nullable Object> long bisect(
      List<T> list, @Nullable Object x, long lo, @Nullable Long hi, boolean left) {
    if (lo < 0) {
      throw new Errors.ValueError("lo must be non-negative");
    }
    long end = hi == null ? list.size() : hi;
    return lo >= end
        ? lo
        : lo + bisect(list.subList((int) lo, (int) end), x, (Fn1<? super T, ?>) null, left);
  }

  /** {@code bisect_left} and {@code bisect_right}. */
  public static <T extends @Nullable Object> long bisect(
      List<T> sorted, @Nullable Object item, @Nullable Fn1<? super T, ?> key, boolean left) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      Object there = key == null ? sorted.get(mid) : key.call(sorted.get(mid));
      if (left ? Py.lt(there, item) : !Py.lt(item, there)) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}

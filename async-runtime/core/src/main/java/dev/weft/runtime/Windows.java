package dev.weft.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A stream of lists of consecutive elements. */
final class Windows<T extends @Nullable Object> implements AsyncStream<List<T>> {
  private final AsyncStream<T> source;
  private final int size;
  private final int step;

  Windows(AsyncStream<T> source, int size, int step) {
    if (size < 1 || step < 1) {
      throw new IllegalArgumentException(
          "a window has size %d and step %d: both must be 1 or more".formatted(size, step));
    }
    this.source = source;
    this.size = size;
    this.step = step;
  }

  @Override
  public void forEach(Consumer<? super List<T>> consumer) {
    // The windows that are not full, the oldest first.
    Deque<List<T>> open = new ArrayDeque<>();
    int[] untilNext = {0};
    source.forEach(element -> {
      if (untilNext[0] == 0) {
        open.add(new ArrayList<>());
        untilNext[0] = step;
      }
      untilNext[0]--;
      open.forEach(window -> window.add(element));
      List<T> oldest = open.peek();
      if (oldest != null && oldest.size() == size) {
        open.remove();
        consumer.accept(Collections.unmodifiableList(oldest));
      }
    });
    open.forEach(window -> consumer.accept(Collections.unmodifiableList(window)));
  }
}

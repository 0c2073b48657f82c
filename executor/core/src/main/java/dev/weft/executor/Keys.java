package dev.weft.executor;

import java.util.Arrays;

/**
 * Keys tell where an item stems from, and so in which order branches are merged: the index of the
 * input item, then what number it was among those a node made of it, and so on. They compare number
 * by number, a prefix first.
 *
 * <p>On one connection keys grow, and none extends one that came before; so once a key was seen,
 * nothing below its {@linkplain #after successor} can follow.
 */
final class Keys {
  /** More than a graph can have nodes. */
  private static final int RANKS = 1 << 30;

  /** Room for the number of a queue. */
  private static final int QUEUE_BITS = 30;

  private Keys() {}

  static long[] of(long index) {
    return new long[] {index};
  }

  /** The key of one of the items made of that with a key. */
  static long[] under(long[] key, long index) {
    long[] longer = Arrays.copyOf(key, key.length + 1);
    longer[key.length] = index;
    return longer;
  }

  /**
   * The key of an item that came through one of several queues of a node; {@code rank} is the
   * node's place in the order. Queues can bring the same key, or one that extends that of another,
   * so the new keys must be different and in the order of the old: below what nodes make of the
   * item, and below what joins before, which have a lower rank, made of it on another path.
   */
  static long[] from(long[] key, int rank, int queue) {
    return under(key, Long.MIN_VALUE + ((long) (RANKS - rank) << QUEUE_BITS) + queue);
  }

  /** The least key above a key and all that extend it. */
  static long[] after(long[] key) {
    long[] next = key.clone();
    next[next.length - 1]++;
    return next;
  }

  /**
   * The key of what a node emits before its first item; {@code rank} is its place in the order.
   * Nodes before it come later, as it emits before it takes what they emit.
   */
  static long[] atStart(int rank) {
    return new long[] {-1, -rank};
  }

  /** The key of what a node emits after its last item; {@code rank} is its place in the order. */
  static long[] atEnd(int rank) {
    return new long[] {Long.MAX_VALUE, rank};
  }

  static int compare(long[] a, long[] b) {
    return a == b ? 0 : Arrays.compare(a, b);
  }

  /** Compares a key with the {@linkplain #after successor} of another. */
  static int compareToAfter(long[] key, long[] other) {
    int last = other.length - 1;
    for (int i = 0; i < last; i++) {
      if (i == key.length) {
        return -1;
      }
      if (key[i] != other[i]) {
        return Long.compare(key[i], other[i]);
      }
    }
    if (key.length <= last) {
      return -1;
    }
    int order = Long.compare(key[last], other[last] + 1);
    return order != 0 ? order : Integer.compare(key.length, other.length);
  }
}

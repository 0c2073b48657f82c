package dev.weft.runtime;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.SplittableRandom;

/**
 * Takes entries of the ready queue in an order drawn from a seed, to search for code that relies on
 * the order. Callbacks for the end of tasks keep their order among themselves, which is promised.
 */
final class Shuffle {

  /** A callback that must not overtake another such. */
  interface Ordered extends Runnable {}

  private final SplittableRandom random;

  Shuffle(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Takes an entry out of a queue that has one. */
  Object take(ArrayDeque<Object> ready) {
    int index = random.nextInt(ready.size());
    Iterator<Object> entries = ready.iterator();
    Object entry = entries.next();
    for (int i = 0; i < index; i++) {
      entry = entries.next();
    }
    if (entry instanceof Ordered) {
      entries = ready.iterator();
      do {
        entry = entries.next();
      } while (!(entry instanceof Ordered));
    }
    entries.remove();
    return entry;
  }
}

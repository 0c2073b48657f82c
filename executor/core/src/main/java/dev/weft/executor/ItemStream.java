package dev.weft.executor;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;

/**
 * The items that reach a {@link Node.Streaming} node, in order, each once. {@code for (Object item
 * : in)} does what one hopes.
 *
 * <p>For the task that runs the node only. Waiting for the next item suspends.
 */
public interface ItemStream extends Iterable<Object> {

  /**
   * The next item, or empty once there are no more.
   *
   * @throws dev.weft.runtime.CancellationError if the run is cancelled
   */
  Optional<Object> next();

  /**
   * {@link #next()} for a node that waits for something else too: empty also if it would have to
   * wait and {@link #wake} was called, since the last call or meanwhile. {@link #isEnded} tells
   * that from the end.
   *
   * @throws dev.weft.runtime.CancellationError if the run is cancelled
   */
  Optional<Object> nextOrWoken();

  /** Breaks off {@link #nextOrWoken}, or the next call of it. May be called from any thread. */
  void wake();

  /** Whether there are no more items, as {@link #next()} has found. */
  boolean isEnded();

  /**
   * Waits until {@link #next} would return at once, with an item or because there are no more, but
   * no longer than a time; zero looks without waiting.
   *
   * @return whether {@code next} would return at once
   * @throws dev.weft.runtime.CancellationError if the run is cancelled
   */
  boolean await(Duration limit);

  /**
   * Says that of the items taken the last ones have not been looked at, for a node that takes
   * several at once: an error now is that of the item before them. Forgotten with the next item.
   */
  void untouched(int items);

  /** The rest of the items; {@code hasNext} suspends. All iterators share one position. */
  @Override
  Iterator<Object> iterator();
}

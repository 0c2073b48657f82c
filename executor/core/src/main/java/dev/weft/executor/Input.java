package dev.weft.executor;

import dev.weft.runtime.Receiver;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * The items that go into a pipeline: into each node without an incoming connection that is not
 * itself a source. Items are taken only as fast as the pipeline works them off.
 */
public sealed interface Input {

  /** No input: for a pipeline whose roots are all sources. An empty list is something else. */
  static Input none() {
    return new None();
  }

  /** The items of a list, possibly none. */
  static Input of(List<?> items) {
    return new Items(items);
  }

  /**
   * Items that are at hand, such as computed ones: taking the next must not block, or the event
   * loop stands still. Iterated once, in the run's own task.
   */
  static Input of(Iterable<?> items) {
    return new Items(items);
  }

  /**
   * Items that come when they come, such as lines of a file or a socket: read in a thread of its
   * own, so that taking the next may block. If the run ends first, the thread is interrupted; one
   * that cannot be interrupted is left behind as a daemon.
   */
  static Input blocking(Iterator<?> items) {
    return new Blocking(items);
  }

  /** What a receiver receives, such as a channel, until it is closed. */
  static Input of(Receiver<?> items) {
    return new Received(items);
  }

  /** No input. */
  record None() implements Input {}

  /**
   * Items at hand.
   *
   * @param items iterated once
   */
  record Items(Iterable<?> items) implements Input {
    /** Input from an iterable. */
    public Items {
      Objects.requireNonNull(items);
    }
  }

  /**
   * Items that may block.
   *
   * @param items read by a thread of its own
   */
  record Blocking(Iterator<?> items) implements Input {
    /** Input from an iterator. */
    public Blocking {
      Objects.requireNonNull(items);
    }
  }

  /**
   * Items from a receiver.
   *
   * @param items received until it is closed
   */
  record Received(Receiver<?> items) implements Input {
    /** Input from a receiver. */
    public Received {
      Objects.requireNonNull(items);
    }
  }
}

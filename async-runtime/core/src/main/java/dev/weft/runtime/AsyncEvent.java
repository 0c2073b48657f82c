package dev.weft.runtime;

/**
 * A flag that tasks wait for; once set it stays set until cleared. The semantics are those of
 * {@code asyncio.Event}.
 *
 * <p>{@link #set} resumes all who wait at that moment, in the order in which they came, even if the
 * flag is cleared before they go on. Thread-safe, across runtimes too; a thread that is no task is
 * blocked.
 */
public interface AsyncEvent {

  /** An event that is not set. */
  static AsyncEvent create() {
    return new StickyEvent();
  }

  /**
   * Waits until the event is set. Does not suspend, nor look for a cancellation, where it is.
   *
   * @throws CancellationError if the task is cancelled while it waits
   */
  void await();

  /** Sets the event and resumes all who wait; does not suspend. */
  void set();

  /** Clears the event; who waits from now on waits for the next {@link #set}. */
  void clear();

  /** Whether the event is set. */
  boolean isSet();
}

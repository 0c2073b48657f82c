package dev.weft.runtime;

/**
 * A point at which a number of tasks wait for each other, again and again; the semantics are those
 * of {@code asyncio.Barrier}.
 *
 * <p>When the last of a round arrives all go on; who arrives before they have left waits for the
 * next round. A task that is cancelled while it waits leaves the round, which then waits for
 * another. Thread-safe, across runtimes too; a thread that is no task is blocked.
 */
public interface AsyncBarrier {

  /**
   * A barrier for a number of parties.
   *
   * @throws IllegalArgumentException if there is not at least one
   */
  static AsyncBarrier of(int parties) {
    return new ConditionBarrier(parties);
  }

  /**
   * Waits until all parties have arrived.
   *
   * @return the number of those who had arrived before: each party of a round gets another
   * @throws BrokenException if the barrier is or becomes broken, or is reset meanwhile
   * @throws CancellationError if the task is cancelled while it waits
   */
  int await();

  /** Makes all who wait fail, and starts anew; a broken barrier works again. May suspend. */
  void reset();

  /**
   * Breaks the barrier: all who wait, and all who come, fail until a {@link #reset}. May suspend.
   */
  void abort();

  /** How many make a round. */
  int parties();

  /** How many of the round have arrived and wait for the others. */
  int waiting();

  /** Whether the barrier was {@linkplain #abort broken}. */
  boolean isBroken();

  /** Thrown from {@link #await} when the barrier is broken, or was reset. */
  final class BrokenException extends AsyncException.Other {
    private static final long serialVersionUID = 1L;

    BrokenException(String message) {
      super(message, null);
    }
  }
}

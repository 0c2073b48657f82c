package dev.weft.executor;

/**
 * Where a node puts what it produces.
 *
 * <p>For the task that runs the node only; tasks that it starts hand their results to it.
 */
@FunctionalInterface
public interface Emitter {

  /**
   * Passes an item on to every connection, suspending while one of them is full.
   *
   * @throws dev.weft.runtime.CancellationError if the run is cancelled
   * @throws NullPointerException if the item is null
   * @throws IllegalStateException if called by another task than the node's
   */
  void emit(Object item);

  /** Whether {@link #emit} returns at once; false if that is not known. */
  default boolean hasRoom() {
    return false;
  }
}

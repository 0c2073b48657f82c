package dev.weft.executor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node at work in one run of a pipeline; one of five forms, all in direct style: any of them may
 * call what suspends, such as {@link dev.weft.runtime.Async#sleep}, and so an "async function" is
 * simply a {@link Function}.
 *
 * <p>A node is made for one run, and its methods are called by one task at a time, so it may hold
 * plain fields. The exception is a function that the manifest runs with a {@code concurrency} above
 * 1: then several calls of {@code process} overlap.
 *
 * <p>Cancellation arrives as a {@link dev.weft.runtime.CancellationError} out of the call that
 * suspends. Do not swallow it: a node that goes on regardless is given up after the run's grace,
 * and named in the error.
 */
public sealed interface Node {

  /**
   * Called once before any item of the run, in the order of execution; a failure ends the run.
   *
   * @throws Exception if the node cannot work
   */
  default void initialize() throws Exception {}

  /**
   * Called once after the last item, whatever happened, also if an {@code initialize} failed or the
   * run was cancelled; never inside the cancelled task, so it may suspend. It is given the run's
   * grace; what it throws is reported beside the result and never hides it.
   *
   * @throws Exception if something could not be released
   */
  default void cleanup() throws Exception {}

  /** One item in, one or none out. */
  @FunctionalInterface
  non-sealed interface Function extends Node {
    /**
     * Maps an item.
     *
     * @return the result, or null to drop the item: the {@code None} of a Python node. Not an
     *     {@code Optional}, which would be noise in each node and an allocation for each item
     * @throws Exception if the item cannot be handled; what happens then says the node's policy
     */
    @Nullable Object process(Object item) throws Exception;
  }

  /** One item in, any number out, all of them known before the first is passed on. */
  @FunctionalInterface
  non-sealed interface Expanding extends Node {
    /**
     * Maps an item to several; an empty list drops it. A failed item has emitted nothing, so it can
     * be tried again. Where one item gives more than fits in memory, write a {@link Streaming}
     * node.
     *
     * @throws Exception if the item cannot be handled; what happens then says the node's policy
     */
    List<?> process(Object item) throws Exception;
  }

  /**
   * One item in, any number out, several items in a call: for nodes where a call costs more than an
   * item, such as those that another engine runs.
   */
  @FunctionalInterface
  non-sealed interface Batched extends Node {
    /**
     * Maps items in their order, and tells of each what it became as soon as that is known.
     *
     * <p>With a timeout, or a {@code concurrency} above 1, there is one item in a call. Calls that
     * overlap are made in the order of the items: the next one once this one has {@linkplain
     * Results#begun() begun} or ended.
     *
     * @param items one or more
     * @param results takes what they became
     * @throws Exception the failure of the first item that was not told of; what happens then says
     *     the node's policy, and those after it are given again
     */
    void process(List<Object> items, Results results) throws Exception;

    /** Takes what the items of a batch became, for the task that runs the call. */
    interface Results {
      /** The index of the item that is told of next, among those that reached the node. */
      long index();

      /**
       * Tells that the items are where they go, so that those which are given from now on come
       * after them. A node that does not tell this has no calls that overlap.
       */
      void begun();

      /** Tells what the next item became; an empty list drops it. */
      void next(List<?> outputs);

      /** Whether {@link #next} with so many outputs returns at once; false if that is not known. */
      default boolean hasRoom(int outputs) {
        return false;
      }
    }
  }

  /** A stream of items in, any number out at any time. */
  @FunctionalInterface
  non-sealed interface Streaming extends Node {
    /**
     * Reads items until there are no more, and emits. What is emitted after the last item, such as
     * a partial batch, is passed on like the rest. Returning early is allowed: what is left is not
     * read, and nodes before that serve nobody else are told to stop.
     *
     * @throws Exception if the stream cannot be handled, which ends the run
     */
    void process(ItemStream in, Emitter out) throws Exception;
  }

  /** No input; emits. */
  @FunctionalInterface
  non-sealed interface Source extends Node {
    /**
     * Emits until there is nothing more. An endless source ends when the run is cancelled: {@code
     * emit} throws.
     *
     * @throws Exception if the source fails, which ends the run
     */
    void produce(Emitter out) throws Exception;
  }
}

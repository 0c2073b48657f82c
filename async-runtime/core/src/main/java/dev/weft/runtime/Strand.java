package dev.weft.runtime;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One of the threads of an event loop's task: its own, or that of a generator's body which the task
 * is in. It is the scheduler of its thread where that is mounted.
 */
interface Strand extends Executor, Runnable {
  /** The thread, once it was made. */
  @Nullable Thread thread();

  void thread(Thread made);

  /** When mounted: what runs the thread for a while; set when the thread starts. */
  @Nullable Runnable continuation();

  void continuation(Runnable first);
}

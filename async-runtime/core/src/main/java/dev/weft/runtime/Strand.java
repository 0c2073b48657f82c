package dev.weft.runtime;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One of the threads of an event loop's task: its own, or that of a generator's body which the task
 * is in. It is the scheduler of its thread where that is mounted.
 */
final class Strand implements Executor {
  final Runnable body;
  private final LoopThreads threads;

  /** Made when the strand first runs. */
  @Nullable Thread thread;

  /** When mounted: what runs the thread for a while; set when the thread starts. */
  volatile @Nullable Runnable continuation;

  /** When mounted: whether it stands where it let others run first, and is ready to go on. */
  boolean gaveWay;

  Strand(LoopThreads threads, Runnable body) {
    this.threads = threads;
    this.body = body;
  }

  @Override
  public void execute(Runnable threadContinuation) {
    threads.schedule(this, threadContinuation);
  }

  @Override
  public String toString() {
    return body.toString();
  }
}

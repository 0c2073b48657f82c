package dev.weft.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/** A task that the actors of a stress test play, rather than run. */
final class StressTask {
  private static final AbstractRuntime RUNTIME = (AbstractRuntime) AsyncRuntime.virtualThreads();

  final ThreadTask<String> task =
      ThreadTask.virtual(RUNTIME, new Children(RUNTIME), "stress", () -> "");

  /** Makes the calling actor the task's thread. */
  void play() {
    task.moveTo(Thread.currentThread());
    ThreadTask.adopt(task);
  }

  /** The actor's thread belongs to others again. */
  void leave() {
    ThreadTask.adopt(null);
    Thread.interrupted();
  }

  void complete(String value) {
    task.complete(new Outcome.Success<>(value));
  }

  /** A callback that counts. */
  void countEnd(AtomicInteger count) {
    task.onDone(ended -> count.incrementAndGet());
  }

  /** Whether a cancellation is to be delivered; delivers it. */
  boolean isCancelled() {
    try {
      task.checkCancelled();
      return false;
    } catch (CancellationError e) {
      return true;
    }
  }
}

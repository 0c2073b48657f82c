package dev.weft.executor.python;

import dev.weft.executor.Emitter;
import dev.weft.executor.JsonNull;
import dev.weft.runtime.Async;
import dev.weft.runtime.CancellationError;
import java.time.Duration;

/**
 * Drives a stream through an instance, in the node's own task: emits what comes out, and waits for
 * items, for the guest's time, or for the next turn. While an emission waits for room the guest is
 * not called, so that backpressure reaches it.
 */
class StreamDriver {
  final PythonInstance instance;
  private final Emitter out;

  StreamDriver(PythonInstance instance, Emitter out) {
    this.instance = instance;
    this.out = out;
  }

  /**
   * Waits for items for a time, and brings them to the guest.
   *
   * @return whether there were some, or the end of them
   */
  boolean feed(PythonJob job, Duration wait) {
    throw new IllegalStateException("a source waits for no items");
  }

  /** Told before the stream fails: how many items the guest was brought and did not look at. */
  void untouched(int items) {
    // A source is brought none.
  }

  /** Runs the stream to its end. */
  final void drive() {
    PythonJob job = instance.beginDriven();
    try {
      while (step(job)) {
        instance.goOn();
      }
    } catch (CancellationError e) {
      instance.cancel(job, e);
      throw e;
    } catch (RuntimeException e) {
      instance.cancel(job, new CancellationError(e.getMessage()));
      throw e;
    }
  }

  /** Takes what is there, or waits; whether to go on. */
  private boolean step(PythonJob job) {
    job.clearChanges();
    boolean rest = instance.isAtRest();
    PythonJob.News news = job.take();
    for (Object result : news.results()) {
      if (result != JsonNull.NULL) {
        out.emit(result);
      }
    }
    if (news.ended()) {
      if (news.failure() != null) {
        untouched(news.untouched());
        throw PythonNode.failure(news.failure(), instance);
      }
      return false;
    }
    if (!rest) {
      job.awaitChange();
    } else if (news.wants()) {
      feed(job, instance.untilDue());
    } else if (news.results().isEmpty() && instance.isAtStandstill()) {
      throw instance.stuck();
    } else if (news.results().isEmpty()) {
      Async.sleep(instance.untilDue());
    }
    return true;
  }
}

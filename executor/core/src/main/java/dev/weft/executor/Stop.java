package dev.weft.executor;

import dev.weft.runtime.Async;

/** Whether a run is being ended; looked at for each item, so that busy nodes notice. */
final class Stop {
  /** The reason given to a node whose items nobody takes any more. */
  static final String NOBODY_LEFT = "nobody takes the node's items any more";

  private volatile boolean requested;

  void request() {
    requested = true;
  }

  boolean isRequested() {
    return requested;
  }

  /** Throws the cancellation that has been, or is about to be, sent to the current task. */
  void check() {
    if (requested) {
      if (Async.currentTask().isPresent()) {
        Async.checkCancelled();
      }
      throw new dev.weft.runtime.CancellationError("the run is ending");
    }
  }
}

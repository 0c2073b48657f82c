package dev.weft.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends what runs when the process is told to end: Ctrl-C, a terminal that goes away, or SIGTERM.
 * The JVM then exits with the code of the signal, 130 for Ctrl-C, once the cleanup is done.
 */
final class Interruption {
  /** Beyond the grace that a run gives its nodes, so that their names can still be printed. */
  private static final long PATIENCE_SECONDS = 15;

  private final CountDownLatch finished = new CountDownLatch(1);
  private Runnable action = () -> {};
  private boolean requested;

  private Interruption() {}

  /** One that watches the process. */
  static Interruption install() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(interruption::requestAndWait, "weft-interruption"));
    return interruption;
  }

  /** One that only a test triggers. */
  static Interruption manual() {
    return new Interruption();
  }

  /** What to do when the end is asked for; done at once if it was. */
  void onRequest(Runnable task) {
    synchronized (this) {
      action = task;
      if (!requested) {
        return;
      }
    }
    task.run();
  }

  synchronized boolean isRequested() {
    return requested;
  }

  /** Asks for the end. */
  void request() {
    Runnable task;
    synchronized (this) {
      requested = true;
      task = action;
    }
    task.run();
  }

  /** Says that there is nothing left to wait for. */
  void finished() {
    finished.countDown();
  }

  private void requestAndWait() {
    if (finished.getCount() == 0) {
      return;
    }
    request();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.Logger log = System.getLogger("dev.weft.cli");
        log.log(System.Logger.Level.WARNING, "the run did not end in time after the interruption");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.weft.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks from a thread of its own at what an event loop runs, and takes the stack of a step that
 * runs long. A step is reported when it is over; one that does not end is reported while it runs,
 * once.
 */
final class Watchdog implements Runnable {
  /** A step that runs this many times the threshold is reported before it ends. */
  private static final int ENDLESS = 10;

  /** What the loop runs now. */
  private static final class Step {
    final Object entry;
    final Thread loopThread;
    final long start = System.nanoTime();
    volatile List<StackTraceElement> stack = List.of();

    // Used by the watchdog's thread only.
    boolean caught;
    boolean reportedEndless;

    Step(Object entry, Thread loopThread) {
      this.entry = entry;
      this.loopThread = loopThread;
    }
  }

  private final EventLoop loop;
  private final long threshold;
  private final Queue<SlowStep> finished = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile @Nullable Step step;
  private volatile boolean stopped;

  Watchdog(EventLoop loop, Duration threshold) {
    this.loop = loop;
    this.threshold = Durations.nanos(threshold);
    this.thread = Thread.ofPlatform().daemon().name("weft-watchdog").unstarted(this);
  }

  void start() {
    thread.start();
  }

  /** Reports what is left, for which it waits a little, and ends. */
  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The loop is about to run a task or a callback; called by the holder. */
  void begin(Object entry) {
    step = new Step(entry, Thread.currentThread());
  }

  /** What the loop ran has given it back; called by the holder. */
  void end() {
    Step ended = step;
    if (ended == null) {
      return;
    }
    step = null;
    long duration = System.nanoTime() - ended.start;
    if (duration >= threshold) {
      finished.add(slowStep(ended, duration, true));
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void run() {
    while (!stopped) {
      LockSupport.parkNanos(Math.max(1, threshold / 4));
      reportFinished();
      Step running = step;
      if (running != null) {
        look(running);
      }
    }
    reportFinished();
  }

  private void reportFinished() {
    for (SlowStep slow = finished.poll(); slow != null; slow = finished.poll()) {
      report(slow);
    }
  }

  /**
   * Takes the stack from half the threshold on, so that there is one when the step goes over it;
   * the first one after that is kept.
   */
  private void look(Step running) {
    long duration = System.nanoTime() - running.start;
    if (duration < threshold / 2) {
      return;
    }
    boolean endless = duration >= ENDLESS * threshold && !running.reportedEndless;
    if (!running.caught || endless) {
      takeStack(running);
      running.caught = duration >= threshold;
    }
    if (endless) {
      running.reportedEndless = true;
      report(slowStep(running, duration, false));
    }
  }

  private void takeStack(Step running) {
    Thread runner =
        running.entry instanceof LoopTask<?> task ? task.active.thread : running.loopThread;
    if (runner != null) {
      List<StackTraceElement> stack = Dumps.trimmed(runner.getStackTrace());
      if (step == running) {
        running.stack = stack;
      }
    }
  }

  private static SlowStep slowStep(Step slow, long duration, boolean finished) {
    String name = slow.entry instanceof Task<?> task ? task.toString() : "callback " + slow.entry;
    return new SlowStep(name, Duration.ofNanos(duration), finished, slow.stack);
  }

  private void report(SlowStep slow) {
    FlightRecorder.slowStep(slow);
    loop.guarded(() -> loop.settings.slowStepHandler.accept(slow));
  }
}

package dev.weft.runtime;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What both backends share: the runtime's own tasks, the pool for blocking work, and the end. */
abstract sealed class AbstractRuntime implements AsyncRuntime
    permits VirtualThreadRuntime, EventLoop {
  static final System.Logger LOG = System.getLogger("dev.weft.runtime");

  final RuntimeBuilder settings;

  /** Virtual time, if the runtime goes by it. */
  final @Nullable SimulatedClock clock;

  /** The tasks that belong to no task. */
  final Children roots = new Children(this);

  final OpenGenerators generators = new OpenGenerators(this);

  private final AtomicLong taskNumbers = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong endedByLoop = new AtomicLong();
  private final LongAdder ended = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder cancelled = new LongAdder();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final ThreadPoolExecutor blockingPool;

  AbstractRuntime(RuntimeBuilder settings) {
    this.settings = settings;
    this.clock = settings.clock;
    if (clock != null) {
      clock.bind(this);
    }
    this.blockingPool =
        new ThreadPoolExecutor(
            settings.blockingThreads,
            settings.blockingThreads,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("weft-blocking-", 1).factory());
    blockingPool.allowCoreThreadTimeOut(true);
  }

  /** A task that has not started. */
  abstract <T extends @Nullable Object> Task<T> newTask(
      Children siblings, @Nullable String name, AsyncCall<? extends T, ?> body);

  /** Starts a task made by {@link #newTask}. */
  abstract void launch(Task<?> task);

  /** Starts the timer of a {@link Deadline}. */
  abstract Cancellable startDeadline(Duration limit, Runnable expiry);

  /** Calls a listener for the end of a task. */
  abstract <T extends @Nullable Object> void callDone(
      Consumer<? super TaskHandle<T>> callback, TaskHandle<T> task);

  /** Runs a root task to its end, or for as long as the bound, with the calling thread blocked. */
  abstract void runToEnd(Task<?> root, @Nullable Duration bound);

  /** The runtime's clock in nanoseconds. */
  abstract long nanos();

  /** How many times a task was let go on, if that is counted. */
  abstract OptionalLong steps();

  /** In virtual time: the threads of the runtime's own are at rest; called by any thread. */
  abstract void atRest();

  /** Counts a task that has ended; {@link #endedByLoop} is kept by the holder of a loop. */
  private void countEnd(Task<?> task) {
    if (task instanceof LoopTask) {
      endedByLoop.setPlain(endedByLoop.getPlain() + 1);
    } else {
      ended.increment();
    }
  }

  /** Told of each task that has ended. */
  final void ended(Task<?> task) {
    if (!(task.outcomeOrNull() instanceof Outcome.Success)) {
      (task.outcomeOrNull() instanceof Outcome.Failure ? failed : cancelled).increment();
    }
    countEnd(task);
    TaskTrace trace = task.trace;
    if (trace != null) {
      trace.ended();
    }
    if (clock != null && task instanceof ThreadTask) {
      clock.release();
    }
  }

  /** Frees threads and timers, once no task is left. */
  abstract void shutdown();

  final long nextTaskNumber() {
    return taskNumbers.incrementAndGet();
  }

  final <T extends @Nullable Object> TaskHandle<T> start(
      Children siblings, @Nullable String name, AsyncCall<? extends T, ?> body) {
    return launch(siblings, newTask(siblings, name, body));
  }

  /** Starts a child that runs only while its parent, the current task, is suspended. */
  final <T extends @Nullable Object> TaskHandle<T> startLocal(
      Task<?> parent, AsyncCall<? extends T, ?> body) {
    Children siblings = parent.children();
    Task<T> task = newTask(siblings, null, body);
    if (parent instanceof ThreadTask<?> creator && task instanceof ThreadTask<T> local) {
      creator.shareTurn(local);
    }
    return launch(siblings, task);
  }

  /** Puts a task that is about to start among its siblings. */
  private void enlist(Children siblings, Task<?> task) {
    if (!siblings.add(task)) {
      throw refused(task);
    }
    task.trace = TaskTrace.of(task);
  }

  private <T extends @Nullable Object> TaskHandle<T> launch(Children siblings, Task<T> task) {
    enlist(siblings, task);
    launch(task);
    return task;
  }

  final <T extends @Nullable Object> TaskHandle<T> startBlocking(
      Children siblings, AsyncCall<? extends T, ?> body) {
    ThreadTask<T> task = ThreadTask.pooled(this, siblings, body, blockingPool);
    enlist(siblings, task);
    if (clock != null) {
      clock.hold();
    }
    blockingPool.execute(task);
    return task;
  }

  final Executor blockingPool() {
    return blockingPool;
  }

  private AsyncException.Spawn refused(Task<?> task) {
    refused.incrementAndGet();
    return new AsyncException.Spawn(
        "%s was not started: %s"
            .formatted(task, closing.get() ? "the runtime is closed" : "its group has ended"),
        null);
  }

  @Override
  public final <T extends @Nullable Object> TaskHandle<T> spawn(AsyncCall<? extends T, ?> body) {
    return start(roots, null, body);
  }

  @Override
  public final <T extends @Nullable Object> TaskHandle<T> spawn(
      String name, AsyncCall<? extends T, ?> body) {
    return start(roots, name, body);
  }

  @Override
  public final <T extends @Nullable Object> T blockOn(AsyncCall<? extends T, ?> body) {
    requireOutside("blockOn");
    if (closing.get()) {
      throw new AsyncException.Runtime("blockOn was called on a closed runtime: create another");
    }
    Task<T> root = newTask(roots, "main", body);
    enlist(roots, root);
    runToEnd(root, null);
    return root.await();
  }

  private void requireOutside(String verb) {
    Task<?> task = Task.current();
    if (task != null && task.runtime == this) {
      throw new AsyncException.Runtime(
          "%s was called inside %s of the same runtime, which would wait for itself: call it from outside, or await a handle"
              .formatted(verb, task));
    }
  }

  @Override
  public final void close() {
    requireOutside("close");
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    if (clock != null) {
      clock.runFree();
    }
    if (!roots.isEmpty() || !generators.isEmpty()) {
      List<Task<?>> left = roots.live();
      left.forEach(task -> task.abort("the runtime is closing"));
      Task<@Nullable Void> sweeper =
          newTask(new Children(this), "close", Bodies.call(() -> awaitEnds(left)));
      runToEnd(sweeper, settings.closeTimeout.plusSeconds(1));
    }
    roots.close();
    roots.live().stream()
        .filter(task -> !task.isFinished())
        .forEach(task ->
            report(
                "%s did not end within %s of the close; it was abandoned"
                    .formatted(task, Durations.text(settings.closeTimeout)),
                new AsyncException.Timeout(settings.closeTimeout, null)));
    roots.reportFailures();
    blockingPool.shutdownNow();
    shutdown();
  }

  private void awaitEnds(List<Task<?>> tasks) {
    try {
      Async.timeout(
          settings.closeTimeout,
          () -> {
            for (Task<?> task : tasks) {
              task.awaitEnd();
            }
            generators.closeAll();
          });
    } catch (AsyncException.Timeout e) {
      // Those that are left are reported by close.
      LOG.log(System.Logger.Level.DEBUG, "close timed out", e);
    }
  }

  @Override
  public final RuntimeDump dump() {
    return Dumps.take(this);
  }

  @Override
  public final RuntimeStats stats() {
    // In this order, so that a task that starts meanwhile does not count as ended.
    long over = ended.sum() + endedByLoop.get();
    long failures = failed.sum();
    long cancellations = cancelled.sum();
    long spawned = taskNumbers.get() - refused.get();
    return new RuntimeStats(
        spawned,
        spawned - over,
        Math.max(0, over - failures - cancellations),
        failures,
        cancellations,
        steps());
  }

  /** Runs a callback; what it throws goes to the failure handler. */
  final void guarded(Runnable callback) {
    try {
      callback.run();
    } catch (Throwable failure) {
      report("a callback failed", failure);
    }
  }

  final void report(String what, Throwable failure) {
    settings.failureHandler.accept(what, failure);
  }

  /** The failure handler unless another is set. */
  static void log(String what, Throwable failure) {
    LOG.log(System.Logger.Level.WARNING, what, failure);
  }

  /** The handler of slow steps unless another is set. */
  static void log(SlowStep step) {
    LOG.log(System.Logger.Level.WARNING, step::toString);
  }
}

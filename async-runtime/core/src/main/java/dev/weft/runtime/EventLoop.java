package dev.weft.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One task at a time, in the order of asyncio: a FIFO queue of tasks to go on and of callbacks, run
 * in batches; timers that are due join the queue between batches, as in {@code
 * BaseEventLoop._run_once}.
 *
 * <p>The queue and the timers belong to the <em>holder</em>, the one thread that has the loop at
 * the moment. Others put what they have into the inbox.
 */
final class EventLoop extends AbstractRuntime {

  /** What another thread wants done to the loop's own state. */
  private interface Arrival {
    void arrive();
  }

  /** A timer, wherever it was set. */
  private final class LoopTimer implements Cancellable, Arrival, Runnable {
    private final long deadline;
    private final Runnable callback;
    private Timers.@Nullable Timer timer;
    private volatile boolean cancelled;

    LoopTimer(long deadline, Runnable callback) {
      this.deadline = deadline;
      this.callback = callback;
    }

    @Override
    public void arrive() {
      Timers.Timer set = timer;
      if (set != null) {
        timers.remove(set);
      } else if (!cancelled) {
        timer = timers.add(deadline, this);
      }
    }

    @Override
    public void run() {
      if (!cancelled) {
        callback.run();
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      enter(this);
    }
  }

  private static volatile EventLoop[] live = {};

  final LoopThreads threads;

  private final Queue<Object> inbox = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Thread idle;

  // What belongs to the holder.
  private @Nullable Thread holder;
  private @Nullable LoopTask<?> current;
  private final ArrayDeque<Object> ready = new ArrayDeque<>();
  private final Timers timers = new Timers();
  private int batch;

  private final LoopDriver driver = new LoopDriver(this);
  private final long origin = System.nanoTime();
  private final @Nullable Shuffle shuffle;
  private final @Nullable Watchdog watchdog;

  /** Set by the holder. */
  private final AtomicLong steps = new AtomicLong();

  private EventLoop(RuntimeBuilder settings, boolean mounted) {
    super(settings);
    this.shuffle = settings.shuffleSeed == null ? null : new Shuffle(settings.shuffleSeed);
    this.watchdog = settings.slowStep == null ? null : new Watchdog(this, settings.slowStep);
    this.threads = mounted ? new MountedThreads(this) : new BatonThreads(this);
  }

  private static EventLoop listed(EventLoop loop) {
    synchronized (EventLoop.class) {
      EventLoop[] more = Arrays.copyOf(live, live.length + 1);
      more[live.length] = loop;
      live = more;
    }
    return loop;
  }

  static EventLoop mounted(RuntimeBuilder settings) {
    return listed(new EventLoop(settings, true));
  }

  static EventLoop baton(RuntimeBuilder settings) {
    return listed(new EventLoop(settings, false));
  }

  /** The loop that the calling thread holds, or null. */
  static @Nullable EventLoop ofCurrentThread() {
    EventLoop[] loops = live;
    if (loops.length > 0) {
      Thread me = Thread.currentThread();
      for (EventLoop loop : loops) {
        if (loop.holder == me) {
          return loop;
        }
      }
    }
    return null;
  }

  @Nullable Task<?> current() {
    return current;
  }

  /** Makes a thread the holder, and a task the current one. */
  void hold(@Nullable Thread thread, @Nullable LoopTask<?> task) {
    holder = thread;
    current = task;
  }

  private boolean isHeldByMe() {
    return holder == Thread.currentThread();
  }

  // ---- The queue.

  /** Puts a task or a callback at the end of the ready queue; from any thread. */
  void enqueue(Object entry) {
    if (isHeldByMe()) {
      ready.add(entry);
    } else {
      post(entry);
    }
  }

  /** Puts the current task at the end of the ready queue; called by itself. */
  void requeue(LoopTask<?> task) {
    ready.add(task);
  }

  private void enter(Arrival arrival) {
    if (isHeldByMe()) {
      arrival.arrive();
    } else {
      post(arrival);
    }
  }

  private void post(Object entry) {
    inbox.add(entry);
    Thread sleeper = idle;
    if (sleeper != null) {
      LockSupport.unpark(sleeper);
    }
  }

  /**
   * Runs callbacks until a task is next, and returns it; null when the loop is to stop. Called by
   * the holder, with no task current.
   */
  @Nullable LoopTask<?> next() {
    current = null;
    endStep();
    for (; ; ) {
      if (batch == 0) {
        if (driver.releaseRoots()) {
          return null;
        }
        beginBatch();
        continue;
      }
      batch--;
      Object entry = shuffle == null ? ready.remove() : shuffle.take(ready);
      if (watchdog != null) {
        watchdog.begin(entry);
      }
      if (entry instanceof LoopTask<?> task) {
        steps.setPlain(steps.getPlain() + 1);
        return task;
      }
      guarded((Runnable) entry);
      endStep();
    }
  }

  private void endStep() {
    if (watchdog != null) {
      watchdog.end();
    }
  }

  private void beginBatch() {
    drainInbox();
    if (ready.isEmpty()) {
      if (clock == null) {
        rest();
      } else {
        rest(clock);
      }
    }
    Timers.Timer first = timers.first();
    if (first != null) {
      takeDue(first);
    }
    // A shuffled loop looks for arrivals before each step, so that they take part at once.
    batch = shuffle == null ? ready.size() : Math.min(1, ready.size());
  }

  private void takeDue(Timers.Timer first) {
    long now = nanos();
    for (Timers.Timer due = first; due != null && due.deadline <= now; due = timers.first()) {
      timers.remove(due);
      ready.add(due.callback);
    }
  }

  private void drainInbox() {
    for (Object entry = inbox.poll(); entry != null; entry = inbox.poll()) {
      if (entry instanceof Arrival arrival && !(entry instanceof Task)) {
        arrival.arrive();
      } else {
        ready.add(entry);
      }
    }
  }

  /** Waits for the next timer or for something in the inbox. */
  private void rest() {
    while (ready.isEmpty()) {
      Timers.Timer first = timers.first();
      long left = first == null ? Long.MAX_VALUE : first.deadline - nanos();
      if (left <= 0) {
        return;
      }
      idle = Thread.currentThread();
      if (inbox.isEmpty()) {
        if (first == null) {
          LockSupport.park(this);
        } else {
          LockSupport.parkNanos(this, left);
        }
      }
      idle = null;
      threads.wokenWhileIdle();
      drainInbox();
    }
  }

  /** Moves virtual time, or waits for something in the inbox where that is not allowed. */
  private void rest(SimulatedClock virtual) {
    for (; ; ) {
      // Asked first: whatever a thread that has come to rest set going is in the inbox by then.
      boolean canStep = !virtual.isHeld();
      drainInbox();
      Timers.Timer first = timers.first();
      if (!ready.isEmpty() || (first != null && first.deadline <= virtual.nanos())) {
        return;
      }
      if (canStep && virtual.step(first == null ? SimulatedClock.NEVER : first.deadline)) {
        continue;
      }
      idle = Thread.currentThread();
      if (inbox.isEmpty()) {
        LockSupport.park(this);
      }
      idle = null;
      threads.wokenWhileIdle();
    }
  }

  // ---- The runtime.

  @Override
  <T extends @Nullable Object> Task<T> newTask(
      Children siblings, @Nullable String name, AsyncCall<? extends T, ?> body) {
    return new LoopTask<>(this, siblings, name, body);
  }

  @Override
  void runToEnd(Task<?> root, @Nullable Duration bound) {
    driver.runToEnd(root, bound);
  }

  /** The loop's thread has been started. */
  void running() {
    if (watchdog != null) {
      watchdog.start();
    }
  }

  @Override
  void launch(Task<?> task) {
    enqueue(task);
  }

  @Override
  Cancellable startDeadline(Duration limit, Runnable expiry) {
    if (limit.isPositive()) {
      return after(limit, expiry);
    }
    enqueue(expiry);
    return () -> {};
  }

  @Override
  <T extends @Nullable Object> void callDone(
      Consumer<? super TaskHandle<T>> callback, TaskHandle<T> task) {
    Shuffle.Ordered call = () -> callback.accept(task);
    enqueue(call);
  }

  @Override
  public void callSoon(Runnable callback) {
    Runnable bound = TaskLocals.bind(callback);
    // Wrapped where it could be taken for a task or an arrival.
    enqueue(bound instanceof Task || bound instanceof Arrival ? wrapped(bound) : bound);
  }

  private static Runnable wrapped(Runnable callback) {
    return () -> callback.run();
  }

  @Override
  public Cancellable callLater(Duration delay, Runnable callback) {
    return after(delay, TaskLocals.bind(callback));
  }

  private Cancellable after(Duration delay, Runnable callback) {
    long now = nanos();
    long nanos = Math.max(0, Durations.nanos(delay));
    LoopTimer timer = new LoopTimer(Math.min(now, Long.MAX_VALUE - nanos) + nanos, callback);
    enter(timer);
    return timer;
  }

  @Override
  long nanos() {
    return clock == null ? System.nanoTime() - origin : clock.nanos();
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(nanos());
  }

  @Override
  OptionalLong steps() {
    return OptionalLong.of(steps.get());
  }

  /** Makes a loop that rests look again whether time may move. */
  @Override
  void atRest() {
    callSoon(() -> {});
  }

  @Override
  public Backend backend() {
    return threads.backend();
  }

  @Override
  public void start() {
    driver.start();
  }

  @Override
  void shutdown() {
    if (watchdog != null) {
      watchdog.stop();
    }
    driver.terminate();
    synchronized (EventLoop.class) {
      live = Arrays.stream(live).filter(loop -> loop != this).toArray(EventLoop[]::new);
    }
  }
}
